// Whatever is sent, the hub answers or refuses it in its own words, and lives; `npm run fuzz` does the same at length and also looks at the clock.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLError, parse, validate } from 'graphql';
import { readSupergraphSdl } from '#gateway/engines/supergraph.js';
import { keyFields } from '#gateway/limits/names.js';
import { readSupergraph } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { attackOf, attacks } from './fuzz/attacks.js';
import { findings } from './fuzz/report.js';
import { fight, type Report, watched } from './fuzz/run.js';
import { judge } from './fuzz/verdict.js';
import { type TestDatabase, testDatabase } from './kit/database.js';
import type { HubProcess } from './kit/process.js';
import { codesOf, post, type RawAnswer, send } from './kit/raw.js';
import { cleanUp, folder, startHub } from './kit/starts.js';

const seed = 20_261_126;
const count = 400;
const { apiSchema } = readSupergraphSdl(readSupergraph(readEnv({})));
const all = attacks(apiSchema);

function isValid(query: string): boolean {
  try {
    return validate(apiSchema, parse(query)).length === 0;
  } catch {
    return false;
  }
}

let database: TestDatabase;
let hub: HubProcess;
let report: Report;
beforeAll(async () => {
  database = await testDatabase('demo');
  const dataDir = folder();
  const free = { RATE_LIMIT_PER_ADDRESS: '0', RATE_LIMIT_PER_VIEWER: '0' };
  hub = await startHub({ DATA_DIR: dataDir, DATABASE_URL: database.url, ...free, ...watched(dataDir) });
  report = await fight({ hub, dataDir, count, seed, clients: 4, attackOf: (each) => attackOf(all, each) });
}, 120_000);
afterAll(async () => {
  await cleanUp();
  await database?.drop();
});

test('every attack is answered or refused with a known code, and nobody is told more than that', () => {
  expect(report.fought).toHaveLength(count);
  // Wall-clock figures of a busy machine say little: these find what does not end.
  expect(findings(report, { operationMs: 5_000, lagMs: 2_000, probeMs: 5_000 })).toEqual([]);
});

test('the hub lives, and answers others meanwhile', () => {
  expect(hub.child.exitCode).toBeNull();
  expect(hub.child.signalCode).toBeNull();
  expect(report.probe.count).toBeGreaterThan(5);
  expect(report.probe.failures).toBe(0);
});

// What attacks have found, smallest first.
test.each([
  '{ __proto__: partners { totalCount } }',
  '{ area(code: "360300") { __proto__: parent { name } } }',
  '{ area(code: "360300") { constructor: funds { keys: donationCount } linkSummary { active } } }',
  '{ constructor: partners { prototype: pageInfo { hasNextPage } totalCount } }',
  '{ __typename: partners { totalCount } }',
  '{ organizations(first: 2) { nodes { id: name funds { donationCount } } } }',
  'query ($toString: Int) { partners(first: $toString) { totalCount } }',
  'query __proto__ { partners { totalCount } }',
  '{ ...constructor } fragment constructor on Query { partners { totalCount } }',
  'subscription { a b c }',
])('%s is refused, and changes no object of the process', async (query) => {
  const answer = await post(hub.url, { query });
  expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
    status: 400,
    codes: ['BAD_USER_INPUT'],
  });
  const { json } = await post(hub.url, { query: '{ fundingPools { name } area(code: "360300") { name } }' });
  expect(json).toMatchObject({ data: { area: { name: '萍乡市' } } });
});

test.each(['NAMES', 'name', 'CREATED'])(
  'a variable with a value that nearly fits (%s) gets no suggestion',
  async (order) => {
    const query = 'query ($order: OrganizationOrder) { organizations(orderBy: $order) { totalCount } }';
    const answer = await post(hub.url, { query, variables: { order } });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.text).not.toMatch(/did you mean/i);
  },
);

test('a path that cannot be read is refused in the words of the API', async () => {
  const answer = await send(hub.url, { method: 'GET', path: '/%' });
  expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
    status: 400,
    codes: ['BAD_USER_INPUT'],
  });
});

test('names of the fields that the engines join by are those that may stand for nothing else', () => {
  const keys = [...readSupergraph(readEnv({})).matchAll(/\bkey: "([^"]*)"/g)].map(([, key]) => key);
  expect(new Set(keys)).toEqual(new Set(keyFields));
});

test('enough of what is generated is valid and answered, or the attacks would end at the door', () => {
  const queries = report.fought.filter(({ attack }) => attack.kind === 'query of the grammar');
  const valid = queries.filter(({ attack }) => {
    const { query } = JSON.parse(String(attack.request.body)) as { query: string };
    return isValid(query);
  });
  expect(valid.length).toBeGreaterThan(queries.length / 2);
  expect(queries.filter(({ outcome }) => outcome === 'data').length).toBeGreaterThan(queries.length / 10);
  for (const code of ['BAD_USER_INPUT', 'LIMIT_EXCEEDED'])
    expect(report.fought.map(({ outcome }) => outcome)).toContain(code);
});

test('a seed gives the same attack each time', () => {
  expect(attackOf(all, seed)).toEqual(attackOf(all, seed));
  expect(attackOf(all, seed)).not.toEqual(attackOf(all, seed + 1));
});

test.each<[string, Partial<RawAnswer>]>([
  [
    'a stack',
    {
      json: {
        errors: [new GraphQLError('x\n    at f (file)', { extensions: { code: 'NOT_FOUND' } }).toJSON()],
      },
    },
  ],
  [
    'a suggestion',
    {
      json: {
        errors: [new GraphQLError('Did you mean "b"?', { extensions: { code: 'BAD_USER_INPUT' } }).toJSON()],
      },
    },
  ],
  [
    'SQL',
    {
      json: { errors: [new GraphQLError('select a from b', { extensions: { code: 'NOT_FOUND' } }).toJSON()] },
    },
  ],
  [
    'an unknown code',
    { json: { errors: [new GraphQLError('x', { extensions: { code: 'SQL' } }).toJSON()] } },
  ],
  [
    'a masked fault',
    { json: { errors: [new GraphQLError('x', { extensions: { code: 'INTERNAL' } }).toJSON()] } },
  ],
  ['a status of 500', { status: 500, json: { data: {} } }],
  [
    'nothing but UNAVAILABLE',
    {
      status: 503,
      json: { errors: [new GraphQLError('x', { extensions: { code: 'UNAVAILABLE' } }).toJSON()] },
    },
  ],
  ['no JSON', { json: null, text: '<h1>Bad Gateway</h1>' }],
])('%s in an answer is found', (_what, answer) => {
  const whole: RawAnswer = { status: 200, headers: {}, text: '', json: null, milliseconds: 1, ...answer };
  expect(judge({ kind: 'x', request: {} }, whole).wrong).not.toBeNull();
});

test('a measure that goes on and says how far it is, is no fault', () => {
  const error = new GraphQLError('x', { extensions: { code: 'UNAVAILABLE', progress: 0.4 } });
  const answer = { status: 503, headers: {}, text: '', json: { errors: [error.toJSON()] }, milliseconds: 1 };
  expect(judge({ kind: 'x', request: {} }, answer)).toEqual({ outcome: 'UNAVAILABLE', wrong: null });
});
