import type { RemoteQuestion } from './subgraph.js';
import { documentIds } from './document-id.js';

const idOf = documentIds();

/** What is asked, whoever asks. */
export type Asked = Pick<RemoteQuestion, 'query' | 'variables' | 'operationName'>;

/** Writes a question as it is sent, its document by its id: two that read alike are equal. */
export const questionText = ({ query, variables, operationName }: Asked): string =>
  JSON.stringify({ documentId: idOf(query), variables, operationName });

/** Writes it for a process that does not know the document. */
export const wholeQuestionText = ({ query, variables, operationName }: Asked): string =>
  JSON.stringify({ query, variables, operationName });
