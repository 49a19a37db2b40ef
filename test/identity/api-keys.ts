// Keys of programs: shown once, kept as a hash, limited by partner and scopes, refused without a word about why.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { apiKeyReader } from '#gateway/api-keys.js';
import { type EmbeddedSubgraphs, embedSubgraphs } from '#gateway/embedded.js';
import type { Source } from '#gateway/source.js';
import { makeApiKey } from '#shared/api-key.js';
import { roleAddress } from '#shared/database/provision.js';
import { sessionOf } from '#shared/database/row-security.sql.js';
import { tokenPartnerId } from '#shared/demo/bodies.js';
import { demoId } from '#shared/demo/identity.js';
import { HubError } from '#shared/errors.js';
import { withClient } from '../kit/database.js';
import { type Asker, startHub, type TestHub } from '../kit/hub.js';
import { countStatements } from '../kit/statements.js';
import { viewerAs } from '../kit/subgraphs.js';

const lines: { msg: string; level: number }[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line) as never) });

let hub: TestHub;
let subgraphs: EmbeddedSubgraphs;
let admin: Asker;
let partner: Asker;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', { log });
  subgraphs = await embedSubgraphs(() => hub.database.address);
  admin = hub.as('admin');
  partner = hub.as('partner');
});
afterAll(async () => {
  await subgraphs?.close();
  await hub?.stop();
});

const other = demoId('partner', 'jgsu');
const createApiKey = `mutation ($input: CreateApiKeyInput!) { result: createApiKey(input: $input) {
  __typename ... on ApiKeyCreated { secret apiKey { id label prefix scopes expiresAt lastUsedAt revokedAt createdBy partner { id name } } }
  ... on InvalidInput { problems { field code } } ... on UnknownReference { field id } } }`;
const revokeApiKey = `mutation ($input: RevokeApiKeyInput!) { result: revokeApiKey(input: $input) { ... on ApiKey { id revokedAt } } }`;
const question = '{ viewer { subject roles partnerId } }';

interface Created {
  __typename: string;
  secret: string | null;
  apiKey: { id: string; prefix: string; lastUsedAt: string | null; expiresAt: string };
}
const make = async (who: Asker, input: object = {}) => {
  const asked = { label: `key ${randomUUID()}`, scopes: ['read', 'write'], ...input };
  return (await who.expectData<{ result: Created }>(createApiKey, { input: asked })).result;
};
const ownKey = async (input: object = {}) => make(partner, { partnerId: tokenPartnerId, ...input });
const textOf = ({ secret }: Created) => secret ?? '';
const codeOf = async (who: Asker, query: string, input: object) =>
  (await who.run(query, { input })).errors?.[0]?.extensions?.['code'];
const revoke = (who: Asker, { apiKey }: Created) =>
  who.expectData<{ result: { revokedAt: string } }>(revokeApiKey, { input: { apiKeyId: apiKey.id } });

