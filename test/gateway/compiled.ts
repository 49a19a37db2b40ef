// What is asked again is compiled, and answered as it was before.
import { beforeEach, expect, test } from '@jest/globals';
import type { GraphQLScalarType } from 'graphql';
import { buildSchema, execute, GraphQLError, type GraphQLObjectType, parse } from 'graphql';
import { eventually } from '../kit/eventually.js';
import { executor } from '#shared/execute-compiled.js';

const schema = buildSchema(`
  scalar Code
  interface Named { name: String }
  type Team implements Named { name: String size(unit: String = "people"): Int! members(first: Int = 2): [Named!] kind: Kind }
  type Person implements Named { name: String broken: Int required: Int! }
  union Found = Team | Person
  enum Kind { FIRE RESCUE }
  type Query { team(code: Code): Team found: [Found] fails: String }
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
  'answers as graphql-js does, before it is compiled and after: %s',
  async (_name, text, variables) => {
    const document = parse(text, { noLocation: true });
    const expected = seen(await execute({ schema, document, variableValues: variables }));
    const { run, compiled } = executor(schema);
    const check = async () => {
      const answer = await run({ document, variables, operationName: undefined, contextValue: {} });
      expect(seen(answer)).toEqual(expected);
      for (const error of answer.errors ?? []) expect(error).toBeInstanceOf(GraphQLError);
    };
    for (let times = 0; times < 3; times += 1) await check();
    await eventually(() => compiled() === 1);
    await check();
  },
);

test('a fault keeps its cause for the log', async () => {
  const { run, compiled } = executor(schema);
  const document = parse('{ fails }', { noLocation: true });
  for (let times = 0; times < 4; times += 1) {
    if (times === 3) await eventually(() => compiled() === 1);
    const { errors } = await run({ document, variables: {}, operationName: undefined, contextValue: {} });
    expect(errors?.[0]?.originalError?.message).toBe('inside');
  }
});

test('variables that do not fit run nothing, and a mutation runs once', async () => {
  const { run } = executor(schema);
  const ask = (text: string, variables: Record<string, unknown>) => {
    const document = documents.get(text) ?? parse(text, { noLocation: true });
    documents.set(text, document);
    return run({ document, variables, operationName: undefined, contextValue: {} });
  };
  const documents = new Map<string, ReturnType<typeof parse>>();
  for (let times = 0; times < 5; times += 1)
    await ask('query ($code: Code) { team(code: $code) { name } }', { code: 'too long' });
  expect(calls).toEqual([]);
  for (let times = 0; times < 5; times += 1) await ask('mutation { rename(name: "x") { name } }', {});
  expect(calls).toEqual(Array.from({ length: 5 }, () => 'rename'));
});
