import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, print, validate } from 'graphql';

/** Distinct operations of a hub are few; the bound is for a client that makes them up. */
const documentMax = 1_000;

/** Keeps the newest entries of a map up to a bound. */
function remember<V>(cache: Map<string, V>, key: string, value: V): V {
  cache.set(key, value);
  if (cache.size > documentMax) cache.delete(cache.keys().next().value as string);
  return value;
}

/** Parses each distinct text once. */
export function parseOnce(): (query: string) => DocumentNode {
  const known = new Map<string, DocumentNode>();
  return (query) => known.get(query) ?? remember(known, query, parse(query, { noLocation: true }));
}

/** Parses and validates each distinct text once; throws what is wrong with it as GraphQL errors. */
export function validateOnce(
  schema: GraphQLSchema,
): (query: string) => DocumentNode | readonly GraphQLError[] {
  const known = new Map<string, DocumentNode>();
  return (query) => {
    const document = known.get(query);
    if (document !== undefined) return document;
    try {
      const parsed = parse(query, { noLocation: true, maxTokens: 10_000 });
      const errors = validate(schema, parsed);
      return errors.length > 0 ? errors : remember(known, query, parsed);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
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
