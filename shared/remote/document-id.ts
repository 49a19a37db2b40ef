import { LRUCache } from 'lru-cache';
import { sha256Hex } from '../hash.js';

/** Distinct operations of a hub are few. */
const documentsMax = 1_000;

/** What a subgraph's process answers that has not read a document yet, or no longer has it: its text is sent then. */
export const unknownDocument = JSON.stringify({
  errors: [
    {
      message: 'documentId: this process does not know the document.',
      extensions: { code: 'NOT_FOUND', argument: 'documentId' },
    },
  ],
});

/** Names documents by their content, each once. */
export function documentIds(): (text: string) => string {
  const known = new LRUCache<string, string>({ max: documentsMax });
  return (text) => {
    const id = known.get(text) ?? sha256Hex(text);
    known.set(text, id);
    return id;
  };
}

/** Keeps what `read` makes of texts, by their ids; a text is read once. */
export function readDocuments<Document>(read: (text: string) => Document): {
  byText(text: string): Document;
  byId(id: string): Document | undefined;
} {
  const idOf = documentIds();
  const known = new LRUCache<string, { document: Document }>({ max: documentsMax });
  return {
    byText: (text) => {
      const id = idOf(text);
      const document = known.get(id)?.document ?? read(text);
      known.set(id, { document });
      return document;
    },
    byId: (id) => known.get(id)?.document,
  };
}
