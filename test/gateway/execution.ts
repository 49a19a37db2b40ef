// Queries are answered as graphql-js answers them, whatever their resolvers do.
import { beforeEach, expect, test } from '@jest/globals';
import type { GraphQLScalarType } from 'graphql';
import {
  buildSchema,
  execute,
  GraphQLError,
  type GraphQLObjectType,
  parse,
  isNonNullType,
  validate,
} from 'graphql';
import fc from 'fast-check';
import { executor } from '#shared/execution/executor.js';
import { eachInOrder, type Read } from '#shared/loader.js';

const schema = buildSchema(`
  scalar Code
  interface Named { name: String }
  type Team implements Named { name: String size(unit: String = "people"): Int! members(first: Int = 2): [Named!] kind: Kind }
  type Person implements Named { name: String broken: Int required: Int! }
  union Found = Team | Person
  enum Kind { FIRE RESCUE }
  type Query { team(code: Code): Team found: [Found] fails: String torn: [String] }
  type Mutation { rename(name: String!): Team }
`);
let calls: string[] = [];
beforeEach(() => {
  calls = [];
});
function resolve(type: string, field: string, resolver: (args: never) => unknown): void {
  const found = (schema.getType(type) as GraphQLObjectType).getFields()[field] as { resolve?: unknown };
  found.resolve = (_source: unknown, args: never) => {
    calls.push(field);
    return resolver(args);
  };
}
const refused = new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } });
const people = [
  { __typename: 'Person', name: 'a' },
  { __typename: 'Person', name: null },
];
const team = { __typename: 'Team', name: 'T "1"', kind: 'FIRE' };
resolve('Query', 'team', ({ code }: { code?: string }) => Promise.resolve(code === 'none' ? null : team));
resolve('Query', 'found', () => [team, Promise.resolve(people[0]), null]);
resolve('Query', 'fails', () => Promise.reject(new Error('inside')));
resolve('Query', 'torn', function* () {
  yield 'a';
  throw new Error('torn');
});
resolve('Team', 'size', ({ unit }: { unit: string }) => unit.length);
resolve('Team', 'members', ({ first }: { first: number }) => Promise.resolve(people.slice(0, first)));
resolve('Person', 'broken', () => Promise.reject(refused));
resolve('Person', 'required', () => null);
resolve('Mutation', 'rename', ({ name }: { name: string }) => ({ ...team, name }));
(schema.getType('Code') as GraphQLScalarType).parseValue = (value) => {
  if (typeof value === 'string' && value.length < 6) return value;
  throw new GraphQLError('Code: up to 5 characters are expected.');
};

const asked: [name: string, text: string, variables?: Record<string, unknown>][] = [
  ['fields, arguments and defaults', '{ team { name kind size small: size(unit: "x") members { name } } }'],
  ['types and fragments', '{ found { __typename ... on Named { name } ...T } } fragment T on Team { size }'],
  [
    'conditions',
    'query ($with: Boolean!) { team { name @skip(if: $with) ... @include(if: $with) { size } } }',
    { with: true },
  ],
  ['a variable of a scalar', 'query ($code: Code) { team(code: $code) { name } }', { code: 'none' }],
  [
    'a variable that does not fit',
    'query ($code: Code) { team(code: $code) { name } }',
    { code: 'too long' },
  ],
  ['a variable that is missing', 'query ($first: Int!) { team { members(first: $first) { name } } }'],
  ['a refusal, with its code', '{ team { members { ... on Person { name broken } } } }'],
  ['a fault', '{ fails team { name } }'],
  ['a list that breaks off', '{ torn team { name } }'],
  [
    'null where it may not be, twice in one list',
    '{ team { name members(first: 2) { ... on Person { required } } } }',
  ],
  ['null where it may not be', '{ team { name members(first: 1) { ... on Person { required } } } }'],
];

/** All that clients and the gateway see of an answer. */
const seen = ({ data, errors }: Awaited<ReturnType<typeof execute>>) =>
  JSON.parse(
    JSON.stringify({
      data,
      errors: errors?.map(({ message, path, extensions }) => ({ message, path, extensions })),
    }),
  ) as unknown;

test.each(asked.map(([name, text, variables = {}]) => [name, text, variables] as const))(
  'answers as graphql-js does, the first time and the second: %s',
  async (_name, text, variables) => {
    const document = parse(text, { noLocation: true });
    const expected = seen(await execute({ schema, document, variableValues: variables }));
    const run = executor(schema);
    for (let times = 0; times < 2; times += 1) {
      const answer = await run({ document, variables, operationName: undefined, contextValue: {} });
      expect(seen(answer)).toEqual(expected);
      for (const error of answer.errors ?? []) expect(error).toBeInstanceOf(GraphQLError);
    }
  },
);

