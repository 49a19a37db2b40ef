import { describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { answerChecks } from './check.js';

const schema = buildSchema(`
  type Query { team: Team  teams: [Team!]!  found: Found  levels: [[Int!]!] }
  interface Named { name: String! }
  type Team implements Named { id: ID!  name: String!  kind: Kind  lead: Person  size: Int  open: Boolean }
  type Person implements Named { id: ID!  name: String!  motto: String }
  union Found = Team | Person
  enum Kind { FIRE RESCUE }
`);
const { check, lost } = answerChecks(schema);
const subgraph = 'teams';

/** Checks an answer; yields its data and the places of errors. */
function judge(query: string, data: object, variables: object = {}, paths: string[] = []) {
  const errors = paths.map((path) => new GraphQLError('told', { path: path.split('.') }));
  const answer = { data: { ...data }, ...(errors.length > 0 ? { errors } : {}) };
  const judged = check({ subgraph, document: parse(query), variables: { ...variables } }, answer);
  return { data: judged.data, places: (judged.errors ?? []).map(({ path }) => path?.join('.')) };
}

const team = { __typename: 'Team', id: '1', name: 'a' };

test('what was asked passes as it is', () => {
  const query =
    '{ team { id name kind lead { name } } levels found { __typename ... on Person { motto } ... on Team { size } } }';
  const data = {
    team: { ...team, kind: 'FIRE', lead: null },
    levels: [[1], []],
    found: { __typename: 'Team', size: 3 },
  };
  expect(judge(query, data)).toEqual({ data, places: [] });
});

describe('is null, with an error at its place:', () => {
  test.each<[string, string, object, string]>([
    ['a field that is missing', '{ team { id name } }', { team: { id: '1' } }, 'team.name'],
    ['null where there must be something', '{ team { name } }', { team: { name: null } }, 'team.name'],
    ['a number for a text', '{ team { name } }', { team: { name: 7 } }, 'team.name'],
    ['a text for a number', '{ team { size } }', { team: { size: '7' } }, 'team.size'],
    ['a text for a truth', '{ team { open } }', { team: { open: 'yes' } }, 'team.open'],
    ['a word that the enum does not have', '{ team { kind } }', { team: { kind: 'NAVY' } }, 'team.kind'],
    ['an object for a list', '{ teams { id } }', { teams: { id: '1' } }, 'teams'],
    ['a list for an object', '{ team { id } }', { team: [{ id: '1' }] }, 'team'],
    ['a text for an object', '{ team { id } }', { team: 'x' }, 'team'],
    ['null in a list that has none', '{ teams { id } }', { teams: [{ id: '1' }, null] }, 'teams.1'],
    ['a wrong member of an inner list', '{ levels }', { levels: [[1], [2, 'x']] }, 'levels.1.1'],
    [
      'an object of a type that is unknown',
      '{ team { id } }',
      { team: { ...team, __typename: 'Ghost' } },
      'team',
    ],
    ['an object of another type', '{ team { id } }', { team: { ...team, __typename: 'Person' } }, 'team'],
    [
      'an object of no type of the union',
      '{ found { ... on Team { id } } }',
      { found: { id: '1' } },
      'found',
    ],
    ['a type that is no text', '{ team { id } }', { team: { ...team, __typename: 7 } }, 'team'],
  ])('%s', (_what, query, data, place) => {
    const judged = judge(query, data);
    expect(judged.places).toEqual([place]);
    const at = place
      .split('.')
      .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], judged.data);
    expect(at).toBeNull();
  });
});

test('an error of the subgraph’s own at, above or below the place is enough', () => {
  expect(judge('{ team { name } }', { team: { name: null } }, {}, ['team.name']).places).toEqual([
    'team.name',
  ]);
  expect(judge('{ teams { id } }', { teams: null }, {}, ['teams.0.id']).places).toEqual(['teams.0.id']);
  expect(judge('{ team { name } }', { team: { name: null } }, {}, ['found']).places).toEqual([
    'found',
    'team.name',
  ]);
});

test('what @skip or @include leave out may be missing', () => {
  const query = 'query ($no: Boolean!) { team { id name @include(if: $no) ... @skip(if: true) { size } } }';
  expect(judge(query, { team: { id: '1' } }, { no: false }).places).toEqual([]);
  expect(judge(query, { team: { id: '1' } }, { no: true }).places).toEqual(['team.name']);
});

const entities =
  'query ($reps: [_Any!]!) { e: _entities(representations: $reps) { ... on Team { name size } ... on Person { motto } } }';
const reps = [
  { __typename: 'Team', id: '1' },
  { __typename: 'Person', id: '2' },
];

test('entities are checked by the type that was asked for', () => {
  expect(judge(entities, { e: [{ name: 'a', size: null }, { motto: 'b' }] }, { reps }).places).toEqual([]);
  expect(judge(entities, { e: [{ size: 1 }, { motto: 7 }] }, { reps }).places).toEqual([
    'e.0.name',
    'e.1.motto',
  ]);
  expect(judge(entities, { e: [{ __typename: 'Person', motto: 'x' }, null] }, { reps }).places).toEqual([
    'e.0.name',
    'e.0.size',
  ]);
});

test('an entity that the subgraph does not know costs the fields that may not be null', () => {
  expect(judge(entities, { e: [null, null] }, { reps })).toEqual({
    data: { e: [null, null] },
    places: ['e.0.name'],
  });
  expect(judge(entities, { e: [null] }, { reps }).places).toEqual(['e.0.name', 'e.0.size', 'e.1.motto']);
});

test('a fetch without an answer costs every field of it', () => {
  const asked = { subgraph, document: parse(entities), variables: { reps } };
  const { data, errors } = lost(asked, new GraphQLError('gone', { extensions: { code: 'UNAVAILABLE' } }));
  expect(data).toBeNull();
  expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['e.0.name', 'e.0.size', 'e.1.motto']);
});
