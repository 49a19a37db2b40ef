// Both engines give the same answers, over a supergraph that has what the hub's own has not.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, parse, validate } from 'graphql';
import { answerText } from '#gateway/answer/text.js';
import { apolloEngine } from '#gateway/engines/apollo.js';
import { hiveEngine } from '#gateway/engines/hive.js';
import { readSupergraphSdl, type Supergraph } from '#gateway/engines/supergraph.js';
import { warehouse, warehouseSupergraph } from './engines/warehouse.js';

type Variables = Record<string, unknown>;
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

interface Answer {
  data: unknown;
  errors: { message: string; path: string; code: unknown }[];
}

/** Runs an operation on an engine; errors in the order of their places, which nobody promises. */
async function answerOf(
  executor: Executor,
  schema: Supergraph['apiSchema'],
  text: string,
  variables: Variables,
): Promise<Answer> {
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  expect(validate(schema, document)).toEqual([]);
  const { data, errors = [] } = await executor({
    document,
    operationName: undefined,
    request: { query: text, variables },
    context: {},
    schema,
    queryHash: text,
    logger: console,
    metrics: {},
    overallCachePolicy: {},
    cache: {},
  } as never);
  return {
    data: (JSON.parse(answerText({ data } as never)) as Answer).data,
    errors: errors
      .map(({ message, path, extensions }) => ({ message, path: String(path), code: extensions?.['code'] }))
      .sort((one, other) => one.path.localeCompare(other.path)),
  };
}
const documents = new Map<string, ReturnType<typeof parse>>();

const same: [name: string, text: string, variables?: Variables][] = [
  ['one subgraph', '{ book(id: "b1") { id name pages kind weight } }'],
  ['a value that is not there', '{ book(id: "none") { id price } }'],
  ['entities of another subgraph', '{ book(id: "b1") { name price postage } }'],
  ['arguments that differ by alias', '{ book(id: "b1") { cny: price usd: price(currency: "USD") } }'],
  [
    'an interface, with fields of each type',
    '{ shelf { items { id name ... on Book { price } ... on Film { minutes price } } } }',
  ],
  [
    'an interface that says its type',
    '{ items { __typename ...Named } } fragment Named on Item { label: name id }',
  ],
  ['the same entity at several places', '{ items { id ... on Book { price postage } } }'],
  [
    'a union',
    '{ shelf { any { __typename ... on Book { id price } ... on Film { id } ... on Maker { code label sold } } } }',
  ],
  ['lists of lists', '{ shelf { rows { id ... on Book { price } ... on Film { maker { code sold } } } } }'],
  ['entities behind entities', '{ cheapest { id name similar { id name similar { id pages price } } } }'],
  ['compound keys', '{ items(ids: ["f1", "f2"]) { ... on Film { price maker { code label sold } } } }'],
  [
    'a field twice, asked for differently',
    '{ shelf { items { id } items { name ... on Book { price } } } shelf { first { id } } }',
  ],
  [
    'fragments in fragments',
    '{ shelf { ...A } } fragment A on Shelf { first { ...B } items { ... on Book { ...B } } } fragment B on Book { id postage }',
  ],
  ['an object of which two subgraphs know a part each', '{ book(id: "b1") { size { width depth } } }'],
  ['a list of such objects', '{ items { ... on Book { parts { name price } } } }'],
  ['type names only', '{ __typename t: __typename }'],
  ['type names beside data', '{ __typename book(id: "b1") { __typename id price } }'],
  ['a default', 'query ($size: Int = 2) { shelf(size: $size) { items { id } } }'],
  ['a variable', 'query ($size: Int) { shelf(size: $size) { items { id } } }', { size: 1 }],
  [
    'mutations, in their order, with what others know',
    'mutation { a: rename(id: "b1", name: "x") { name price } touch(id: "b1") { name postage } }',
  ],
];

const conditional = `query ($with: Boolean!, $without: Boolean = false) {
  shelf { items { id ... on Book @include(if: $with) { name price } ... on Film @skip(if: $without) { minutes price } } first @include(if: $with) { price2: price(currency: "USD") } }
  cheapest @skip(if: $with) { name }
}`;