test('a fault keeps its cause for the log', async () => {
  const document = parse('{ fails }', { noLocation: true });
  const { errors } = await executor(schema)({
    document,
    variables: {},
    operationName: undefined,
    contextValue: {},
  });
  expect(errors?.[0]?.originalError?.message).toBe('inside');
});

test('variables that do not fit run nothing, and a mutation runs once', async () => {
  const run = executor(schema);
  const ask = (text: string, variables: Record<string, unknown>) =>
    run({ document: parse(text), variables, operationName: undefined, contextValue: {} });
  await ask('query ($code: Code) { team(code: $code) { name } }', { code: 'too long' });
  expect(calls).toEqual([]);
  await ask('mutation { rename(name: "x") { name } }', {});
  expect(calls).toEqual(['rename']);
});

test('the same document with other conditions asks for other fields', async () => {
  const run = executor(schema);
  const document = parse(
    'query ($with: Boolean!) { team { name @include(if: $with) kind @skip(if: $with) } }',
  );
  const ask = async (isWith: boolean) =>
    seen(await run({ document, variables: { with: isWith }, operationName: undefined, contextValue: {} }));
  expect(await ask(true)).toEqual({ data: { team: { name: 'T "1"' } } });
  expect(await ask(false)).toEqual({ data: { team: { kind: 'FIRE' } } });
  expect(await ask(true)).toEqual({ data: { team: { name: 'T "1"' } } });
});

/** A schema of which any field may fail, wait, or be null. */
const trees = buildSchema(`
  interface Thing { id: ID! }
  type Tree implements Thing {
    id: ID! name: String sure: String! child: Tree must: Tree! list: [Tree] sureList: [Tree!]! grid: [[Tree!]] thing: Thing things: [Thing!]
  }
  type Leaf implements Thing { id: ID! sure: Int! }
  type Query { tree: Tree sureTree: Tree! trees: [Tree!] }
`);
let seed = 0;
/** The same for the same object, field and seed. */
function chance(id: string, field: string): number {
  let hash = seed;
  for (const letter of `${id}/${field}`) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return ((hash >>> 4) % 1_000) / 1_000;
}
/** Yields, waits, fails or has nothing, in every way that a resolver can. */
function perhaps(id: string, field: string, value: unknown, { reads }: Reads): unknown {
  const luck = chance(id, field);
  if (luck < 0.03) throw new Error(`thrown ${id} ${field}`);
  if (luck < 0.06) return Promise.reject(new Error(`rejected ${id} ${field}`));
  if (luck < 0.08) return new Error(`returned ${id} ${field}`);
  if (luck < 0.12) return null;
  if (luck < 0.14) return reads(`fails ${id} ${field}`);
  if (luck < 0.4) return Promise.resolve(value);
  if (luck < 0.55) return reads(`${id} ${field}`).as(() => Promise.resolve(value));
  return luck < 0.7 ? reads(`${id} ${field}`).as(() => value) : value;
}
const treeOf = (id: string) => ({ __typename: 'Tree', id });
const thingOf = (id: string) => (chance(id, 'kind') < 0.5 ? treeOf(id) : { __typename: 'Leaf', id });
const made: Record<string, (id: string) => unknown> = {
  id: (id) => id,
  name: (id) => `n${id}`,
  sure: () => 7,
  child: (id) => treeOf(`${id}c`),
  must: (id) => treeOf(`${id}m`),
  list: (id) => [treeOf(`${id}1`), chance(id, 'item') < 0.2 ? null : Promise.resolve(treeOf(`${id}2`))],
  sureList: (id) => (chance(id, 'none') < 0.2 ? [] : [treeOf(`${id}3`), treeOf(`${id}4`)]),
  grid: (id) => [
    [treeOf(`${id}5`)],
    [],
    chance(id, 'row') < 0.2 ? 'no list' : [treeOf(`${id}6`), treeOf(`${id}7`)],
  ],
  thing: (id) => thingOf(`${id}t`),
  things: (id) => new Set([thingOf(`${id}8`), thingOf(`${id}9`)]),
  tree: () => treeOf('a'),
  sureTree: () => treeOf('b'),
  trees: () => [treeOf('d'), treeOf('e')],
};
interface Reads {
  reads(key: string): Read<unknown>;
}
for (const type of ['Tree', 'Leaf', 'Query'])
  for (const field of Object.values((trees.getType(type) as GraphQLObjectType).getFields()))
    if (field.name !== 'id')
      field.resolve = (source: { id: string } | undefined, _args, context: Reads) => {
        const find = () =>
          perhaps(source?.id ?? '', field.name, made[field.name]?.(source?.id ?? ''), context);
        // graphql-js leaves rejections unhandled beside what throws where it may not be null.
        return isNonNullType(field.type) ? Promise.resolve().then(find) : find();
      };

