import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, print, validate } from 'graphql';

/** Distinct operations of a hub are few; the bound is for a client that makes them up. */
const documentMax = 1_000;

/** A gateway's sub-document is about as long as the client's, with its fragments spread. */
const tokensMax = 20_000;

/** Parses a text of bounded length; throws a GraphQLError for a text that is no document. */
export const parseDocument = (text: string): DocumentNode =>
  parse(text, { noLocation: true, maxTokens: tokensMax });

/** Parses each distinct text once; throws a GraphQLError for a text that is no document. */
export function parseOnce(): (query: string) => DocumentNode {
  const known = new Map<string, DocumentNode>();
  return (query) => {
    const document = known.get(query) ?? parseDocument(query);
    known.set(query, document);
    if (known.size > documentMax) known.delete(known.keys().next().value as string);
    return document;
  };
}

/** Validates each document once; yields what is wrong with it. */
export function validateOnce(schema: GraphQLSchema): (document: DocumentNode) => readonly GraphQLError[] {
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return (document) => {
    const found = known.get(document) ?? validate(schema, document);
    known.set(document, found);
    return found;
  };
}

const printed = new WeakMap<DocumentNode, string>();

/** Prints each document once. */
export function printOnce(document: DocumentNode): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  printed.set(document, text);
  return text;
}

/** Parses a text that will be printed again as it is. */
export function parsePrinted(text: string): DocumentNode {
  const document = parseDocument(text);
  printed.set(document, text);
  return document;
}
