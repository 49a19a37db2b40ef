import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What a value must be, read from its type once: an answer has thousands of values. */
export interface ValueKind {
  isRequired: boolean;
  /** Of a list's items; null for what is no list. */
  item: ValueKind | null;
  /** Of a leaf, as far as it can be told without the subgraph's own scalars; null for lists and objects. */
  fits: ((value: unknown) => boolean) | null;
  /** The type of an object that need not name it; null where it must. */
  typeName: string | null;
}

/** Reads a type. */
export function valueKindOf(declared: GraphQLOutputType): ValueKind {
  const isRequired = isNonNullType(declared);
  const type = isRequired ? declared.ofType : declared;
  return {
    isRequired,
    item: isListType(type) ? valueKindOf(type.ofType as GraphQLOutputType) : null,
    fits: isLeafType(type) ? fitting(type) : null,
    typeName: isObjectType(type) ? type.name : null,
  };
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: isText,
  ID: (value) => isText(value) || isNumber(value),
  Int: isNumber,
  Float: isNumber,
  Boolean: (value) => typeof value === 'boolean',
};

function fitting(type: GraphQLNamedType): (value: unknown) => boolean {
  if (!isEnumType(type)) return builtIn[type.name] ?? ((value) => value !== undefined);
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => names.has(value);
}