describe('a key', () => {
  test('of a partner acts as that partner', async () => {
    const created = await ownKey({ scopes: ['write', 'read', 'read'] });
    expect(created).toMatchObject({
      __typename: 'ApiKeyCreated',
      apiKey: {
        scopes: ['read', 'write'],
        createdBy: 'demo-partner',
        lastUsedAt: null,
        revokedAt: null,
        partner: { id: tokenPartnerId, name: '江西师范大学' },
      },
    });
    expect(created.secret?.startsWith(created.apiKey.prefix)).toBe(true);
    expect(await hub.withToken(textOf(created)).expectData(question)).toEqual({
      viewer: {
        subject: created.apiKey.prefix.replace('hub_', 'key:'),
        roles: ['partner'],
        partnerId: tokenPartnerId,
      },
    });
    const registerResource = `mutation ($input: RegisterResourceInput!) { result: registerResource(input: $input) { __typename } }`;
    const input = { title: randomUUID(), category: 'TRAINING', capacity: '1', unit: '人次' };
    const key = hub.withToken(textOf(created));
    expect(
      await key.expectData(registerResource, { input: { ...input, partnerId: tokenPartnerId } }),
    ).toEqual({ result: { __typename: 'Resource' } });
    expect(await codeOf(key, registerResource, { ...input, partnerId: other })).toBe('FORBIDDEN');
  });

  test('without a partner acts as a viewer, and is made by administrators only', async () => {
    const key = hub.withToken(textOf(await make(admin, { scopes: ['read'] })));
    expect(await key.expectData(question)).toMatchObject({ viewer: { roles: ['viewer'], partnerId: null } });
    expect(await codeOf(partner, createApiKey, { label: 'x', scopes: ['read'] })).toBe('FORBIDDEN');
  });

  test('is shown once: a repeat under the same idempotency key answers with it, but not with its secret', async () => {
    const input = {
      label: 'once',
      scopes: ['read'],
      partnerId: tokenPartnerId,
      idempotencyKey: randomUUID(),
    };
    const first = await make(partner, input);
    const repeats = await Promise.all([1, 2, 3].map(() => make(partner, input)));
    for (const repeat of repeats) expect(repeat).toEqual({ ...first, secret: null });
    expect(first.secret).not.toBeNull();
  });

  test('of ten calls at once under one idempotency key is one, whose secret exactly one of them got', async () => {
    const input = {
      label: 'race',
      scopes: ['read'],
      partnerId: tokenPartnerId,
      idempotencyKey: randomUUID(),
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => make(partner, input)));
    const secrets = answers.flatMap(({ secret }) => (secret === null ? [] : [secret]));
    expect(new Set(answers.map(({ apiKey }) => apiKey.prefix)).size).toBe(1);
    expect(secrets).toHaveLength(1);
    expect((await hub.withToken(secrets[0] ?? '').run(question)).status).toBe(200);
  });

  test('is kept nowhere as a text, and its hash in no record', async () => {
    const secret = textOf(await ownKey({ idempotencyKey: randomUUID() })).split('_')[2] ?? '';
    expect(secret).toHaveLength(43);
    await withClient(hub.database.address, async (client) => {
      for (const table of ['api_key', 'audit_record', 'idempotency']) {
        const found = await client.query(`select from identity.${table} t where t::text like $1`, [
          `%${secret}%`,
        ]);
        expect(found.rowCount).toBe(0);
      }
      const { rows } = await client.query<{ changes: object }>(
        `select changes from identity.audit_record where action = 'createApiKey' order by at desc limit 1`,
      );
      expect(rows[0]?.changes).toMatchObject({ secretHash: { after: '(personal)' }, prefix: {} });
    });
  });

  test.each([
    [{ scopes: [] }, 'scopes', 'SCOPE_UNKNOWN'],
    [{ scopes: ['read', 'everything'] }, 'scopes', 'SCOPE_UNKNOWN'],
    [{ label: ' ' }, 'label', 'TEXT_BLANK'],
    [{ label: 'x'.repeat(101) }, 'label', 'TEXT_TOO_LONG'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt', 'EXPIRY_OUT_OF_RANGE'],
    [{ expiresAt: '2999-01-01T00:00:00Z' }, 'expiresAt', 'EXPIRY_OUT_OF_RANGE'],
  ])('with %j is not made', async (wrong, field, code) => {
    expect(await ownKey(wrong)).toEqual({ __typename: 'InvalidInput', problems: [{ field, code }] });
  });

  test.each([randomUUID(), 'nobody'])('of the unknown partner %s is not made', async (id) => {
    const answer = { __typename: 'UnknownReference', field: 'partnerId', id };
    expect(await make(admin, { partnerId: id })).toEqual(answer);
  });
});

