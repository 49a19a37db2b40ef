// A trace tells what a request did in every process it went through, and holds no value of it; whoever collects none pays nothing.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { createLog, type Logger } from '#shared/log.js';
import { openTelemetry, type Telemetry } from '#shared/telemetry.js';
import { withoutValues } from '#shared/tracing/statements.js';
import { type CollectedSpan, type Collector, startCollector } from '../kit/collector.js';
import { eventually } from '../kit/eventually.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { collectLines } from '../kit/lines.js';
import { base } from '../kit/giving.js';
import { freePorts, root } from '../kit/process.js';

const question = `query Named($area: AreaCode!) { area(code: $area) { name funds { raised { amount } } linkSummary { active } } }`;
const variables = { area: '360300' };
const [internal, server, client] = [1, 2, 3];

let collector: Collector;
let embedded: TestHub;
let telemetry: Telemetry;
const { lines, destination } = collectLines();
const log = createLog('trace', destination);

beforeAll(async () => {
  // In this process batches go soon; the processes below keep the usual 5 s.
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
  collector = await startCollector();
  telemetry = await tracesTo(collector.url, log);
  embedded = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', { telemetry });
});
afterAll(async () => {
  await embedded?.stop();
  await telemetry?.tracing?.stop();
  collector?.stop();
});

const tracesTo = (url: string, to: Logger) =>
  openTelemetry(readEnv({ OTEL_EXPORTER_OTLP_ENDPOINT: url }), 'linkage-hub', to);

/** Asks a hub and yields the id of the request. */
async function ask(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: question, variables }),
  });
  expect(((await response.json()) as { errors?: object }).errors).toBeUndefined();
  return response.headers.get('x-request-id') as string;
}

/** The spans of a request's trace. */
function traceOf(requestId: string): CollectedSpan[] {
  const known = collector.spans.find(({ attributes }) => attributes['hub.request_id'] === requestId);
  return collector.spans.filter(({ traceId }) => traceId === known?.traceId);
}

const childrenOf = (spans: readonly CollectedSpan[], parent: CollectedSpan) =>
  spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId);

test('in one process a request is a span, below it the operation, its fetches and their statements', async () => {
  const other = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
  const requestId = await ask(embedded.url, { traceparent: other });
  const trace = await eventually(() => {
    const found = traceOf(requestId);
    return found.some(({ kind }) => kind === server) && found;
  });
  const [request] = trace.filter(({ kind }) => kind === server) as [CollectedSpan];
  // The client's own trace is not believed.
  expect(request).toMatchObject({ name: 'POST /graphql', parentSpanId: '', service: 'linkage-hub' });
  expect(request.traceId).not.toBe('ab'.repeat(16));
  expect(request.attributes).toMatchObject({ 'http.route': '/graphql', 'http.response.status_code': 200 });
  const [operation, ...rest] = childrenOf(trace, request) as [CollectedSpan];
  expect(rest).toEqual([]);
  expect(operation).toMatchObject({ name: 'query', kind: internal });
  const fetches = childrenOf(trace, operation);
  expect(fetches.map(({ name }) => name).sort()).toEqual([
    'fetch donations',
    'fetch organizations',
    'fetch partners',
  ]);
  for (const fetched of fetches) {
    const statements = childrenOf(trace, fetched);
    expect(statements.length).toBeGreaterThan(0);
    expect(new Set(statements.map(({ attributes }) => attributes['db.system.name']))).toEqual(
      new Set(['postgresql']),
    );
  }
});

