// A file comes page by page as fast as it is read, to those who may have it, and never looks whole when it is not.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { hubExports } from '#exports/index.js';
import type { Ask, Export } from '#gateway/exports/export.js';
import { Spending } from '#gateway/spending.js';
import { readEnv } from '#shared/env.js';
import { HubError } from '#shared/errors.js';
import { defaultLimits } from '#shared/limits.js';
import { anonymous } from '#shared/viewer.js';
import { eventually } from '../kit/eventually.js';
import { exportHub, partnersPage } from '../kit/export-hub.js';
import { givingFindings, hsdsFindings } from '../kit/standards.js';

type Row = { id: string };
type Read = (ask: Ask, parameters: Readonly<Record<string, unknown>>) => AsyncGenerator<readonly Row[]>;

/** How many pages each export has asked for, and how many of its readings have ended. */
const pages: Record<string, number> = {};
const ended: Record<string, number> = {};
/** As much text as a page of long rows. */
const padding = 'x'.repeat(64 * 1024);

const page = async (ask: Ask, parameters: object = {}): Promise<readonly Row[]> =>
  (await ask<{ partners: { nodes: Row[] } }>(partnersPage, { first: 10, ...parameters })).partners.nodes;

const made = (name: string, read: Read, documents: Export['documents'] = [partnersPage]): Export<Row> => ({
  name,
  contentType: 'text/plain; charset=utf-8',
  documents,
  async *read(ask, parameters) {
    try {
      for await (const rows of read(ask, parameters)) {
        pages[name] = (pages[name] ?? 0) + 1;
        yield rows;
      }
    } finally {
      ended[name] = (ended[name] ?? 0) + 1;
    }
  },
  async *write(read, facts) {
    for await (const rows of read) yield `${rows.map(({ id }) => id).join(' ')} ${padding}\n`;
    yield JSON.stringify({ ...facts, ...facts.end() });
  },
});

const short = made('short.txt', async function* (ask, parameters) {
  yield await page(ask, parameters);
});
const endless = made('endless.txt', async function* (ask) {
  for (;;) yield await page(ask);
});
const forbidden = '{ donations { totalCount } }';
const broken = made('broken.txt', async function* (ask) {
  yield await page(ask);
  yield await page(ask);
  await ask(forbidden, {});
});
const refused = made('refused.txt', async function* (ask) {
  await ask(forbidden, {});
  yield [];
});
const mistaken = made('mistaken.txt', async function* (ask) {
  yield await page(ask);
  yield null as never;
});
const another = made('another.txt', short.read as Read, ['{ nothingOfThisHub }']);

/** May answer with 30,000 values: more than one request may ask. */
const costlyQuestion =
  '{ partners(first: 100) { nodes { resources(first: 100) { nodes { id title unit } } } } }';
const costly = made(
  'costly.txt',
  async function* (ask) {
    await ask(costlyQuestion, {});
    yield [];
  },
  [costlyQuestion],
);

/** Something is written when its first page has been read; it ends when it knows. */
let isChanged = false;
const changing: Export<Row> = {
  ...made('changing.txt', async function* (ask) {
    yield await page(ask);
    await hub.writeByHand();
    while (!isChanged) yield await page(ask);
  }),
  async *write(read, facts) {
    for await (const rows of read) {
      isChanged = facts.end().changed === true;
      if (rows.length === 0) yield '';
    }
    yield JSON.stringify(facts.end());
  },
};

const exportMs = 3_000;
let hub: Awaited<ReturnType<typeof exportHub>>;
beforeAll(async () => {
  const own = [short, endless, broken, refused, mistaken, another, changing, costly];
  hub = await exportHub([...own, ...hubExports(readEnv({}))], { exportMs });
  // The first question of a process may take as long as all that is allowed here.
  await hub.get('short.txt');
});
afterAll(() => hub?.stop());

const codes = async (answer: Response) =>
  ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors.map(
    ({ extensions: { code } }) => code,
  );
const metric = async (line: string) =>
  (await hub.metrics()).split('\n').find((each) => each.startsWith(line));