describe('keys are seen and revoked', () => {
  const list = `{ apiKeys(first: 100) { totalCount nodes { id prefix partner { id } } } }`;
  interface Listed {
    apiKeys: { totalCount: number; nodes: { id: string; partner: { id: string } | null }[] };
  }

  test('by their partner and by administrators, and by nobody else', async () => {
    const [own, foreign] = [await ownKey(), await make(admin, { partnerId: other })];
    const ids = async (who: Asker) => (await who.expectData<Listed>(list)).apiKeys.nodes.map(({ id }) => id);
    expect(await ids(admin)).toEqual(expect.arrayContaining([own.apiKey.id, foreign.apiKey.id]));
    const { apiKeys } = await partner.expectData<Listed>(list);
    expect(new Set(apiKeys.nodes.map((key) => key.partner?.id))).toEqual(new Set([tokenPartnerId]));
    expect(apiKeys.totalCount).toBe(apiKeys.nodes.length);
    for (const who of [hub, hub.as('viewer'), hub.as('finance'), hub.as('organization')])
      expect((await who.run(list)).errors?.[0]?.extensions?.['code']).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    expect(await codeOf(partner, revokeApiKey, { apiKeyId: foreign.apiKey.id })).toBe('NOT_FOUND');
    expect(await codeOf(admin, revokeApiKey, { apiKeyId: randomUUID() })).toBe('NOT_FOUND');
    expect((await hub.withToken(textOf(foreign)).run(question)).status).toBe(200);
  });

  test('in the database too: another partner’s key is neither seen nor changed, and rights never change', async () => {
    const foreign = await make(admin, { partnerId: other });
    await withClient(roleAddress('identity', hub.database.address), async (client) => {
      await client.query('begin');
      const viewer = viewerAs('partner', { partnerId: tokenPartnerId });
      for (const [name, value] of Object.entries(sessionOf(viewer) ?? {}))
        await client.query('select set_config($1, $2, true)', [name, value]);
      const touch = 'update identity.api_key set revoked_at = now() where id = $1';
      expect((await client.query(touch, [foreign.apiKey.id])).rowCount).toBe(0);
      expect(
        (await client.query('select from identity.api_key where partner_id = $1', [other])).rowCount,
      ).toBe(0);
      await expect(
        client.query(`update identity.api_key set scopes = '{export:bulk}'`),
      ).rejects.toMatchObject({
        code: '42501',
      });
    });
  });

  test('a revoked key stays revoked, with its first time', async () => {
    const created = await ownKey();
    const first = await revoke(partner, created);
    expect(await revoke(admin, created)).toEqual(first);
    expect(first.result.revokedAt).not.toBeNull();
  });
});

