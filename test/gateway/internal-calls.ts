// A subgraph obeys only what a process of the hub signed for it, for exactly this, just now (hostile cases 25 to 27): everything else is refused
// before anything of it is resolved.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { subgraphNames } from '#shared/directory.js';
import { callSigner, signatureHeader } from '#shared/internal-signature.js';
import { internalTokens } from '#shared/internal-token.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { type CalledSubgraphs, internalKey, type RawCall, serveSubgraphs, signedCall } from '../kit/calls.js';
import { encoded } from '../kit/issuer.js';

const [first, second] = [internalKey('first'), internalKey('second')];
const finance: Viewer = { ...anonymous, subject: 'somebody', roles: ['finance'], scopes: ['read'] };
const service = JSON.stringify({ query: '{ _service { sdl } }' });
const who = JSON.stringify({ query: '{ viewer { subject roles } }' });

let subgraphs: CalledSubgraphs;
beforeAll(async () => {
  subgraphs = await serveSubgraphs([first, second]);
});
afterAll(() => subgraphs?.stop());

const refusal = {
  status: 401,
  body: { errors: [{ message: 'The call is not signed.', extensions: { code: 'UNAUTHENTICATED' } }] },
};

/** A call signed as the hub signs it, but for what a test changes. */
function signedAt(subgraph: string, ageMs: number, change: Partial<RawCall> = {}, key = first): RawCall {
  const call = { method: 'POST', path: '/graphql', body: service, headers: {} };
  const signature = callSigner([key], () => Date.now() - ageMs).sign(subgraph, call);
  return { ...call, ...change, headers: { ...change.headers, [signatureHeader]: signature } };
}
const withSignature = (call: RawCall, change: (signature: string) => string): RawCall => ({
  ...call,
  headers: { ...call.headers, [signatureHeader]: change(call.headers[signatureHeader] ?? '') },
});

/** Kinds of calls that nobody of the hub made. */
const forged: [string, (subgraph: string) => RawCall | Promise<RawCall>][] = [
  ['without a signature', () => ({ method: 'POST', path: '/graphql', body: service, headers: {} })],
  [
    'that asks for entities without a signature',
    () => {
      const query = '{ _entities(representations: []) { __typename } }';
      return { method: 'POST', path: '/graphql', body: JSON.stringify({ query }), headers: {} };
    },
  ],
  ['with an empty signature', (name) => withSignature(signedAt(name, 0), () => '')],
  ['31 s old', (name) => signedAt(name, 31_000)],
  ['31 s ahead', (name) => signedAt(name, -31_000)],
  ['with another body', (name) => signedAt(name, 0, { body: `${service} ` })],
  ['to another path', (name) => signedAt(name, 0, { path: '/graphql?again' })],
  ['by another method', (name) => signedAt(name, 0, { method: 'PUT' })],
  ['signed for another subgraph', (name) => signedAt(name === 'partners' ? 'donations' : 'partners', 0)],
  [
    'signed with another secret under our id',
    (name) => signedAt(name, 0, {}, { ...internalKey('x'), id: 'first' }),
  ],
  ['of a key that nobody knows', (name) => signedAt(name, 0, {}, internalKey('third'))],
  [
    'under the id of the other key',
    (name) => withSignature(signedAt(name, 0), (text) => text.replace('k=first', 'k=second')),
  ],
  [
    'with a later time',
    (name) => withSignature(signedAt(name, 0), (text) => text.replace(/t=\d+/, `t=${Date.now() + 1}`)),
  ],
  [
    'with another nonce',
    (name) =>
      withSignature(signedAt(name, 0), (text) =>
        text.replace(/n=./, (found) => (found === 'n=A' ? 'n=B' : 'n=A')),
      ),
  ],
  [
    'with the identity of another call',
    async (name) => {
      const { headers } = await signedCall(first, name, service, finance);
      return signedAt(name, 0, { headers: { 'x-hub-identity': headers['x-hub-identity'] ?? '' } });
    },
  ],
  ['with a request id of its own', (name) => signedAt(name, 0, { headers: { 'x-hub-request-id': 'mine' } })],
];

interface Answered {
  data: { _entities: unknown[] } | null;
}
const nobody = '00000000-0000-4000-8000-000000000000';
const entityOf = {
  organizations: { __typename: 'Organization', id: nobody },
  partners: { __typename: 'Organization', id: nobody },
  donations: { __typename: 'Organization', id: nobody },
  identity: { __typename: 'Partner', id: nobody },
  imports: { __typename: 'Partner', id: nobody },
};

