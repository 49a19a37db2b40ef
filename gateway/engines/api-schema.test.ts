import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { filterInternalFieldsAndTypes } from '@graphql-tools/federation';
import { buildASTSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { apiSchemaOf } from './api-schema.js';

const hidden = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") { query: Query }
  directive @link(url: String) repeatable on SCHEMA
  directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @join__type(graph: join__Graph!) repeatable on OBJECT
  directive @public on FIELD_DEFINITION
  enum join__Graph { A }
  interface Seen { id: ID! }
  interface Unseen @inaccessible { id: ID! }
  type Row implements Seen & Unseen @join__type(graph: A) { id: ID! secret: Hidden @inaccessible kind: Kind }
  type Hidden @inaccessible { id: ID! }
  union Either = Row | Hidden
  enum Kind { OPEN CLOSED @inaccessible }
  input Filter { kind: Kind note: String @inaccessible }
  type Query { rows(filter: Filter, internal: Boolean @inaccessible): [Row!]! @public either: Either seen: Seen }
`;

test.each([
  ['the hub', readFileSync('gateway/supergraph.graphql', 'utf8')],
  ['one with something hidden of each kind', hidden],
])('the schema that clients see of %s is what graphql-tools makes of it', (_name, sdl) => {
  const printed = (schema: ReturnType<typeof apiSchemaOf>) => printSchema(lexicographicSortSchema(schema));
  const built = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  expect(printed(apiSchemaOf(parse(sdl)))).toBe(printed(filterInternalFieldsAndTypes(built)));
});