describe('the gateway asks about a key', () => {
  /** A reader over the real subgraph, with a clock of the test and a count of its questions. */
  function reader() {
    const state = { now: Date.now(), questions: 0 };
    const source: Source = (fetch) => {
      state.questions += 1;
      return subgraphs.sourceFor('identity')(fetch);
    };
    return {
      state,
      read: apiKeyReader(
        () => source,
        () => state.now,
      ),
    };
  }

  test('once in 30 seconds; a revocation works by then', async () => {
    const created = await ownKey();
    const { state, read } = reader();
    const start = state.now;
    const texts = Array.from({ length: 20 }, () => textOf(created));
    const viewers = await Promise.all(texts.map(read));
    expect(new Set(viewers).size).toBe(1);
    expect(state.questions).toBe(1);
    await revoke(partner, created);
    state.now = start + 29_999;
    expect(await read(textOf(created))).toEqual(viewers[0]);
    state.now = start + 30_000;
    await expect(read(textOf(created))).rejects.toMatchObject({ prefix: created.apiKey.prefix });
    expect(state.questions).toBe(2);
  });

  test('which expires while its answer is kept, and it is refused at that instant', async () => {
    const created = await ownKey();
    const expiresAt = Date.parse(created.apiKey.expiresAt);
    const { state, read } = reader();
    state.now = expiresAt - 1;
    expect(await read(textOf(created))).toMatchObject({ roles: ['partner'] });
    state.now = expiresAt;
    await expect(read(textOf(created))).rejects.toThrow('opens nothing');
    expect(state.questions).toBe(1);
  });

  test('not at all when its check is wrong, and remembers that a key is unknown', async () => {
    const { state, read } = reader();
    const unknown = makeApiKey().text;
    const mistyped = unknown.slice(0, -1) + (unknown.endsWith('0') ? '1' : '0');
    await expect(read(mistyped)).rejects.toThrow('opens nothing');
    expect(state.questions).toBe(0);
    for (let time = 0; time < 3; time += 1) await expect(read(unknown)).rejects.toThrow('opens nothing');
    expect(state.questions).toBe(1);
  });

  test('again when there was no answer, which is no refusal', async () => {
    const created = await ownKey();
    let isDown = true;
    const read = apiKeyReader(() => {
      if (isDown) throw new HubError('UNAVAILABLE', 'down');
      return subgraphs.sourceFor('identity');
    });
    await expect(read(textOf(created))).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    isDown = false;
    expect(await read(textOf(created))).toMatchObject({ roles: ['partner'] });
  });

  test('and its use is noted, at most once a minute', async () => {
    const created = await ownKey();
    const lastUse = () =>
      withClient(hub.database.address, async (client) => {
        const { rows } = await client.query<{ at: Date | null; version: number }>(
          'select last_used_at as at, version from identity.api_key where id = $1',
          [created.apiKey.id],
        );
        return rows[0];
      });
    expect(await lastUse()).toEqual({ at: null, version: 1 });
    await reader().read(textOf(created));
    const first = await lastUse();
    expect(first?.at).not.toBeNull();
    await reader().read(textOf(created));
    expect(await lastUse()).toEqual(first);
    await withClient(hub.database.address, (client) =>
      client.query(
        `update identity.api_key set last_used_at = last_used_at - interval '61 seconds' where id = $1`,
        [created.apiKey.id],
      ),
    );
    await reader().read(textOf(created));
    expect((await lastUse())?.at?.getTime()).toBeGreaterThan((first?.at?.getTime() ?? 0) - 1);
  });
});

const refusal = {
  status: 401,
  errors: [{ message: 'The token is not valid.', extensions: { code: 'UNAUTHENTICATED' } }],
};

