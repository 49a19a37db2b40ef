import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { readSupergraphSdl } from '../engines/supergraph.js';
import { projectFile } from '../start.js';
import { costOf } from './cost.js';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');

test('the city dashboard costs about 7,500: it fits twice', () => {
  const cost = costOf(readSupergraphSdl(read('gateway/supergraph.graphql')).apiSchema);
  const document = parse(read('web/operations/city-dashboard.graphql'));
  const dashboard = cost({ document, operationName: 'CityDashboard', variables: { area: '360300' } });
  expect(dashboard).toBeGreaterThan(7_000);
  expect(dashboard).toBeLessThan(8_000);
});

describe('The cost of an operation is the number of values that its answer may hold', () => {
  const cost = costOf(
    buildSchema(`
      type Query { books(first: Int = 5): BookConnection tags: [Tag!]! one: Book net(maxNodes: Int = 50): Net }
      type Net { nodes: [Tag!]! edges: [Tag!]! size: Int! }
      type Mutation { add: Book }
      type BookConnection { nodes: [Book!]! totalCount: Int! pageInfo: PageInfo! }
      type PageInfo { hasNextPage: Boolean! }
      type Book { title: String! parts(last: Int): BookConnection authors: [Author!]! }
      type Author { name: String! }
      type Tag { name: String! }`),
  );
  const documents = new Map<string, DocumentNode>();
  const ask = (
    query: string,
    variables: Record<string, unknown> = {},
    operationName: string | null = null,
  ) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return cost({ document, operationName, variables });
  };

  test.each([
    ['a value', '{ one { title } }', 1],
    ['a name of a type', '{ __typename one { __typename } }', 2],
    ['a page by its literal', '{ books(first: 7) { nodes { title } } }', 7],
    ['a page by the default of its schema', '{ books { nodes { title } } }', 5],
    ['a page without a default', '{ one { parts { nodes { title } } } }', 20],
    ['a page from its end', '{ one { parts(last: 3) { nodes { title } } } }', 3],
    ['a count beside a page', '{ books(first: 7) { totalCount } }', 7],
    [
      'an empty or negative page',
      '{ a: books(first: 0) { totalCount } b: books(first: -5) { totalCount } }',
      2,
    ],
    ['a list without pages', '{ tags { name } one { authors { name } } }', 20],
    ['pages in pages', '{ books(first: 10) { nodes { parts(last: 10) { nodes { title } } } } }', 100],
    ['a network', '{ net(maxNodes: 7) { nodes { name } edges { name } size } one { authors { name } } }', 31],
    ['a network by the default of its schema', '{ net { nodes { name } } }', 50],
    ['a mutation', 'mutation { add { title } }', 101],
    ['the schema itself', '{ __schema { types { name } } __type(name: "Book") { name } }', 2_000],
    ['a fragment', '{ ...a ...a } fragment a on Query { one { title } }', 2],
  ])('%s', (_what, query, expected) => {
    expect(ask(query)).toBe(expected);
  });

  test('variables and their defaults count, each time anew', () => {
    const query = 'query ($n: Int = 4) { books(first: $n) { nodes { title } } }';
    expect([ask(query, { n: 9 }), ask(query), ask(query, { n: 2 }), ask(query, { n: 9 })]).toEqual([
      9, 4, 2, 9,
    ]);
  });

  test('a variable that is null and one that is left out are two things: only the latter has its default', () => {
    const query = 'query ($n: Int = 50) { books(first: $n) { nodes { title } } }';
    expect([ask(query, { n: null }), ask(query), ask(query, { n: null })]).toEqual([20, 50, 20]);
  });

  test('what a directive leaves out does not count, each time anew', () => {
    const query =
      'query ($on: Boolean!) { books(first: 50) @include(if: $on) { nodes { title } } __typename }';
    expect([ask(query, { on: false }), ask(query, { on: true }), ask(query, { on: false })]).toEqual([
      1, 51, 1,
    ]);
  });

  test('of several operations the named one counts', () => {
    const query = 'query A { one { title } } query B { books(first: 6) { nodes { title } } }';
    expect([ask(query, {}, 'A'), ask(query, {}, 'B')]).toEqual([1, 6]);
  });
});