/** Opens a connection that has asked for an export; nothing of the answer is read before `resume`. */
async function asked(name: string, token: string): Promise<Socket> {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
  socket.pause();
  await once(socket, 'connect');
  socket.write(`GET /exports/${name} HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer ${token}\r\n\r\n`);
  return socket;
}

/** Known a moment after the start. */
const versionKnown = () =>
  eventually(async () => (await hub.get('short.txt')).headers.get('x-hub-data-version') !== 'unknown');

test('an analyst or administrator gets a file with exact headers that say what it is', async () => {
  await versionKnown();
  const before = Date.now();
  const answer = await hub.get('short.txt?kind=FOUNDATION,UNIVERSITY&text=%E5%A4%A7');
  expect(answer.status).toBe(200);
  const { headers } = answer;
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('x-hub-filter')).toBe('kind=FOUNDATION%2CUNIVERSITY&text=%E5%A4%A7');
  expect(Date.parse(headers.get('x-hub-exported-at') ?? '')).toBeGreaterThanOrEqual(before);
  expect(headers.get('x-hub-data-version')).toMatch(/^partners=[\w.-]+~\d+~\d{4}-\d\d-\d\d$/);
  const [, encoded = ''] =
    /^attachment; filename="[ -~]+"; filename\*=UTF-8''(\S+)$/.exec(
      headers.get('content-disposition') ?? '',
    ) ?? [];
  expect(decodeURIComponent(encoded)).toMatch(
    /^short-kind=FOUNDATION,UNIVERSITY-text=大-\d{8}T\d{6}Z-[0-9a-f]{8}\.txt$/,
  );
  const said = JSON.parse((await answer.text()).split('\n').at(-1) as string) as object;
  expect(said).toMatchObject({ name: 'short.txt', changed: false, rows: expect.any(Number) });
  expect((await hub.get('short.txt', 'boss:admin')).status).toBe(200);
});

test('the end of a file says how many rows it has, behind its last byte', async () => {
  const { body, trailers } = await request(`${hub.url}/exports/short.txt`, {
    headers: { authorization: 'Bearer somebody:analyst' },
  });
  await body.text();
  expect(trailers).toEqual({
    'x-hub-rows': '10',
    'x-hub-data-version-at-end': expect.stringMatching(/^partners=/),
  });
});

