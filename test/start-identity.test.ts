// Whose tokens a hub believes when it starts: a demonstration says that it is one, production refuses to be one.
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { demoRoles } from '#gateway/demonstration.js';
import { makeApiKey } from '#shared/api-key.js';
import { testDatabase } from './kit/database.js';
import { startProcess } from './kit/process.js';
import { cleanUp, cleanups, folder, refused, startHub } from './kit/starts.js';

afterEach(cleanUp);

const gateway = 'gateway/gateway.main.js';
const modeOf = (dataDir: string, file: string) => (statSync(join(dataDir, file)).mode & 0o777).toString(8);
const tokensIn = (dataDir: string) =>
  JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as Record<string, string>;

async function startGateway(dataDir: string) {
  const started = await startProcess({ entry: gateway, env: { DATA_DIR: dataDir } });
  cleanups.push(() => started.stop());
  return started;
}
async function statusWith(url: string, token: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  return response.status;
}

describe('a demonstration', () => {
  test('prints a token per role before it is ready, and keeps key and tokens for its user only', async () => {
    const dataDir = folder();
    const database = await testDatabase('empty');
    cleanups.push(() => database.drop());
    const hub = await startHub({ DATA_DIR: dataDir, DATABASE_URL: database.url, DEMO_DATA: 'off' });
    const tokens = tokensIn(dataDir);
    expect(Object.keys(tokens)).toEqual([...demoRoles]);
    expect(hub.output()).toMatch(/Demonstration: no OIDC_ISSUER is set[^]*\nready /);
    expect(hub.output()).toMatch(/^Everybody may ask queries of his own, .*TRUSTED_DOCUMENTS=on/m);
    for (const [role, token] of Object.entries(tokens)) {
      expect(hub.output()).toMatch(new RegExp(`^  ${role} +Authorization: Bearer ${token}$`, 'm'));
      expect(await statusWith(hub.url, token)).toBe(200);
    }
    expect([modeOf(dataDir, 'demo-key.json'), modeOf(dataDir, 'demo-tokens.json')]).toEqual(['600', '600']);
    expect(decodeProtectedHeader(tokens['admin'] ?? '')).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  });

  test('of several gateways that start at once on one folder has one key; a token of any is good for all, and after a restart', async () => {
    const dataDir = folder();
    const started = await Promise.all([1, 2, 3].map(() => startGateway(dataDir)));
    const token = (output: string) => /^  admin +Authorization: Bearer (\S+)$/m.exec(output)?.[1] ?? '';
    for (const { url } of started)
      for (const other of started) expect(await statusWith(url, token(other.output()))).toBe(200);
    expect(modeOf(dataDir, 'internal.key')).toBe('600');
    const later = await startGateway(dataDir);
    expect(await statusWith(later.url, token(started[0]?.output() ?? ''))).toBe(200);
  });

  test.each([
    ['demo-key.json', '{}'],
    ['internal.key', 'local:short'],
  ])('whose %s holds %j says so', async (file, content) => {
    const dataDir = folder();
    writeFileSync(join(dataDir, file), content);
    const { code, output } = await refused({ DATA_DIR: dataDir }, gateway);
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^Cannot start: DATA_DIR: .*${file} holds no key; delete it`, 'm'));
  });
});

describe('production', () => {
  const issuer = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'hub' };
  const keys = { INTERNAL_KEYS: `new:${randomBytes(32).toString('hex')}` };
  const production = { NODE_ENV: 'production' };

  test.each(['gateway/main.js', gateway])('does not start %s without an issuer', async (entry) => {
    const dataDir = folder();
    const { code, output } = await refused({ ...production, ...keys, DATA_DIR: dataDir }, entry);
    expect(code).toBe(1);
    expect(output).toMatch(/^Cannot start: OIDC_ISSUER: found nothing; allowed with NODE_ENV=production: /m);
  });

  test.each(['gateway/main.js', gateway, 'subgraphs/donations/main.js'])(
    'does not start %s without keys of its own',
    async (entry) => {
      const { code, output } = await refused({ ...production, ...issuer, DATA_DIR: folder() }, entry);
      expect(code).toBe(1);
      expect(output).toMatch(
        /^Cannot start: INTERNAL_KEYS: found nothing; allowed with NODE_ENV=production: /m,
      );
    },
  );

  test('does not start with the secret of an example, and does not show it', async () => {
    const secret = `example-${randomBytes(32).toString('hex')}`;
    const env = { ...production, ...issuer, INTERNAL_KEYS: `new:${secret}`, DATA_DIR: folder() };
    const { code, output } = await refused(env, 'subgraphs/donations/main.js');
    expect(code).toBe(1);
    expect(output).toMatch(/^Cannot start: INTERNAL_KEYS: found \(not shown, it holds secrets\); allowed: /m);
    expect(output).not.toContain(secret);
  });

  test('starts a gateway with an issuer and keys: it prints no token and makes none', async () => {
    const dataDir = folder();
    const env = { ...production, ...issuer, ...keys, DATA_DIR: dataDir };
    const started = await startProcess({ entry: gateway, env });
    cleanups.push(() => started.stop());
    expect(started.output()).not.toMatch(/Demonstration|Bearer/);
    expect(() => statSync(join(dataDir, 'demo-key.json'))).toThrow('ENOENT');
    expect(() => statSync(join(dataDir, 'internal.key'))).toThrow('ENOENT');
  });
});

test('a gateway whose identity subgraph is down answers 503 to a key, and goes on answering everybody else', async () => {
  const env = { DATA_DIR: folder(), IDENTITY_URL: 'http://127.0.0.1:1/graphql' };
  const started = await startProcess({ entry: gateway, env });
  cleanups.push(() => started.stop());
  const { text } = makeApiKey();
  expect(await statusWith(started.url, text)).toBe(503);
  expect(await statusWith(started.url, text.slice(0, -1))).toBe(401);
  expect(await statusWith(started.url, tokensIn(env.DATA_DIR)['viewer'] ?? '')).toBe(200);
});