describe('hostile case 48: a key', () => {
  const changed = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
  /** Our id with another secret, and a good check over both, as a forger who knows the form makes it. */
  const forged = (text: string, secretOf: string) => {
    const parts = [text.split('_').slice(0, 2), secretOf.split('_')[2]].flat().join('_');
    return `${parts}_${crc32(parts).toString(16).padStart(8, '0')}`;
  };
  const expire = `update identity.api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1`;

  test.each<[string, (text: string, created: Created) => string | Promise<string>]>([
    ['that was never made', () => makeApiKey().text],
    ['with the secret of another', async (text) => forged(text, textOf(await ownKey()))],
    ['with another check', (text) => changed(text, text.length - 1)],
    ['mistyped in its secret', (text) => changed(text, 20)],
    ['with another mark', (text) => text.replace('hub_', 'hub_live_')],
    ['cut off', (text) => text.slice(0, -9)],
    ['with something behind it', (text) => `${text}0`],
    ['that is only its showable part', (text) => text.slice(0, 14)],
    ['that is revoked', (text, created) => revoke(partner, created).then(() => text)],
    [
      'that has expired',
      (text, { apiKey }) =>
        withClient(hub.database.address, (client) => client.query(expire, [apiKey.id])).then(() => text),
    ],
  ])('%s is refused like any token, with its showable part in the log and no more', async (_name, change) => {
    const created = await ownKey();
    const text = await change(textOf(created), created);
    lines.splice(0);
    expect(await hub.withToken(text).run(question)).toEqual(refusal);
    const prefix = /^hub_[0-9A-Za-z]{10}(?=_)/.exec(text)?.[0] ?? null;
    expect(lines).toMatchObject([{ level: 40, msg: 'refused an API key', apiKey: prefix }]);
    expect(JSON.stringify(lines)).not.toContain(text.slice(15, 30) || text);
  });

  test('with a newline or a NUL in it does not get through HTTP', async () => {
    const text = textOf(await ownKey());
    for (const character of ['\n', '\r\n', '\0']) {
      const answer = await raw(`${text.slice(0, 20)}${character}${text.slice(20)}`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).not.toContain('"data"');
    }
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 200 [^]*"roles":\["partner"\]/);
  });

  /** Sends a request byte by byte as it stands: no client would let such a header pass. */
  function raw(token: string): Promise<string> {
    const { hostname, port } = new URL(hub.url);
    const body = JSON.stringify({ query: question });
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect({ host: hostname, port: Number(port) }, () =>
        socket.write(
          `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nConnection: close\r\n` +
            `Content-Length: ${body.length}\r\nAuthorization: Bearer ${token}\r\n\r\n${body}`,
        ),
      );
      socket.on('data', (chunk) => (answer += String(chunk)));
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  }

  test('that is unknown and one whose secret is wrong cost the same work', async () => {
    const text = textOf(await ownKey());
    const counted = async (token: string) => {
      const statements = countStatements();
      expect(await hub.withToken(token).run(question)).toEqual(refusal);
      statements.stop();
      return statements.texts;
    };
    const [unknown, wrong] = [
      await counted(makeApiKey().text),
      await counted(forged(text, makeApiKey().text)),
    ];
    expect(unknown).toEqual(wrong);
    expect(unknown.filter((statement) => statement.includes('api_key'))).toHaveLength(1);
  });
});

describe('hostile case 51: a key', () => {
  const registerResource = `mutation ($input: RegisterResourceInput!) { registerResource(input: $input) { __typename } }`;
  const input = { title: 'x', category: 'TRAINING', capacity: '1', unit: '人次', partnerId: tokenPartnerId };

  test('that may only read runs no mutation', async () => {
    const key = hub.withToken(textOf(await ownKey({ scopes: ['read', 'export:bulk'] })));
    const { data, errors } = await key.run(registerResource, { input });
    expect(data).toEqual({ registerResource: null });
    expect(errors).toMatchObject([
      {
        message: 'registerResource: your API key lacks the scope "write".',
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
  });

  test('that may only write reads nothing that is not public', async () => {
    const key = hub.withToken(textOf(await ownKey({ scopes: ['write'] })));
    const { errors } = await key.run('{ apiKeys { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await key.run('{ partners { totalCount } }')).errors).toBeUndefined();
  });

  test('with every scope makes and revokes no keys: a stolen one would outlive itself', async () => {
    const created = await ownKey({ scopes: ['read', 'write', 'export:bulk'] });
    const key = hub.withToken(textOf(created));
    const asked = { label: 'x', scopes: ['read'], partnerId: tokenPartnerId };
    expect(await codeOf(key, createApiKey, asked)).toBe('FORBIDDEN');
    expect(await codeOf(key, revokeApiKey, { apiKeyId: created.apiKey.id })).toBe('FORBIDDEN');
  });
});

test('hostile case 52: 100 mistyped keys cost no statement, and each is in the log', async () => {
  const { apiKey } = await ownKey();
  const guesses = Array.from({ length: 100 }, () => `${apiKey.prefix}_${makeApiKey().text.slice(15)}`);
  lines.splice(0);
  const statements = countStatements();
  const answers = await Promise.all(guesses.map((guess) => hub.withToken(guess).run(question)));
  statements.stop();
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  expect(statements.texts).toEqual([]);
  expect(
    lines.filter((line) => (line as unknown as { apiKey: string }).apiKey === apiKey.prefix),
  ).toHaveLength(100);
});