test('what a client chose, and what a row holds, is in no trace', async () => {
  const donorName = `捐${randomUUID()}`;
  const finance = embedded.as('finance');
  const given = await finance.run(
    `mutation Chosen($input: RecordDonationInput!) { chosen: recordDonation(input: $input) { __typename } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        organizationId: base,
        kind: 'CASH',
        amount: '100.00',
        donorName,
        receivedOn: '2026-03-31',
      },
    },
  );
  expect(given.data).toEqual({ chosen: { __typename: 'Donation' } });
  await embedded.expectData(`{ organizations(first: 1, filter: { text: "${donorName}" }) { totalCount } }`);
  const last = await ask(embedded.url);
  await eventually(() => traceOf(last).length > 0);
  const texts = collector.spans.map(({ attributes }) => attributes['db.query.text']).filter(Boolean);
  expect(texts.length).toBeGreaterThan(10);
  const all = collector.texts.join();
  for (const chosen of [donorName, 'Chosen', 'Named', '360300', 'demo-finance'])
    expect([chosen, all.includes(chosen)]).toEqual([chosen, false]);
});

test('a statement keeps its names and placeholders, and loses its values', () => {
  expect(
    withoutValues(
      `select "a'b", t1.x from s.t1 where n = 'O''Brien' and e = E'it\\'s' and v = $12 and w > 12.5e3 and z in (1, 2) limit 21`,
    ),
  ).toBe(`select "a'b", t1.x from s.t1 where n = ? and e = ? and v = $12 and w > ? and z in (?, ?) limit ?`);
  expect(withoutValues(`select 'cut off`)).toBe('select ?');
});

test('a collector that is away costs no request, and is told of once', async () => {
  const [port] = await freePorts(1);
  const away = await tracesTo(`http://127.0.0.1:${port}`, log);
  const tracing = away.tracing!;
  const hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'empty', { telemetry: away });
  // More than one batch, and less than the time of one that waits for an answer.
  for (let count = 0; count < 2_000; count += 1)
    tracing.begin({ name: 'much', kind: 'internal', parent: null }).end();
  await hub.expectData('{ partners { totalCount } }');
  await hub.stop();
  const began = performance.now();
  await tracing.stop();
  expect(performance.now() - began).toBeLessThan(3_000);
  const told = () => lines().filter(({ msg }) => String(msg).startsWith('traces cannot be sent'));
  await eventually(() => told().length > 0);
  expect(told()).toHaveLength(1);
}, 60_000);

test('without a collector nothing that collects is loaded', () => {
  const script = `import { createRequire } from 'node:module';
    for (const entry of ${JSON.stringify(['gateway/whole-hub.js', 'shared/subgraph-process.js'])})
      await import(${JSON.stringify(projectFile('dist'))} + '/' + entry);
    const loaded = Object.keys(createRequire(import.meta.url).cache).join().match(/@opentelemetry.[a-z-]+/g) ?? [];
    console.log(JSON.stringify([...new Set(loaded)]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  // The interfaces alone, which prom-client takes with it.
  expect(JSON.parse(stdout)).toEqual(['@opentelemetry/api']);
});

test('over processes it is one trace, each line of a process names the request, and a stop sends what was not sent', async () => {
  const hub = await startHub({ topology: 'distributed', engine: 'hive' }, 'demo', {
    settings: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, LOG_LEVEL: 'debug' },
  });
  let requestId: string;
  try {
    requestId = await ask(hub.url);
    expect(traceOf(requestId)).toEqual([]);
  } finally {
    await hub.stop();
  }
  const trace = traceOf(requestId);
  const services = new Set(trace.map(({ service }) => service));
  expect([...services].sort()).toEqual([
    'linkage-hub-donations',
    'linkage-hub-gateway',
    'linkage-hub-organizations',
    'linkage-hub-partners',
  ]);
  for (const fetched of trace.filter(({ name }) => name.startsWith('fetch '))) {
    const [called, ...rest] = childrenOf(trace, fetched) as [CollectedSpan];
    expect(rest).toEqual([]);
    expect(called).toMatchObject({ kind: server, service: fetched.name.replace('fetch ', 'linkage-hub-') });
    const statements = childrenOf(trace, called);
    expect(statements.length).toBeGreaterThan(0);
    expect(new Set(statements.map(({ kind }) => kind))).toEqual(new Set([client]));
  }
  const said = hub
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const calls = said.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(calls.filter(({ msg }) => msg === 'request')).toMatchObject([
    { requestId, outcome: 'ok', status: 200 },
  ]);
  expect(calls.filter(({ msg }) => msg === 'call').length).toBeGreaterThanOrEqual(3);
  expect(calls.filter((line) => line['requestId'] !== requestId)).toEqual([]);
}, 150_000);