describe.each(subgraphNames)('the %s subgraph', (name) => {
  test.each([first, second])('answers what is signed with a configured key ($id)', async (key) => {
    const before = subgraphs.executions();
    expect(await subgraphs.send(name, await signedCall(key, name, service))).toMatchObject({
      status: 200,
      body: { data: { _service: { sdl: expect.stringContaining('type') } } },
    });
    expect(subgraphs.executions()).toBe(before + 1);
  });

  test.each(forged)('refuses a call %s, and nothing is resolved', async (_kind, call) => {
    const before = subgraphs.executions();
    expect(await subgraphs.send(name, await call(name))).toEqual(refusal);
    expect(subgraphs.executions()).toBe(before);
  });

  test('refuses the same call a second time', async () => {
    const call = await signedCall(first, name, service);
    expect((await subgraphs.send(name, call)).status).toBe(200);
    const before = subgraphs.executions();
    expect(await subgraphs.send(name, call)).toEqual(refusal);
    expect(subgraphs.executions()).toBe(before);
  });

  test('hostile case 28: refuses a look-up of 10,000 entities, and answers one of 500', async () => {
    const look = async (count: number) => {
      const query =
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
      const representations = Array.from({ length: count }, () => entityOf[name]);
      const body = JSON.stringify({ query, variables: { representations } });
      return (await subgraphs.send(name, await signedCall(first, name, body))).body as Answered;
    };
    expect(await look(10_000)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', argument: 'representations' } }],
    });
    expect((await look(500)).data?._entities).toHaveLength(500);
  });

  test('tells strangers that it lives, and nothing else', async () => {
    const call = { method: 'GET', headers: {}, body: '' };
    expect(await subgraphs.send(name, { ...call, path: '/health/live' })).toMatchObject({ status: 200 });
    expect(await subgraphs.send(name, { ...call, path: '/graphql' })).toEqual(refusal);
    expect(await subgraphs.send(name, { ...call, path: '/' })).toEqual(refusal);
  });
});

describe('who asks', () => {
  test('is nobody when a signed call names nobody', async () => {
    expect(await subgraphs.send('identity', await signedCall(first, 'identity', who))).toMatchObject({
      status: 200,
      body: { data: { viewer: { subject: null, roles: [] } } },
    });
  });

  /** Signs a call around a token as internalTokens makes it, but for what a test changes. */
  async function callWith(token: string): Promise<RawCall> {
    const headers = { 'x-hub-identity': token };
    const call = { method: 'POST', path: '/graphql', body: who, headers };
    return {
      ...call,
      headers: { ...headers, [signatureHeader]: callSigner([first]).sign('identity', call) },
    };
  }
  function token(change: {
    claims?: object;
    header?: object;
    secret?: string;
    age?: number;
    issuer?: string;
  }) {
    const at = Math.floor(Date.now() / 1000) - (change.age ?? 0);
    return new SignJWT({ viewer: finance, ...change.claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'hub-viewer+jwt', kid: first.id, ...change.header })
      .setIssuer(change.issuer ?? 'hub-gateway')
      .setAudience('identity')
      .setIssuedAt(at)
      .setExpirationTime(at + 60)
      .sign(new TextEncoder().encode(change.secret ?? first.secret));
  }
  const ask = async (text: string) => subgraphs.send('identity', await callWith(text));

  test('is who the token says, so what the next tests change is what is refused', async () => {
    expect(await ask(await token({}))).toMatchObject({
      status: 200,
      body: { data: { viewer: { subject: 'somebody', roles: ['finance'] } } },
    });
  });

  const unsigned = async () => {
    const [, claims] = (await token({})).split('.');
    return `${encoded({ alg: 'none', typ: 'hub-viewer+jwt', kid: first.id })}.${claims}.`;
  };
  test.each<[string, () => Promise<string>]>([
    ['signed with another secret', () => token({ secret: internalKey('x').secret })],
    ['signed for another subgraph', () => internalTokens([first]).sign(finance, 'donations')],
    ['a minute and six seconds old', () => token({ age: 66 })],
    ['from the future', () => token({ age: -30 })],
    ['of an unknown key', () => token({ header: { kid: 'third' } })],
    ['of no key', () => token({ header: { kid: undefined } })],
    ['of another kind', () => token({ header: { typ: 'JWT' } })],
    ['of another issuer', () => token({ issuer: 'somebody' })],
    ['with alg none', unsigned],
    ['with HS512', () => token({ header: { alg: 'HS512' } })],
    [
      'about a role that does not exist',
      () => token({ claims: { viewer: { ...finance, roles: ['root'] } } }),
    ],
    ['about nobody', () => token({ claims: { viewer: null } })],
    ['no token', () => Promise.resolve('internal')],
    ['empty', () => Promise.resolve('')],
  ])('is refused for a token %s, though the call is signed', async (_name, make) => {
    const before = subgraphs.executions();
    expect(await ask(await make())).toEqual(refusal);
    expect(subgraphs.executions()).toBe(before);
  });
});
