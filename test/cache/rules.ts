// What is kept of answers, for whom, and how long.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subgraphNames } from '#shared/directory.js';
import { request } from 'undici';
import { documentIdOf } from '#gateway/trusted/manifest.js';
import { keysOnce } from '#gateway/cache/key.js';
import { projectFile } from '#gateway/start.js';
import { anonymous, type Scope } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { type Asker, startHub, type TestHub } from '../kit/hub.js';
import { partnersMutation } from '../kit/partners.js';
import { samplesIn, sumOf } from '../kit/prometheus.js';
import { cacheCounts } from '../kit/proof.js';

const mode = { topology: 'embedded', engine: 'hive' } as const;
const dashboard = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(mode);
  // The first questions take so long that nobody knows what was written meanwhile, and such answers are not kept.
  const query = own('partners { totalCount } fundingPools { name } organizations { totalCount }');
  await eventually(async () => (await became(() => hub.expectData(query)))['hit'] === 1);
});
afterAll(() => hub?.stop());

async function metric(name: string, url = hub.url): Promise<number> {
  return sumOf(samplesIn(await (await fetch(`${url}/metrics`)).text()), name);
}

/** Yields what became of the questions that are asked meanwhile. */
async function became(ask: () => Promise<unknown>, url = hub.url): Promise<Record<string, number>> {
  const before = await cacheCounts(url);
  await ask();
  const after = await cacheCounts(url);
  return Object.fromEntries(
    Object.entries(after)
      .map(([result, count]) => [result, count - (before[result] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );
}

/** A question that nobody has asked yet. */
let asked = 0;
const own = (selection = 'partners { totalCount }') => `query Own${(asked += 1)} { ${selection} }`;

async function post(body: object, headers: Record<string, string> = {}, url = hub.url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('An answer', () => {
  test('is given again, byte for byte but for its request and its time', async () => {
    const query = own('area(code: "360300") { name funds { donationCount } } partners { totalCount }');
    const made = await post({ query }, { 'cache-control': 'no-cache' });
    const kept = () =>
      eventually(async () => {
        let answer = made;
        const counted = await became(async () => (answer = await post({ query })));
        return counted['hit'] === 1 && answer;
      });
    const [first, again] = [await kept(), await kept()];
    const plain = (text: string) => text.replace(/"requestId":"[^"]*"/, '').replaceAll(/"asOf":"[^"]*"/g, '');
    expect(plain(again.text)).toBe(plain(first.text));
    expect(JSON.parse(again.text)).toEqual({
      data: (JSON.parse(made.text) as { data: object }).data,
      extensions: { hub: { requestId: expect.any(String), subgraphs: expect.any(Object) } },
    });
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    expect(again.text).toContain(`"requestId":"${again.headers.get('x-request-id')}"`);
    for (const name of ['content-type', 'cache-control', 'x-content-type-options', 'ratelimit-limit'])
      expect([name, again.headers.get(name)]).toEqual([name, made.headers.get(name)]);
    const times = [...again.text.matchAll(/"asOf":"([^"]*)"/g)].map(([, time]) => Date.parse(time ?? ''));
    expect(times).toHaveLength(3);
    for (const time of times) expect(time).toBeLessThanOrEqual(Date.now());
  });

  test('costs as much as one that is made', async () => {
    const query = own('organizations(first: 50) { nodes { name } }');
    const left = async () => Number((await post({ query })).headers.get('ratelimit-remaining'));
    const [one, two, three] = [await left(), await left(), await left()];
    expect([one - two, two - three]).toEqual([one - two, one - two]);
    expect(one - two).toBeGreaterThanOrEqual(50);
  });

  test('is made anew for who asks with no-cache', async () => {
    const query = own();
    await hub.expectData(query);
    const fresh = hub.with({ 'cache-control': 'max-age=0, No-Cache' });
    expect(await became(() => fresh.expectData(query))).toEqual({ fresh: 1 });
    expect(await became(() => hub.expectData(query))).toEqual({ hit: 1 });
  });

  test('is not kept when something of it is missing, or depends on the moment', async () => {
    const wrong = own('area(code: "369999") { name } partners { totalCount }');
    const keys = own('apiKeys { totalCount }');
    const admin = hub.as('admin');
    for (const ask of [() => hub.run(wrong), () => admin.run(keys)]) {
      await ask();
      expect(await became(ask)).toEqual({ absent: 1 });
    }
  });

  test('is outdated by a write in the database, however it was made, that says so', async () => {
    const query = own();
    await hub.expectData(query);
    await withClient(hub.database.address, (client) =>
      client.query(
        `select partners.append_audit('[{"entity": "Partner", "entityId": "x", "changes": {}}]', 'who', '{admin}', 'by hand', null)`,
      ),
    );
    expect(await eventually(async () => (await became(() => hub.expectData(query)))['outdated'] === 1)).toBe(
      true,
    );
    await withClient(hub.database.address, (client) =>
      client.query(
        `select donations.append_audit('[{"entity": "Donation", "entityId": "x", "changes": {}}]', 'who', '{admin}', 'by hand', null)`,
      ),
    );
    // What was written elsewhere is nothing to it.
    expect(await became(() => hub.expectData(query))).toEqual({ hit: 1 });
  });
});

describe('Equal questions at the same time', () => {
  /** Less than a question waits for another's answer. */
  const waitingMs = 1_500;

  /** Asks while nobody can read the pools: what else is asked for has been read by the time that this waits. */
  async function whileLocked(run: (waiting: (count: number) => Promise<unknown>) => Promise<unknown>) {
    await withClient(hub.database.address, async (client) => {
      await client.query('begin; lock table donations.funding_pool in access exclusive mode');
      const waiting = (count: number) =>
        withClient(hub.database.address, (watcher) =>
          eventually(async () => {
            const { rows } = await watcher.query<{ count: number }>(
              `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            );
            return rows[0]?.count === count;
          }, waitingMs),
        );
      await run(waiting).finally(() => client.query('commit'));
    });
  }
  const ask = (query: string) => hub.expectData<{ partners: { totalCount: number } }>(query);

  test('wait for one answer', async () => {
    const ofOneMoment = async () => {
      const query = own('partners { totalCount } fundingPools { name }');
      const answers: Promise<unknown>[] = [];
      return became(async () => {
        await whileLocked(async (waiting) => {
          answers.push(ask(query), ask(query), ask(query));
          await waiting(1);
        });
        const [one, two, three] = await Promise.all(answers);
        expect([two, three]).toEqual([one, one]);
      });
    };
    // On a busy machine one of them may arrive when the first is answered: then they were not at the same time.
    await eventually(async () => {
      const { absent, joined } = await ofOneMoment();
      return absent === 1 && joined === 2;
    });
  });

  test('do not when something was written in between, that the first may not have seen', async () => {
    const query = own('partners { totalCount } fundingPools { name }');
    const answers: ReturnType<typeof ask>[] = [];
    await whileLocked(async (waiting) => {
      answers.push(ask(query));
      await waiting(1);
      await hub.as('admin').expectData(partnersMutation('registerPartner'), {
        input: { name: `伙伴 ${randomUUID()}`, kind: 'UNIVERSITY' },
      });
      answers.push(ask(query));
      await waiting(2).catch(() => undefined);
    });
    const [before, after] = (await Promise.all(answers)).map(({ partners }) => partners.totalCount);
    expect(after).toBe((before as number) + 1);
  });
});

describe('Whose answers are whose:', () => {
  const person = (subject: string, role: 'viewer' | 'partner' | 'analyst', rest: object = {}): Asker =>
    hub.as({ subject, roles: [role], ...rest });

  test('who may see the same shares them, and nobody else', async () => {
    const query = own('organizations(first: 3) { nodes { name } }');
    const [one, other, stranger] = [person('one', 'viewer'), person('other', 'viewer'), hub];
    expect(await became(() => one.expectData(query))).toEqual({ absent: 1 });
    expect(await became(() => other.expectData(query))).toEqual({ hit: 1 });
    expect(await became(() => stranger.expectData(query))).toEqual({ absent: 1 });
    expect(await became(() => person('third', 'analyst').expectData(query))).toEqual({ absent: 1 });
    const partner = (partnerId: string) => person('p', 'partner', { partnerId });
    const ids = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'] as const;
    expect(await became(() => partner(ids[0]).expectData(query))).toEqual({ absent: 1 });
    expect(await became(() => partner(ids[1]).expectData(query))).toEqual({ absent: 1 });
  });

  test('what says who asks is for that person alone', async () => {
    const query = own('viewer { subject } partners { totalCount }');
    for (const subject of ['one', 'other', 'one'])
      expect(await person(subject, 'viewer').expectData(query)).toMatchObject({ viewer: { subject } });
    expect(await hub.expectData(query)).toMatchObject({ viewer: { subject: null } });
  });

  test('what one may not see is refused after another has seen it', async () => {
    const query = own('donations(first: 1) { nodes { donorName } }');
    await hub.as('finance').expectData(query);
    for (const asker of [hub, person('one', 'viewer'), hub.as('partner')])
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(
        (await asker.run(query)).errors?.[0]?.extensions?.['code'],
      );
  });

  test('keys limited to other scopes are other keys', () => {
    const keysOf = keysOnce();
    const request = { method: 'POST', headers: {} } as never;
    const keyWith = (scopes: Scope[] | null, asks: object = {}, viewer: object = {}, generation = 0) =>
      keysOf(request, { query: '{ a }', ...asks }, { ...anonymous, scopes, ...viewer }, generation)?.shared;
    const all = [
      keyWith(null),
      keyWith(['read']),
      keyWith(['read', 'write']),
      keyWith(null, {}, { roles: ['partner'], partnerId: 'a' }),
      keyWith(null, {}, { roles: ['partner'], organizationId: 'a' }),
      keyWith(null, { operationName: 'a' }),
      keyWith(null, { variables: { a: 1, b: 2 } }),
      keyWith(null, { variables: { a: '1', b: 2 } }),
      keyWith(null, { variables: { a: [1], b: 2 } }),
      keyWith(null, { query: '{ b }' }),
      keyWith(null, {}, {}, 1),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain(undefined);
  });
});

describe('Nobody poisons it:', () => {
  test('headers that the hub does not believe change nothing', async () => {
    const query = own('viewer { subject roles } organizations(first: 2) { nodes { name } }');
    const poison = {
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-hub-identity': 'admin',
      'x-original-url': '/other',
    };
    const first = await hub.with(poison).expectData(query);
    expect(await hub.expectData(query)).toEqual(first);
    expect(first).toMatchObject({ viewer: { subject: null, roles: [] } });
  });

  test('the operation that is named is the one that is answered', async () => {
    const query = 'query One { partners { totalCount } } query Two { organizations { totalCount } }';
    for (let times = 0; times < 2; times += 1) {
      expect((await post({ query, operationName: 'One' })).text).toMatch(/^{"data":{"partners"/);
      expect((await post({ query, operationName: 'Two' })).text).toMatch(/^{"data":{"organizations"/);
      expect((await post({ query })).status).toBe(400);
    }
  });

  test('what Apollo Server refuses is refused though the answer is kept', async () => {
    const query = own();
    const url = `${hub.url}/graphql?query=${encodeURIComponent(query)}`;
    const get = (headers: Record<string, string>) => fetch(url, { headers }).then(({ status }) => status);
    const safe = { 'apollo-require-preflight': '1' };
    expect([
      await get(safe),
      await get(safe),
      await get({}),
      await get({ ...safe, accept: 'text/csv' }),
      await get({ 'x-apollo-operation-name': 'Any' }),
      await get({ 'content-type': 'application/json' }),
      await get({ 'content-type': 'text/plain' }),
    ]).toEqual([200, 200, 400, 406, 200, 200, 400]);
    expect((await post({ query, variables: '{}' })).status).toBe(400);
    expect((await post({ query, extensions: { persistedQuery: { version: 1 } } })).status).not.toBe(500);
    const graphql = { accept: 'application/graphql-response+json' };
    for (let times = 0; times < 2; times += 1)
      expect((await post({ query }, graphql)).headers.get('content-type')).toMatch(
        /^application\/graphql-response\+json/,
      );
  });
});

test('a trusted document’s answer has the ETag that it had when it was made: 304 while it holds', async () => {
  const search = new URLSearchParams({
    documentId: documentIdOf(dashboard),
    variables: '{"area":"360302"}',
  });
  const get = async (headers: Record<string, string> = {}) => {
    // Not fetch: with If-None-Match it asks for a new answer besides.
    const answer = await request(`${hub.url}/graphql?${search}`, {
      headers: { 'apollo-require-preflight': '1', ...headers },
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: Buffer.from(await answer.body.arrayBuffer()),
    };
  };
  const dataIn = (bytes: Buffer) => (JSON.parse(bytes.toString()) as { data: object }).data;
  const made = await get();
  const counted = await became(async () => {
    const again = await get();
    for (const name of ['etag', 'cache-control', 'vary', 'content-type'])
      expect([name, again.headers[name]]).toEqual([name, made.headers[name]]);
    expect(dataIn(again.bytes)).toEqual(dataIn(made.bytes));
    const compressed = await get({ 'accept-encoding': 'br' });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(dataIn(brotliDecompressSync(compressed.bytes))).toEqual(dataIn(made.bytes));
    const held = await get({ 'if-none-match': String(made.headers['etag']) });
    expect([held.status, held.bytes.length, held.headers['etag']]).toEqual([304, 0, made.headers['etag']]);
  });
  expect(counted).toEqual({ hit: 3 });
});

test('it takes no more memory than it may, and what was asked for least lately goes', async () => {
  const small = await startHub(mode, 'demo', { beside: hub, settings: { CACHE_MAX_MB: '1' } });
  try {
    await eventually(async () => (await metric('data_version_known', small.url)) === subgraphNames.length);
    const query = 'query Many($n: Int!) { organizations(first: $n) { nodes { id name registeredOn } } }';
    for (let n = 100; n > 0 && (await metric('answer_cache_evictions_total', small.url)) === 0; n -= 1)
      for (const name of ['A', 'B', 'C'])
        await small.expectData(query.replace('Many', `${name}${n}`), { n: 100 });
    expect(await metric('answer_cache_evictions_total', small.url)).toBeGreaterThan(0);
    expect(await metric('answer_cache_bytes', small.url)).toBeLessThanOrEqual(1024 * 1024);
  } finally {
    await small.stop();
  }
});

test('with CACHE=off nothing is kept', async () => {
  const without = await startHub(mode, 'demo', { beside: hub, settings: { CACHE: '0' } });
  try {
    for (let times = 0; times < 2; times += 1) await without.expectData('{ partners { totalCount } }');
    expect(await (await fetch(`${without.url}/metrics`)).text()).not.toContain('answer_cache');
  } finally {
    await without.stop();
  }
});
