// Refused API keys are counted by the client's address, so whoever may say what it is, may make others wait, or nobody.
import { afterEach, describe, expect, test } from '@jest/globals';
import { refusalsPerAddress } from '#gateway/attempts.js';
import { makeApiKey } from '#shared/api-key.js';
import { readEnv } from '#shared/env.js';
import { startHub } from '../kit/hub.js';
import { cleanUp, cleanups } from '../kit/starts.js';

afterEach(cleanUp);

async function hubThatTrusts(trustedProxies: readonly string[]): Promise<string> {
  const hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'empty', {
    settings: { TRUSTED_PROXIES: trustedProxies.join(',') },
  });
  cleanups.push(() => hub.stop());
  return hub.url;
}

/** Asks with a key that opens nothing, in the name of a client. */
async function guess(url: string, forwardedFor: string): Promise<number> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${makeApiKey().text}`,
      'x-forwarded-for': forwardedFor,
    },
    body: '{"query":"{ __typename }"}',
  });
  return answer.status;
}

test('without trusted proxies a forged X-Forwarded-For is ignored: the guesser waits under every name', async () => {
  const url = await hubThatTrusts([]);
  for (let n = 0; n < refusalsPerAddress; n += 1) expect(await guess(url, `203.0.113.${n}`)).toBe(401);
  expect(await guess(url, '203.0.113.250')).toBe(429);
});

test('behind a trusted proxy each client has its own count, and what a client wrote before the proxy is not believed', async () => {
  const url = await hubThatTrusts(readEnv({ TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1' }).TRUSTED_PROXIES);
  // The proxy adds the address it saw behind what the client sent.
  for (let n = 0; n < refusalsPerAddress; n += 1)
    expect(await guess(url, `198.51.100.${n}, 203.0.113.7`)).toBe(401);
  expect(await guess(url, '198.51.100.250, 203.0.113.7')).toBe(429);
  expect(await guess(url, '203.0.113.8')).toBe(401);
});

describe('TRUSTED_PROXIES', () => {
  test.each(['loopback', '10.0.0.0/33', '10.0.0.5/', '::/0', '0.0.0.0/0', '10.0.0.5,', '10.0.0.0/8/8', '*'])(
    '%s stops the start with a line that says what is allowed',
    (TRUSTED_PROXIES) => {
      expect(() => readEnv({ TRUSTED_PROXIES })).toThrow(
        /^TRUSTED_PROXIES: found ".*"; allowed: addresses or networks/,
      );
    },
  );
  test('names addresses and networks of both kinds; nobody by default', () => {
    expect(readEnv({ TRUSTED_PROXIES: '10.0.0.5,172.31.0.0/16, fd00::/8,::1' }).TRUSTED_PROXIES).toEqual([
      '10.0.0.5',
      '172.31.0.0/16',
      'fd00::/8',
      '::1',
    ]);
    expect(readEnv({}).TRUSTED_PROXIES).toEqual([]);
  });
});
