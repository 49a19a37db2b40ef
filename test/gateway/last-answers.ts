// Old figures, with their time, for a client that takes them rather than none: Cache-Control: stale-if-error (RFC 5861).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lastAnswers, staleIfError } from '#gateway/last-answers.js';
import { anonymous } from '#shared/viewer.js';
import { faults } from '../kit/faults.js';
import { type FaultyGateway, type FaultySubgraphs, faultySubgraphs } from '../kit/faulty-hub.js';
import { cleanUp } from '../kit/starts.js';
import { viewerAs } from '../kit/subgraphs.js';

const query =
  '{ fundingPools { name } partners(first: 1) { nodes { name contributions { raised { amount } } } } }';
const taking = { 'cache-control': 'max-age=0, stale-if-error=60' };

let subgraphs: FaultySubgraphs;
let gateway: FaultyGateway;
beforeAll(async () => {
  subgraphs = await faultySubgraphs();
  gateway = await subgraphs.gateway('hive');
});
afterAll(async () => {
  await gateway?.stop();
  await subgraphs?.stop();
  await cleanUp();
});

test('a subgraph that fails is stood in for by what it last answered, with its time, and only for who asks so', async () => {
  const whole = await gateway.with(taking).run(query);
  expect(whole.extensions).toMatchObject({ hub: { subgraphs: { donations: { status: 'ok' } } } });
  const { asOf } = (whole.extensions as Notes).hub.subgraphs.donations;
  gateway.proxies.donations.behave(faults['is not there']);
  const { data, errors, extensions } = await gateway.with(taking).run(query);
  expect({ data, errors }).toEqual({ data: whole.data, errors: undefined });
  expect(extensions).toMatchObject({
    hub: { subgraphs: { donations: { status: 'stale', asOf }, partners: { status: 'ok' } } },
  });
  const without = await gateway.run(query);
  expect(without.errors?.map(({ path }) => path)).toContainEqual(['fundingPools']);
  expect(without.extensions).toMatchObject({
    hub: { subgraphs: { donations: { status: 'unavailable', asOf: null } } },
  });
});

test('what was never answered is not made up, and what is older than the client takes is not given', async () => {
  gateway.proxies.donations.behave(faults['is not there']);
  const { errors } = await gateway.with(taking).run('{ campaigns(first: 3) { totalCount } }');
  expect(errors).toMatchObject([{ path: ['campaigns'], extensions: { code: 'UNAVAILABLE' } }]);
  const old = await gateway.with({ 'cache-control': 'stale-if-error=0' }).run(query);
  expect(old.errors?.length).toBeGreaterThan(0);
});

interface Notes {
  hub: { subgraphs: Record<'donations', { asOf: string }> };
}

test('only what strangers and dashboards see is kept, each viewer’s by itself', async () => {
  const last = lastAnswers(null);
  const answer = { bytes: Buffer.from('{"data":{}}'), asOf: new Date().toISOString() };
  const asked = { subgraph: 'donations', text: '{"query":"{ donations }"}' };
  for (const role of ['finance', 'partner', 'organization', 'admin', 'analyst', 'internal'] as const) {
    const key = { ...asked, viewer: viewerAs(role) };
    last.keep(key, answer);
    expect(await last.find(key, 60)).toBeNull();
  }
  const [viewer, other] = [viewerAs('viewer'), viewerAs('viewer', { subject: 'other' })];
  last.keep({ ...asked, viewer }, answer);
  expect(await last.find({ ...asked, viewer }, 60)).toMatchObject(answer);
  expect(await last.find({ ...asked, viewer: other }, 60)).toBeNull();
  expect(await last.find({ ...asked, viewer: anonymous }, 60)).toBeNull();
});

test.each([
  [undefined, null],
  ['no-cache', null],
  ['stale-if-error', null],
  ['stale-if-error=-1', null],
  ['stale-if-error=86400', 86_400],
  ['max-age=0, Stale-If-Error=60', 60],
  ['x-stale-if-error=60', null],
])('the header %p lets figures be %p seconds old', (header, seconds) => {
  expect(staleIfError(header)).toBe(seconds);
});