test.each([
  ['', 401, 'UNAUTHENTICATED'],
  ['somebody:viewer', 403, 'FORBIDDEN'],
  ['somebody:partner+organization+finance', 403, 'FORBIDDEN'],
  ['a-key:analyst:read+write', 403, 'FORBIDDEN'],
])('who is %j is refused with %i', async (token, status, code) => {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${hub.url}/exports/short.txt`, { headers });
  expect([answer.status, await codes(answer)]).toEqual([status, [code]]);
  expect(answer.headers.get('content-disposition')).toBeNull();
});

test('a key with the scope for bulk may export; a token in the URL is no token', async () => {
  expect((await hub.get('short.txt', 'a-key:analyst:read+export~bulk')).status).toBe(200);
  const answer = await fetch(`${hub.url}/exports/short.txt?token=somebody:analyst`);
  expect([answer.status, await codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
});

test.each([
  ['short.txt?colour=red', 'colour: "red" is not allowed; the parameters are kind, text.'],
  ['short.txt?kind=CAT', /^kind: "CAT" is not allowed; allowed are UNIVERSITY, FOUNDATION, /],
  ['short.txt?text=a&text=b', 'text: ["a","b"] is not allowed; it is expected once.'],
  ['short.txt?text=', 'text: "" is not allowed; a String is expected, or no text at all.'],
  ['short.txt?first=5', 'first: "5" is not allowed; the parameters are kind, text.'],
  ['short.txt?__proto__=5', /^__proto__: "5" is not allowed/],
  [`short.txt?text=${'x'.repeat(101)}`, /text/],
])('%s is refused, and it is said why', async (path, message) => {
  const answer = await hub.get(path);
  const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
  expect([answer.status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(errors[0]?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

test.each(['nothing.txt', '', 'constructor', 'another.txt', '../graphql'])(
  'there is no export %j, also where the supergraph cannot answer its question',
  async (name) => {
    const answer = await hub.get(name);
    expect(answer.status).toBe(name === '../graphql' ? 400 : 404);
  },
);

test('what cannot be answered at all is refused, and is no file', async () => {
  const answer = await hub.get('refused.txt');
  expect([answer.status, await codes(answer)]).toEqual([403, ['FORBIDDEN']]);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

test.each(['identity', 'gzip, br'])(
  'what breaks off in the middle does not look whole (%s)',
  async (encoding) => {
    const answer = await hub.get('broken.txt', undefined, { 'accept-encoding': encoding });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    const line = await eventually(() => hub.lineOf(answer.headers.get('x-request-id')));
    expect(line).toMatchObject({
      document: 'exports/broken.txt',
      outcome: 'error',
      codes: { FORBIDDEN: 1 },
      rows: 20,
    });
  },
);

test('a mistake of ours in the middle is logged under an incident', async () => {
  const answer = await hub.get('mistaken.txt');
  await expect(answer.text()).rejects.toThrow();
  const line = await eventually(() => hub.lineOf(answer.headers.get('x-request-id')));
  expect(line).toMatchObject({ outcome: 'error', codes: { INTERNAL: 1 }, incidents: [expect.any(String)] });
});

test('HTTP/1.0, where a broken file looks whole, is refused', async () => {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
  socket.end('GET /exports/short.txt HTTP/1.0\r\nauthorization: Bearer somebody:analyst\r\n\r\n');
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) text += String(chunk);
  expect(text).toMatch(/^HTTP\/1\.1 505 [\s\S]*HTTP\/1\.1 or later/);
});

test('who does not read is not read for; who leaves ends it; who has two running waits for a third', async () => {
  const slow = await asked('endless.txt', 'slow:analyst');
  const seen: number[] = [];
  // It stands still when as much is written as fits on the way.
  await eventually(() => {
    seen.push(pages['endless.txt'] ?? 0);
    return seen.length > 8 && seen.at(-1) === seen.at(-8) && seen.at(-1) !== 0;
  });
  expect(pages['endless.txt']).toBeLessThan(200);
  const other = await asked('endless.txt', 'slow:analyst');
  await eventually(() => (pages['endless.txt'] ?? 0) > (seen.at(-1) as number));
  const third = await hub.get('short.txt', 'slow:analyst');
  expect([third.status, await codes(third)]).toEqual([429, ['LIMIT_EXCEEDED']]);
  expect((await hub.get('short.txt', 'somebody-else:analyst')).status).toBe(200);
  const before = ended['endless.txt'] ?? 0;
  expect(before).toBe(0);
  slow.destroy();
  other.destroy();
  await eventually(() => ended['endless.txt'] === before + 2);
  expect((await hub.get('short.txt', 'slow:analyst')).status).toBe(200);
  expect(await metric('export_duration_seconds_count{export="endless.txt",outcome="partial"}')).toMatch(
    / 2$/,
  );
});

test('an export has an end, for who reads and for who does not', async () => {
  const began = performance.now();
  const ends = ended['endless.txt'] ?? 0;
  const unread = await asked('endless.txt', 'idle:analyst');
  const answer = await hub.get('endless.txt', 'patient:analyst');
  await expect(answer.text()).rejects.toThrow();
  expect(performance.now() - began).toBeGreaterThan(exportMs - 100);
  const line = await eventually(() => hub.lineOf(answer.headers.get('x-request-id')));
  expect(line).toMatchObject({ outcome: 'error', codes: { LIMIT_EXCEEDED: 1 }, limits: ['exportMs'] });
  await eventually(() => ended['endless.txt'] === ends + 2, 1_000);
  unread.destroy();
});

test('an export is one line and counted by itself: its pages are nobody’s operations', async () => {
  const rows = Number((await metric('export_rows_total{export="short.txt"}'))?.split(' ')[1] ?? 0);
  const answer = await hub.get('short.txt');
  await answer.text();
  const line = await eventually(() => hub.lineOf(answer.headers.get('x-request-id')));
  expect(line).toMatchObject({
    document: 'exports/short.txt',
    outcome: 'ok',
    rows: 10,
    cost: 20,
    status: 200,
    subgraphs: { partners: 'ok' },
  });
  expect(await metric('export_rows_total{export="short.txt"}')).toBe(
    `export_rows_total{export="short.txt"} ${rows + 10}`,
  );
  expect(await metric('graphql_operation_duration_seconds_count')).toBeUndefined();
});

test('what one request may cost does not limit the hub’s own questions, which are paid for', async () => {
  const answer = await hub.get('costly.txt');
  expect(answer.status).toBe(200);
  await answer.text();
  const line = await eventually(() => hub.lineOf(answer.headers.get('x-request-id')));
  expect(line?.['cost']).toBeGreaterThan(defaultLimits.cost);
});

test('an export leaves half of its caller’s budget to what people wait for', async () => {
  let remaining = 600;
  const rates = {
    secondsToWait: () => 0,
    spend: () => Promise.resolve({ limit: 1_000, remaining, seconds: 7, isOverdrawn: false }),
  };
  const reply = { headers: () => undefined, header: () => undefined } as never;
  const spending = new Spending(rates, { viewer: anonymous, address: '192.0.2.1' }, reply);
  expect(spending.secondsToSpare).toBe(0);
  await spending.spend(1);
  expect(spending.secondsToSpare).toBe(0);
  remaining = 400;
  await spending.spend(1);
  expect(spending.secondsToSpare).toBeGreaterThan(6);
});

test('a file says that something was written while it was read', async () => {
  const said = JSON.parse(await (await hub.get('changing.txt')).text()) as { changed: boolean };
  expect(said.changed).toBe(true);
});

test('everything that is offered can be asked of the schema that is served, and by no other name', async () => {
  const all = hubExports(readEnv({})).map(({ name }) => name);
  expect(new Set(all).size).toBe(all.length);
  const statuses = all.map(async (name) => (await hub.get(`${name}?nothing=1`, `${name}:analyst`)).status);
  expect(await Promise.all(statuses)).toEqual(all.map(() => 400));
});

test('grants, donations and organizations are what the standards require', async () => {
  const read = async (path: string) =>
    (await hub.get(path, `reader of ${path}:admin`.replaceAll(/\W(?=.*:)/g, '-'))).json();
  const area = '360302';
  const [grants, donations, organizations] = await Promise.all(
    ['grants.360giving.json', 'donations.360giving.json', `organizations.hsds.json?area=${area}`].map(read),
  );
  expect(givingFindings(grants, 'grants')).toEqual([]);
  expect(givingFindings(donations, 'donations')).toEqual([]);
  expect(hsdsFindings(organizations, 'organizations')).toEqual([]);
  const ids = (donations as { grants: { id: string }[] }).grants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(300);
  const { contents, total_items: total } = organizations as {
    contents: { services: object[] }[];
    total_items: number;
  };
  expect(contents).toHaveLength(total);
  expect(contents.flatMap(({ services }) => services).length).toBeGreaterThan(0);
});

describe('The network', () => {
  const gexf = hubExports(readEnv({})).find(({ name }) => name === 'network.gexf') as Export;
  const first = async (answers: (() => object)[], parameters = {}) => {
    const ask = (() => Promise.resolve().then(() => ({ linkNetwork: answers.shift()?.() }))) as Ask;
    return (await gexf.read(ask, parameters)[Symbol.asyncIterator]().next()).value as unknown;
  };
  const whole = { nodes: [], edges: [], nodeCount: 6_000, edgeCount: 9_000, truncated: false };
  const part = { ...whole, truncated: true };

  test('is whole, or refused, or as many nodes as the client takes', async () => {
    expect(await first([() => whole])).toEqual([whole]);
    await expect(first([() => part])).rejects.toThrow(/has 6000 nodes and 9000 edges; at most 5000 nodes/);
    expect(await first([() => part], { maxNodes: 100 })).toEqual([part]);
  });

  test('is asked for again while it is being measured', async () => {
    const failing = (details: object) => () => {
      throw new HubError('UNAVAILABLE', 'It is not there.', { ...details });
    };
    expect(await first([failing({ progress: 0.5 }), () => whole])).toEqual([whole]);
    await expect(first([failing({}), () => whole])).rejects.toThrow('not there');
  });
});