const faulty: [name: string, text: string, errors: Answer['errors']][] = [
  [
    'an error in a list of several types stands at its own place',
    '{ shelf { any { ... on Book { price } ... on Film { id } } } }',
    [{ message: 'It has no price.', path: 'shelf,any,2,price', code: 'NOT_FOUND' }],
  ],
  [
    'an error of one entity stands at each of its places',
    '{ items(ids: ["b2", "b1", "b2"]) { id ... on Book { price } } }',
    ['items,0,price', 'items,2,price'].map((path) => ({
      message: 'It has no price.',
      path,
      code: 'NOT_FOUND',
    })),
  ],
  [
    'an error deep inside an entity keeps its way',
    '{ cheapest { similar { name similar { price } } } }',
    ['cheapest,similar,0,similar,0,price', 'cheapest,similar,1,similar,0,price'].map((path) => ({
      message: 'It has no price.',
      path,
      code: 'NOT_FOUND',
    })),
  ],
];

const fetched: string[] = [];
let hive: Executor;
let apollo: Executor;
let supergraph: Supergraph;

beforeAll(async () => {
  const sources = warehouse(fetched);
  supergraph = readSupergraphSdl(warehouseSupergraph());
  const load = async (engine: GatewayInterface) => (await engine.load({ apollo: {} })).executor as Executor;
  hive = await load(await hiveEngine(supergraph, sources));
  apollo = await load(await apolloEngine(supergraph, sources));
});

const asked = (executor: Executor, text: string, variables: Variables = {}) =>
  answerOf(executor, supergraph.apiSchema, text, variables);

/** In a list of several types Apollo's engine counts an entity's place among those of its type. */
const comparable = ({ data, errors }: Answer) => ({
  data,
  errors: errors.map(({ message, code }) => ({ message, code })),
});

describe('both engines answer the same', () => {
  // Three values each: a test with fewer values than parameters is handed a `done` to call.
  test.each(same.map(([name, text, variables = {}]) => [name, text, variables] as const))(
    '%s',
    async (_name, text, variables) => {
      const answer = await asked(hive, text, variables);
      expect(comparable(answer)).toEqual(comparable(await asked(apollo, text, variables)));
    },
  );

  test.each([
    { with: true },
    { with: false },
    { with: true, without: true },
    { with: false, without: true },
    { with: true, without: false },
  ])('conditions %j', async (variables) => {
    const [own, other] = [
      await asked(hive, conditional, variables),
      await asked(apollo, conditional, variables),
    ];
    expect(comparable(own)).toEqual(comparable(other));
  });
});

test.each(faulty)('%s', async (_name, text, errors) => {
  const answer = await asked(hive, text);
  expect(answer.errors).toEqual(errors);
  expect(answer.data).toEqual((await asked(apollo, text)).data);
});

test('an entity that stands at many places is asked for once, and nothing is asked for that is not there', async () => {
  fetched.length = 0;
  await asked(hive, '{ items(ids: ["b1", "b1", "none"]) { ... on Book { price } } }');
  expect(fetched).toEqual(['products', 'shop']);
  fetched.length = 0;
  await asked(hive, '{ items(ids: ["none"]) { ... on Book { price } } }');
  expect(fetched).toEqual(['products']);
});

test('the schema describes itself beside data, behind fragments too', async () => {
  fetched.length = 0;
  const text = `query ($with: Boolean = true) { ...Both book(id: "b1") { price } }
    fragment Both on Query { __schema { queryType { name } } __type(name: "Kind") @include(if: $with) { enumValues { name } } cheapest { id } }`;
  const { data, errors } = await asked(hive, text);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    __schema: { queryType: { name: 'Query' } },
    __type: { enumValues: [{ name: 'PAPER' }, { name: 'AUDIO' }] },
    cheapest: { id: 'b1' },
    book: { price: 14 },
  });
  expect(Object.keys(data as object)).toEqual(['__schema', '__type', 'cheapest', 'book']);
  expect(fetched.sort()).toEqual(['products', 'shop', 'shop']);
});

test('a source that throws costs its fields, with the reason at their place', async () => {
  const broken = await hiveEngine(supergraph, (name) => {
    const source = warehouse([])(name);
    return name === 'shop'
      ? () => Promise.reject(new GraphQLError('away', { extensions: { code: 'UNAVAILABLE' } }))
      : source;
  });
  const { executor } = await broken.load({ apollo: {} });
  const answer = await asked(
    executor as Executor,
    '{ shelf(size: 1) { items { id ... on Book { price } } } }',
  );
  expect(answer).toEqual({
    data: { shelf: { items: [{ id: 'b1', price: null }] } },
    errors: [{ message: 'away', path: 'shelf,items', code: 'UNAVAILABLE' }],
  });
});