const leaf = fc.constantFrom('id', 'name', 'alias: name', 'sure', '__typename', '__proto__: name');
const { selection } = fc.letrec<{ selection: string; branch: string }>((tie) => ({
  selection: fc
    .array(fc.oneof({ depthSize: 'medium', maxDepth: 3 }, leaf, tie('branch')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => `{ ${parts.join(' ')} }`),
  branch: fc.oneof(
    fc
      .tuple(fc.constantFrom('child', 'must', 'list', 'sureList', 'grid', 'other: child'), tie('selection'))
      .map(([field, inside]) => `${field} ${inside}`),
    fc
      .tuple(fc.constantFrom('thing', 'things'), tie('selection'))
      .map(
        ([field, inside]) =>
          `${field} { __typename id ... on Leaf { sureLeaf: sure } ... on Tree ${inside} }`,
      ),
  ),
}));

/** Where in an answer an error made something null: the place itself, or what holds it. */
function nulledBy(data: unknown, path: readonly (string | number)[]): string {
  let [value, depth] = [data, 0];
  while (value !== null && value !== undefined && depth < path.length) {
    value = (value as Record<string | number, unknown>)[path[depth] as string];
    depth += 1;
  }
  return path.slice(0, depth).join('.');
}

function told({ data, errors = [] }: Awaited<ReturnType<typeof execute>>) {
  const places = errors.map(({ path = [], message }) => {
    const place = nulledBy(data, path);
    // Of several that make the same object null any one may be told.
    return path.join('.') === place ? `${place}: ${message}` : `${place}: something inside`;
  });
  return { data: JSON.stringify(data), errors: [...new Set(places)].sort() };
}

test('answers any operation as graphql-js does, whatever fails, waits or is missing', async () => {
  const failed = { errors: 0, nulls: 0 };
  const reads = () => {
    const loader = eachInOrder((keys) => {
      const broken = keys.find((key) => key.startsWith('fails'));
      return broken === undefined ? Promise.resolve(keys) : Promise.reject(new Error('broken batch'));
    });
    const failing = eachInOrder(() => Promise.reject(new Error('broken batch')));
    return { reads: (key: string) => (key.startsWith('fails') ? failing : loader).load(key) };
  };
  const property = fc.asyncProperty(
    fc.integer(),
    fc.array(selection, { minLength: 1, maxLength: 3 }),
    async (given, parts) => {
      seed = given;
      const roots = ['tree', 'sureTree', 'trees'];
      const text = `{ ${parts.map((part, index) => `r${index}: ${roots[index]} ${part}`).join(' ')} }`;
      const document = parse(text, { noLocation: true });
      if (validate(trees, document).length > 0) return;
      const expected = told(await execute({ schema: trees, document, contextValue: reads() }));
      const found = told(
        await executor(trees)({ document, variables: {}, operationName: undefined, contextValue: reads() }),
      );
      expect(found).toEqual(expected);
      failed.errors += expected.errors.length;
      failed.nulls += expected.data === 'null' ? 1 : 0;
    },
  );
  await fc.assert(property, { numRuns: 400 });
  // Else it has compared nothing but good days.
  expect(failed.errors).toBeGreaterThan(100);
  expect(failed.nulls).toBeGreaterThan(0);
});

test('all values of a field that are read by one loader are asked for at once, each key once', async () => {
  seed = 1;
  const batches: (readonly string[])[] = [];
  const loader = eachInOrder((keys) => {
    batches.push(keys);
    return Promise.resolve(keys.map((key) => key.toUpperCase()));
  });
  const rows = buildSchema('type Row { word: String } type Query { rows: [Row] }');
  const word = (rows.getType('Row') as GraphQLObjectType).getFields()['word'] as { resolve?: unknown };
  word.resolve = ({ key }: { key: string }) => loader.load(key);
  const list = (rows.getQueryType() as GraphQLObjectType).getFields()['rows'] as { resolve?: unknown };
  list.resolve = () => ['a', 'b', 'a', 'c'].map((key) => ({ key }));
  const answer = await executor(rows)({
    document: parse('{ rows { word again: word } }'),
    variables: {},
    operationName: undefined,
    contextValue: {},
  });
  expect(answer.data?.['rows']).toEqual(['A', 'B', 'A', 'C'].map((text) => ({ word: text, again: text })));
  expect(batches).toEqual([['a', 'b', 'c']]);
});
