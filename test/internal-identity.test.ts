// A subgraph process believes who its caller says asks only when a key of the hub signed it, for this subgraph, now.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { parseInternalKeys } from '#shared/internal-keys.js';
import { internalTokens } from '#shared/internal-token.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { type TestDatabase, testDatabase } from './kit/database.js';
import { encoded } from './kit/issuer.js';
import { type HubProcess, startProcess } from './kit/process.js';
import { cleanUp, folder } from './kit/starts.js';

const secret = () => randomBytes(32).toString('base64url');
const [first, second] = [
  { id: 'first', secret: secret() },
  { id: 'second', secret: secret() },
];
const finance: Viewer = { ...anonymous, subject: 'somebody', roles: ['finance'], scopes: ['read'] };

let database: TestDatabase;
let subgraph: HubProcess;
beforeAll(async () => {
  database = await testDatabase('empty');
  const keys = `${first.id}:${first.secret},${second.id}:${second.secret}`;
  expect(parseInternalKeys(keys)).toEqual([first, second]);
  subgraph = await startProcess({
    entry: 'subgraphs/identity/main.js',
    env: { DATABASE_URL: database.url, DEMO_DATA: 'off', DATA_DIR: folder(), INTERNAL_KEYS: keys },
  });
});
afterAll(async () => {
  await subgraph?.stop();
  await database?.drop();
  await cleanUp();
});

async function ask(headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${subgraph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ viewer { subject roles } }' }),
  });
  return { status: response.status, body: await response.json() };
}
const headersFor = (viewer: Viewer, key = first, audience = 'identity') =>
  internalTokens([key]).headers({ subgraph: audience, viewer });

test.each([first, second])('each configured key ($id) may sign', async (key) => {
  expect(await ask(await headersFor(finance, key))).toEqual({
    status: 200,
    body: { data: { viewer: { subject: 'somebody', roles: ['finance'] } } },
  });
});

test('without a word about who asks it is nobody', async () => {
  const nobody = { status: 200, body: { data: { viewer: { subject: null, roles: [] } } } };
  expect(await ask({})).toEqual(nobody);
  expect(await headersFor(anonymous)).toEqual({});
});

/** Signs a token as internalTokens does, but for what a test changes. */
function signed(change: {
  claims?: object;
  header?: object;
  secret?: string;
  age?: number;
  issuer?: string;
}): Promise<string> {
  const at = Math.floor(Date.now() / 1000) - (change.age ?? 0);
  return new SignJWT({ viewer: finance, ...change.claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'hub-viewer+jwt', kid: first.id, ...change.header })
    .setIssuer(change.issuer ?? 'hub-gateway')
    .setAudience('identity')
    .setIssuedAt(at)
    .setExpirationTime(at + 60)
    .sign(new TextEncoder().encode(change.secret ?? first.secret));
}

test('the test’s own signature is good, so what it changes is what is refused', async () => {
  expect((await ask({ 'x-hub-identity': await signed({}) })).status).toBe(200);
});

const unsigned = async () => {
  const [, claims] = (await signed({})).split('.');
  return `${encoded({ alg: 'none', typ: 'hub-viewer+jwt', kid: first.id })}.${claims}.`;
};
test.each<[string, () => Promise<string>]>([
  ['signed with another secret', () => signed({ secret: secret() })],
  [
    'signed for another subgraph',
    async () => (await headersFor(finance, first, 'donations'))['x-hub-identity'] ?? '',
  ],
  ['a minute and six seconds old', () => signed({ age: 66 })],
  ['from the future', () => signed({ age: -30 })],
  ['of an unknown key', () => signed({ header: { kid: 'third' } })],
  ['of no key', () => signed({ header: { kid: undefined } })],
  ['of another kind', () => signed({ header: { typ: 'JWT' } })],
  ['of another issuer', () => signed({ issuer: 'somebody' })],
  ['with alg none', unsigned],
  ['with HS512', () => signed({ header: { alg: 'HS512' } })],
  ['about a role that does not exist', () => signed({ claims: { viewer: { ...finance, roles: ['root'] } } })],
  ['about nobody', () => signed({ claims: { viewer: null } })],
  ['no token', () => Promise.resolve('internal')],
  ['empty', () => Promise.resolve('')],
])('a token %s is refused, and nothing is resolved', async (_name, token) => {
  expect(await ask({ 'x-hub-identity': await token() })).toEqual({
    status: 401,
    body: { errors: [{ message: 'The identity is not valid.', extensions: { code: 'UNAUTHENTICATED' } }] },
  });
});
