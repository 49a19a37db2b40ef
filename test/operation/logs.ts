// Hostile: a log is read by many and kept for long. No token, donor's name, telephone or identity number gets into it, whatever fails.
import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeApiKey } from '#shared/api-key.js';
import { createLog } from '#shared/log.js';
import { hidePersonal } from '#shared/log/hidden.js';
import { loggedError } from '#shared/log/error.js';
import { anonymous } from '#shared/viewer.js';
import { serveSubgraphs, internalKey, signedCall } from '../kit/calls.js';
import { withClient } from '../kit/database.js';
import { eventually } from '../kit/eventually.js';
import { giftOf } from '../kit/giving.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { collectLines } from '../kit/lines.js';
import { demoClaims, openDemonstration } from '#gateway/demonstration.js';

const phone = `13${randomInt(100_000_000, 999_999_999)}`;
const identityNumber = `36030219${randomInt(100_000_000, 999_999_999)}X`;
const donor = `赵${randomUUID()}`;
const unlucky = `钱${randomUUID()}`;
const misread = `孙${randomUUID()} "和" 家人`;
const alias = `alias_${randomUUID().replaceAll('-', '')}`;
const record =
  'mutation ($input: RecordDonationInput!) { recordDonation(input: $input) { __typename ... on Donation { donorName } } }';

const { destination, text, lines } = collectLines();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
    log: createLog('trace', destination),
  });
  await withClient(hub.database.address, async (client) => {
    await client.query('create unique index donor_once on donations.donation (donor_name)');
    await client.query(
      `alter table donations.donation add constraint unlucky check (donor_name is distinct from '${unlucky}')`,
    );
    await client.query(`create function donations.misread() returns trigger language plpgsql as
      $$ begin if new.donor_name like '孙%' then perform new.donor_name::integer; end if; return new; end $$`);
    await client.query(
      'create trigger misread before insert on donations.donation for each row execute function donations.misread()',
    );
  });
});
afterAll(() => hub?.stop());

const requestLine = (id: unknown) =>
  lines().find(({ msg, requestId }) => msg === 'request' && requestId === id) ?? null;

const found = (secrets: Record<string, string>) =>
  Object.entries(secrets)
    .filter(([, secret]) => text().includes(secret))
    .map(([name]) => name);

test('whatever fails, nothing that belongs to a person or opens the hub is in the log', async () => {
  const demonstration = await openDemonstration(hub.dataDir);
  const token = await demonstration.sign(demoClaims('finance'));
  const finance = hub.withToken(token);
  const give = async (donorName: string) => {
    const { data, errors = [] } = await finance.run(record, { input: giftOf({ donorName }) });
    return errors[0]?.extensions?.['code'] ?? (data as { recordDonation: object }).recordDonation;
  };
  expect(await give(donor)).toMatchObject({ __typename: 'Donation', donorName: donor });
  // A unique index, a check and a cast that fail, each with the name in PostgreSQL's own words.
  expect([await give(donor), await give(unlucky), await give(misread)]).toEqual([
    'INTERNAL',
    'INTERNAL',
    'INTERNAL',
  ]);

  const key = makeApiKey();
  expect((await hub.withToken(key.text).run('{ viewer { subject } }')).status).toBe(401);
  expect((await hub.withToken(`${key.text}0`).run('{ viewer { subject } }')).status).toBe(401);
  expect((await hub.withToken(token.slice(0, -4)).run('{ viewer { subject } }')).status).toBe(401);
  expect((await hub.withToken(`password-${phone}`).run('{ viewer { subject } }')).status).toBe(401);

  const wrong = `${phone} ${identityNumber}`;
  const bad = [
    finance.run(record, { input: giftOf({ donorName: donor, receivedOn: wrong }) }),
    finance.run(record, { input: giftOf({ [`f${phone}`]: identityNumber }) }),
    finance.run(record.replace('CASH', wrong), { input: wrong }),
    hub.run(`{ area(code: "${wrong}") { name } }`),
    hub.run(`query Tel${phone} { ${alias}: organization(id: "${identityNumber}") { id } x${phone} }`),
    hub.run(`{ "${wrong} `),
  ];
  for (const { errors = [] } of await Promise.all(bad))
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');

  await eventually(() => lines().filter(({ msg }) => msg === 'request').length >= 14);
  const secret = key.text.slice(key.prefix.length + 1);
  expect(found({ phone, identityNumber, donor, unlucky, misread, alias, token, secret })).toEqual([]);
  const masked = lines().filter(({ msg }) => msg === 'masked error');
  expect(masked.map(({ err }) => err)).toMatchObject(
    ['23505', '23514', '22P02'].map((code) => ({ cause: { code } })),
  );
  // What may be shown of a key is.
  expect(found({ prefix: key.prefix })).toEqual(['prefix']);
}, 60_000);

