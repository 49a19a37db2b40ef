import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type GraphQLAbstractType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { byConditions } from '../conditions.js';
import { Shaping } from './shaping.js';

/** Values of variables by name, as a schema coerces them. */
export type Variables = Readonly<Record<string, unknown>>;

/** What is answered of objects of one type at one place of an operation. */
export interface Shape {
  type: GraphQLObjectType;
  fields: readonly Step[];
  /** An answer without values; its properties are in the order in which they were asked for. */
  blank: Readonly<Record<string, undefined>>;
}

/** One field of a shape. */
export interface Step {
  /** Its name in the answer. */
  key: string;
  name: string;
  /** For the place of an error. */
  nodes: readonly FieldNode[];
  /** Null where it is a property of its object, or a method of the same name. */
  resolve: GraphQLFieldResolver<unknown, unknown> | null;
  args(variables: Variables): Record<string, unknown>;
  /** Without what depends on an object or on variables: no resolver of the hub asks for it. */
  info: GraphQLResolveInfo;
  value: Value;
}

/** A scalar or an enum. */
export interface Leaf {
  name: string;
  serialize(value: unknown): unknown;
}

/** How the values of a field become an answer. */
export type Value = { nonNull: boolean } & (
  | { kind: 'leaf'; type: Leaf }
  | { kind: 'list'; item: Value }
  | { kind: 'object'; shape: Shape }
  | { kind: 'abstract'; type: GraphQLAbstractType; shapeOf: ReadonlyMap<string, Shape> }
);

/** An operation that has been looked at once. */
export interface Program {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  /** What is answered where @skip and @include have these variables. */
  shapeFor(variables: Variables): Shape;
}

/** Looks at a query once for all; null for what is asked of the schema itself, which graphql-js answers. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): Program | null {
  const operation = getOperationAST(document, operationName);
  const root = schema.getQueryType();
  if (operation?.operation !== 'query' || !root || asksForSchema(document)) return null;
  const shapeFor = byConditions(document, (variables) =>
    new Shaping(schema, document, operation, variables).ofRoot(root),
  );
  return { schema, operation, shapeFor };
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      found ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return found;
}
