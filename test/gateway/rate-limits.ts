// Who has asked for too much waits for seconds: counted in cost points, by person or by address.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chosenRates, productionRates, rateLimits } from '#gateway/rate-limits.js';
import { demoClaims, openDemonstration } from '#gateway/demonstration.js';
import { anonymous } from '#shared/viewer.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { codesOf, post, send } from '../kit/raw.js';

/** Of a minute; a window is a sixth. */
const perAddress = 6_000;
const perViewer = 12_000;
const small = { query: '{ area(code: "360300") { name } }' };
/** Costs 600 points: a page of 100 with six values each. */
const large = { query: '{ partners(first: 100) { nodes { id name kind createdAt updatedAt version } } }' };

describe('Through the gateway', () => {
  let hub: TestHub;
  let token: string;
  beforeAll(async () => {
    hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
      settings: {
        RATE_LIMIT_PER_ADDRESS: String(perAddress),
        RATE_LIMIT_PER_VIEWER: String(perViewer),
        TRUSTED_PROXIES: '127.0.0.1',
      },
    });
    token = await (await openDemonstration(hub.dataDir)).sign(demoClaims('viewer'));
  });
  afterAll(() => hub?.stop());

  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('an answer says what is left', async () => {
    const { status, headers } = await post(hub.url, small, from('192.0.2.1'));
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'ratelimit-policy': '1000;w=10',
      'ratelimit-limit': '1000',
      'ratelimit-remaining': '999',
      'ratelimit-reset': '10',
    });
  });

  test('who has spent all waits, for everything, and is told how long; nobody else does', async () => {
    const address = from('192.0.2.2');
    expect((await post(hub.url, large, address)).headers['ratelimit-remaining']).toBe('400');
    const refused = await post(hub.url, large, address);
    expect([refused.status, codesOf(refused)]).toEqual([429, ['RATE_LIMITED']]);
    expect(refused.headers['ratelimit-remaining']).toBe('0');
    const { retryAfter } = refused.json?.errors?.[0]?.extensions as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(10);
    expect(refused.headers['retry-after']).toBe(String(retryAfter));
    // Not even read any more.
    const garbage = await send(hub.url, { headers: { 'content-type': 'text/plain', ...address }, body: 'x' });
    expect([garbage.status, codesOf(garbage)]).toEqual([429, ['RATE_LIMITED']]);
    expect((await post(hub.url, small, from('192.0.2.3'))).status).toBe(200);
  });

  test('a person is counted by itself, wherever it asks from, and has a budget of its own', async () => {
    const bearer = { authorization: `Bearer ${token}` };
    const first = await post(hub.url, large, { ...bearer, ...from('192.0.2.4') });
    expect(first.headers['ratelimit-limit']).toBe('2000');
    const second = await post(hub.url, large, { ...bearer, ...from('192.0.2.5') });
    expect(second.headers['ratelimit-remaining']).toBe('800');
    expect((await post(hub.url, small, from('192.0.2.4'))).headers['ratelimit-remaining']).toBe('999');
  });

  test('what is refused is not free', async () => {
    const address = from('192.0.2.6');
    const wrong = await post(hub.url, { query: '{ nothing }' }, address);
    expect([wrong.status, wrong.headers['ratelimit-remaining']]).toEqual([400, '900']);
    const deep = { query: `{ area(code: "360300") { ${'parent { '.repeat(12)} name ${'} '.repeat(12)} } }` };
    expect((await post(hub.url, deep, address)).headers['ratelimit-remaining']).toBe('800');
    for (let n = 0; n < 8; n += 1) await post(hub.url, { query: '{' }, address);
    expect((await post(hub.url, small, address)).status).toBe(429);
  });

  test('an IPv6 network of 64 bits is one address: a client has all of them', async () => {
    await post(hub.url, large, from('2001:db8:1:2::1'));
    expect((await post(hub.url, small, from('2001:db8:1:2:ffff::9'))).headers['ratelimit-remaining']).toBe(
      '399',
    );
    expect((await post(hub.url, small, from('2001:db8:1:3::1'))).headers['ratelimit-remaining']).toBe('999');
  });
});

describe('Rates', () => {
  const caller = { viewer: anonymous, address: '192.0.2.9' };

  test('0 limits nobody, and nothing is said', async () => {
    const limits = rateLimits({ perAddress: 0, perViewer: 0 });
    expect(await limits.spend(caller, 10 ** 9)).toBeNull();
    expect(limits.secondsToWait(caller)).toBe(0);
  });

  test('a wall of 60 dashboards that ask every 10 seconds has room', async () => {
    const limits = rateLimits(productionRates);
    for (let n = 0; n < 60; n += 1)
      expect(await limits.spend(caller, 7_500)).toMatchObject({ isOverdrawn: false });
  });

  test('a demonstration is generous, a setting counts everywhere', () => {
    const production = { OIDC_ISSUER: 'https://login.example.org' };
    expect(chosenRates(production)).toEqual(productionRates);
    expect(chosenRates({}).perAddress).toBeGreaterThan(productionRates.perAddress);
    expect(chosenRates({ ...production, RATE_LIMIT_PER_ADDRESS: 0 })).toEqual({
      ...productionRates,
      perAddress: 0,
    });
  });
});