test('a request is one line, which says what it was and how it went', async () => {
  const { extensions } = await hub.as('viewer').run('{ areas: partners { totalCount } }');
  const { requestId } = (extensions as { hub: { requestId: string } }).hub;
  const line = await eventually(() => requestLine(requestId));
  expect(line).toEqual({
    level: 30,
    time: expect.any(String),
    msg: 'request',
    requestId,
    operation: 'query',
    document: null,
    outcome: 'ok',
    cost: expect.any(Number),
    subject: 'demo-viewer',
    roles: ['viewer'],
    subgraphs: { partners: 'ok' },
    method: 'POST',
    status: 200,
    milliseconds: expect.any(Number),
    bytes: expect.any(Number),
  });
  expect(line['bytes']).toBeGreaterThan(100);
});

test('a masked error is found by its incident from the line of its request, with the code that threw it', async () => {
  const { errors } = await hub.as('finance').run(record, { input: giftOf({ donorName: unlucky }) });
  const incident = errors?.[0]?.extensions?.['incident'];
  const line = await eventually(
    () =>
      lines().find(({ incidents }) => (incidents as string[] | undefined)?.includes(String(incident))) ??
      null,
  );
  expect(line).toMatchObject({ codes: { INTERNAL: 1 }, outcome: 'error' });
  const error = lines().find((each) => each['incident'] === incident)?.['err'] as { cause: object };
  expect(error.cause).toMatchObject({ code: '23514', table: 'donation', constraint: 'unlucky' });
  expect(JSON.stringify(error)).toContain('donation.service');
});

test('a refusal that no operation saw has an id, and its line names the code', async () => {
  const send = async (init: object) => {
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', ...init });
    return { status: response.status, requestId: response.headers.get('x-request-id') };
  };
  const json = { 'content-type': 'application/json' };
  const refused = [
    await send({ headers: { ...json, authorization: 'Bearer no' }, body: '{}' }),
    await send({ headers: json, body: ' '.repeat(1024 * 1024) }),
    await send({ headers: json, body: '{' }),
    await send({ headers: { 'content-type': 'text/plain' }, body: '{}' }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([401, 413, 400, expect.any(Number)]);
  for (const { requestId, status } of refused) {
    const line = await eventually(() => requestLine(requestId));
    expect(line).toMatchObject({ status, outcome: null });
  }
  expect(requestLine(refused[0]?.requestId)).toMatchObject({ codes: { UNAUTHENTICATED: 1 } });
});

test('a subgraph’s process names the request in what it says of a call, and no value', async () => {
  const own = collectLines();
  const key = internalKey('logs');
  const subgraphs = await serveSubgraphs([key], 'empty', createLog('trace', own.destination));
  try {
    await withClient(subgraphs.database.address, (client) =>
      client.query('alter table partners.partner rename column name to hidden'),
    );
    const body = JSON.stringify({ query: `{ partners(filter: { text: "${donor}" }) { nodes { name } } }` });
    const requestId = randomUUID();
    const call = await signedCall(key, 'partners', body, anonymous, requestId);
    await subgraphs.send('partners', call);
    await subgraphs.send('partners', { ...call, headers: { ...call.headers, 'x-hub-signature': 'none' } });
  } finally {
    await subgraphs.stop();
  }
  expect(own.lines().map(({ msg, codes }) => [msg, codes])).toEqual([
    ['masked error', undefined],
    ['call', ['INTERNAL']],
    [expect.stringContaining('refused a call'), undefined],
  ]);
  expect(own.lines().every(({ requestId }) => typeof requestId === 'string')).toBe(true);
  expect(own.text()).not.toContain(donor);
});

test('of an error its kind, code and frames are written, of its words what quotes nothing', () => {
  const cause = Object.assign(new Error(`key (name)=('${donor}') is there\n    at ${donor} (x.js:1:2)`), {
    code: '23505',
    constraint: 'donor_once',
    table: 'donation',
    detail: `Key (donor_name)=(${donor}) already exists.`,
    where: donor,
    hint: donor,
    internalQuery: donor,
    parameters: [donor],
  });
  const logged = loggedError(new TypeError(`it can't be "${donor}"`, { cause }));
  expect(logged).toMatchObject({
    type: 'TypeError',
    message: "it can't be …",
    cause: { code: '23505', constraint: 'donor_once', table: 'donation', message: 'key (name)=( …' },
  });
  expect(JSON.stringify(logged)).toContain('operation/logs.ts');
  expect(JSON.stringify(logged)).not.toContain(donor);
});

test('what looks personal is hidden from a finished line, which stays JSON; ids and times are not', () => {
  const line = JSON.stringify({
    said: `电话${phone}，+86 ${phone}，${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}; "${identityNumber}"`,
    number: Number(phone),
    token: 'Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln',
    key: makeApiKey().text,
  });
  const own = collectLines();
  createLog('info', own.destination).info(JSON.parse(line) as object);
  expect(own.lines()[0]).toMatchObject({
    said: '电话[phone hidden]，+[phone hidden]，[phone hidden]; "[id hidden]"',
    number: null,
    token: 'Bearer [token hidden]',
    key: '[key hidden]',
  });
  const kept = JSON.stringify({
    requestId: 'a1381234-5678-4381-9234-138123456789',
    at: 1_795_653_071_000,
    role: 'hub_organizations',
    apiKey: 'hub_0123456789',
    sum: '138123456789.00',
  });
  expect(hidePersonal(kept)).toBe(kept);
});
