// Hostile case 52: whoever tries keys by the hundred is made to wait, and nobody else is; a text with NUL never gets in.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { refusalsPerAddress } from '#gateway/attempts.js';
import { makeApiKey } from '#shared/api-key.js';
import { startHub, type TestHub } from '../kit/hub.js';

const lines: { alert?: string }[] = [];
const log = pino({ level: 'error' }, { write: (line: string) => lines.push(JSON.parse(line) as never) });
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', { log });
});
afterAll(() => hub?.stop());

interface Reply {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

/** Asks with a key, from one of the many addresses that every machine has on its loopback. */
function ask(key: string, localAddress: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(hub.url);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    const sent = request(
      { hostname, port, path: '/graphql', method: 'POST', headers, localAddress },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text }),
        );
      },
    );
    sent.on('error', reject).end(JSON.stringify({ query: '{ viewer { subject } }' }));
  });
}

test('case 52: 100 keys by brute force are refused, then made to wait, by address', async () => {
  const create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { secret apiKey { id } } } }`;
  const made = await hub.as('admin').expectData<{ createApiKey: { secret: string } }>(create, {
    input: { label: 'a program that shares its address', scopes: ['read'] },
  });
  const good = made.createApiKey.secret;
  expect((await ask(good, '127.0.0.1')).status).toBe(200);

  const replies: Reply[] = [];
  for (let n = 0; n < 100; n += 1) replies.push(await ask(makeApiKey().text, '127.0.0.1'));
  expect(replies.map(({ status }) => status)).toEqual([
    ...Array.from({ length: refusalsPerAddress }, () => 401),
    ...Array.from({ length: 100 - refusalsPerAddress }, () => 429),
  ]);
  const last = replies.at(-1) as Reply;
  expect(last.text).toMatch(/"code":"RATE_LIMITED"/);
  expect(Number(last.retryAfter)).toBeGreaterThan(0);
  expect(lines.filter(({ alert }) => alert === 'API_KEYS_GUESSED')).toHaveLength(1);

  expect((await ask(good, '127.0.0.1')).status).toBe(200);
  expect((await ask(makeApiKey().text, '127.0.0.2')).status).toBe(401);
  expect((await hub.run('{ viewer { subject } }')).status).toBe(200);
});

test('case 63: NUL in a variable is 400 with the place, before anything runs', async () => {
  const { status, errors } = await hub.run(
    'query ($filter: PartnerFilter) { partners(filter: $filter) { totalCount } }',
    {
      filter: { text: 'a\0b' },
    },
  );
  expect(status).toBe(400);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/variables\.filter\.text/), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});
