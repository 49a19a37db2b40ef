// A real issuer, one that changes its keys, and one that does not answer.
import { afterEach, describe, expect, test } from '@jest/globals';
import { Pool } from 'undici';
import { remoteKeys, viewerOfToken } from '#gateway/oidc.js';
import { eventually } from './kit/eventually.js';
import { startHub, type TestHub } from './kit/hub.js';
import {
  close,
  encoded,
  serve,
  signedToken,
  signingKey,
  startIssuer,
  type TestIssuer,
} from './kit/issuer.js';
import { startOpenIdProvider } from './kit/open-id-provider.js';
import { cleanUp, cleanups } from './kit/starts.js';

afterEach(cleanUp);

const question = '{ viewer { subject roles partnerId } }';
const mode = { topology: 'embedded', engine: 'hive' } as const;

async function hubOf(issuer: TestIssuer): Promise<TestHub> {
  const hub = await startHub(mode, 'empty', { issuer });
  cleanups.push(() => hub.stop());
  return hub;
}
async function issuerWith(times: Parameters<typeof startIssuer>[0] = {}): Promise<TestIssuer> {
  const issuer = await startIssuer(times);
  cleanups.push(() => issuer.stop());
  return issuer;
}
const statusOf = async (hub: TestHub, token: string) => (await hub.withToken(token).run(question)).status;

/** Asks again until the answer comes. */
const until = (status: number, ask: () => Promise<number>): Promise<boolean> =>
  eventually(async () => (await ask()) === status, 50_000);

test('a token of a real OpenID provider, found by its discovery document, gives its viewer', async () => {
  const partnerId = '1b1b3d7b-2cb2-86a6-ac28-cdbf5a6b1056';
  const audience = 'urn:linkage-hub:test';
  const claims = { roles: ['partner', 'internal'], partner_id: partnerId };
  const provider = await startOpenIdProvider(audience, [{ id: 'portal', secret: 'of-a-test', claims }]);
  cleanups.push(() => provider.stop());
  const { issuer } = provider;
  const token = await provider.token();
  const hub = await startHub(mode, 'empty', { issuer: { issuer, audience, keys: remoteKeys(issuer) } });
  cleanups.push(() => hub.stop());
  expect(await hub.withToken(token).expectData(question)).toEqual({
    viewer: { subject: 'portal', roles: ['partner'], partnerId },
  });
  const elsewhere = { issuer, audience: 'urn:another', keys: remoteKeys(issuer) };
  await expect(viewerOfToken(token, elsewhere)).rejects.toMatchObject({ claim: 'aud' });
});

test('a discovery document that speaks for another issuer, or names keys elsewhere without encryption, is not believed', async () => {
  const issuer = await issuerWith();
  let document: object = {};
  const { server, url } = await serve((_request, response) => response.end(JSON.stringify(document)));
  cleanups.push(() => close(server));
  const jwks = await serve((_request, response) => response.end(JSON.stringify({ keys: [issuer.key.jwk] })));
  cleanups.push(() => close(jwks.server));
  const read = async () => {
    const token = await signedToken(issuer, { claims: { iss: url } });
    return viewerOfToken(token, { issuer: url, audience: issuer.audience, keys: remoteKeys(url) });
  };
  document = { issuer: url, jwks_uri: jwks.url };
  expect(await read()).toMatchObject({ subject: 'somebody' });
  document = { issuer: 'https://somebody.else', jwks_uri: jwks.url };
  await expect(read()).rejects.toThrow('is of another issuer');
  document = { issuer: url, jwks_uri: 'ftp://keys' };
  await expect(read()).rejects.toThrow('without encryption');
});

test('hostile case 45: 10,000 made-up key ids cost at most one fetch of keys, and others are answered', async () => {
  const issuer = await issuerWith();
  const hub = await hubOf(issuer);
  const good = await signedToken(issuer);
  expect(await statusOf(hub, good)).toBe(200);
  const [, claims, signature] = good.split('.');
  const madeUp = (kid: number) =>
    [encoded({ alg: 'RS256', typ: 'at+jwt', kid: `made-up-${kid}` }), claims, signature].join('.');
  const pool = new Pool(hub.url, { connections: 20 });
  cleanups.push(() => pool.close());
  const statuses = new Set<number>();
  let [next, others] = [0, 0];
  const attack = async () => {
    while (next < 10_000) {
      const kid = next++;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${madeUp(kid)}` };
      const answer = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers,
        body: '{"query":"{ __typename }"}',
      });
      await answer.body.dump();
      statuses.add(answer.statusCode);
      if (kid % 100 === 0 && (await statusOf(hub, good)) === 200) others += 1;
    }
  };
  await Promise.all(Array.from({ length: 20 }, attack));
  expect([...statuses]).toEqual([401]);
  expect(others).toBe(100);
  // The first is the good token's own.
  expect(issuer.fetches()).toBeLessThanOrEqual(2);
}, 120_000);

test('hostile case 46: a new key is accepted after the cooldown, a withdrawn one refused after the age of the cache', async () => {
  const issuer = await issuerWith({ cooldownMs: 1_500, cacheMaxAgeMs: 3_000 });
  const hub = await hubOf(issuer);
  const second = await signingKey('second');
  const [old, fresh] = [await signedToken(issuer), await signedToken(issuer, { key: second })];
  expect(await statusOf(hub, old)).toBe(200);
  issuer.publish(issuer.key, second);
  expect(await statusOf(hub, fresh)).toBe(401);
  await until(200, () => statusOf(hub, fresh));
  expect(await statusOf(hub, old)).toBe(200);
  issuer.publish(second);
  await until(401, () => statusOf(hub, old));
  expect(await statusOf(hub, fresh)).toBe(200);
});

describe('hostile case 47: an issuer that', () => {
  test.each([
    ['is gone', (issuer: TestIssuer) => issuer.stop()],
    ['never answers', (issuer: TestIssuer) => issuer.hang()],
  ])('%s: known keys go on, unknown ones are refused within 3 seconds', async (_name, fail) => {
    const issuer = await issuerWith({ cooldownMs: 0 });
    const hub = await hubOf(issuer);
    const good = await signedToken(issuer);
    expect(await statusOf(hub, good)).toBe(200);
    await fail(issuer);
    const start = performance.now();
    const unknown = statusOf(hub, await signedToken(issuer, { header: { kid: 'unknown' } }));
    expect(await statusOf(hub, good)).toBe(200);
    expect(await unknown).toBe(401);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(await statusOf(hub, good)).toBe(200);
  });

  test.each([
    ['is not there', null],
    ['never answers for its discovery document', () => undefined],
  ])(
    '%s from the beginning: every token is refused within 3 seconds, strangers are answered',
    async (_name, listener) => {
      const { server, url } = await serve(listener ?? (() => undefined));
      cleanups.push(() => close(server));
      if (listener === null) await close(server);
      const issuer = await issuerWith();
      const hub = await startHub(mode, 'empty', { issuer: { ...issuer, keys: remoteKeys(url) } });
      cleanups.push(() => hub.stop());
      const start = performance.now();
      expect(await statusOf(hub, await signedToken(issuer))).toBe(401);
      expect(performance.now() - start).toBeLessThan(3_000);
      expect(await hub.expectData(question)).toMatchObject({ viewer: { roles: [] } });
    },
  );
});
