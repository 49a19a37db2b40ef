import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** What a subgraph answers with, and what a plan merges it into. */
export type Dictionary = Record<string, unknown>;

/** Whether an object of a named type is of one of the types that a condition names. */
export type Fits = (typeName: string) => boolean;

/** Yields the test of a type condition: the names themselves, and the object types behind abstract ones. */
export function fitting(schema: GraphQLSchema, condition: string | readonly string[]): Fits {
  const names = new Set([condition].flat());
  for (const name of [...names]) {
    const type = schema.getType(name);
    if (isAbstractType(type)) for (const each of schema.getPossibleTypes(type)) names.add(each.name);
    else if (type !== undefined && !isObjectType(type)) names.delete(name);
  }
  return (typeName) => names.has(typeName);
}

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Yields the type that an object says it is of; undefined when it does not say. */
export function typeNameOf(value: Dictionary): string | undefined {
  const name = value['__typename'];
  return typeof name === 'string' ? name : undefined;
}
