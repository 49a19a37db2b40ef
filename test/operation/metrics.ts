// An operator reads at /metrics what the hub does; the dashboard and the alert rules in deploy/ read what is there, and nothing else.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectFile } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { createLog } from '#shared/log.js';
import { circuitsOf } from '#shared/metrics/circuits.js';
import { oneOf } from '#shared/metrics/networks.js';
import { metricsText, openRegistry } from '#shared/metrics/registry.js';
import { remoteSubgraph } from '#shared/remote/subgraph.js';
import { anonymous } from '#shared/viewer.js';
import { internalKey } from '../kit/calls.js';
import { forgetSecrets, makeSecrets, readCompose } from '../kit/compose.js';
import { eventually } from '../kit/eventually.js';
import { faultyProxy } from '../kit/faults.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { type HubProcess, startProcess } from '../kit/process.js';
import { readsOf, type Sample, samplesIn, sumOf } from '../kit/prometheus.js';

let hub: TestHub;
let partners: HubProcess;
beforeAll(async () => {
  // The test speaks as a load balancer does.
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'demo', {
    settings: { TRUSTED_PROXIES: '127.0.0.1' },
  });
  partners = await startProcess({
    entry: 'subgraphs/partners/main.js',
    env: { DATABASE_URL: hub.database.url, DATA_DIR: hub.dataDir, DEMO_DATA: 'off' },
  });
}, 120_000);
afterAll(async () => {
  await partners?.stop();
  await hub?.stop();
});

const metricsAt = (url: string, headers: Record<string, string> = {}) => fetch(`${url}/metrics`, { headers });
const read = async (url = hub.url) => samplesIn(await (await metricsAt(url)).text());

/** Does something, and waits until a count has grown by it: a request is counted when its last byte has left. */
async function growth(
  count: { name: string; labels?: Record<string, string> }[],
  act: () => Promise<unknown>,
): Promise<number[]> {
  const sums = (samples: Sample[]) => count.map(({ name, labels }) => sumOf(samples, name, labels));
  const before = sums(await read());
  await act();
  return eventually(async () => {
    const grown = sums(await read()).map((sum, index) => sum - (before[index] as number));
    return grown.some((by) => by > 0) && grown;
  });
}

const durations = 'graphql_operation_duration_seconds_count';

test('a request, its operation, its plan, its fetches and its statements are counted', async () => {
  const query = `{ area(code: "360300") { name linkSummary { active } } o${randomUUID().slice(0, 8)}: partners { totalCount } }`;
  const counted = await growth(
    [
      { name: durations, labels: { operation_type: 'query', operation_name: 'ad hoc', outcome: 'ok' } },
      { name: 'query_plan_requests_total', labels: { result: 'miss' } },
      { name: 'query_plan_requests_total', labels: { result: 'hit' } },
      { name: 'graphql_operation_cost_count' },
      {
        name: 'subgraph_request_duration_seconds_count',
        labels: { subgraph: 'organizations', outcome: 'ok' },
      },
    ],
    async () => {
      const fresh = hub.with({ 'cache-control': 'no-cache' });
      for (let times = 0; times < 3; times += 1) await fresh.expectData(query);
    },
  );
  expect(counted).toEqual([3, 1, 2, 3, 3]);
  const samples = await read();
  expect(
    sumOf(samples, 'http_server_request_duration_seconds_count', {
      http_request_method: 'POST',
      http_route: '/graphql',
      http_response_status_code: '200',
    }),
  ).toBeGreaterThanOrEqual(3);
  for (const pool of ['organizations', 'partners']) {
    const statements = { pool, db_operation_name: 'select', outcome: 'ok' };
    expect(sumOf(samples, 'db_client_operation_duration_seconds_count', statements)).toBeGreaterThan(0);
    expect(sumOf(samples, 'db_client_connections', { pool, state: 'idle' })).toBeGreaterThan(0);
  }
});

test('a trusted document has its name, whatever else is asked has none, and no label is of a client’s choice', async () => {
  const { text } = await idOf('CityDashboard');
  const chosen = `chosen${randomUUID().replaceAll('-', '')}`;
  const ask = (body: object) =>
    fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const named = { name: durations, labels: { operation_name: 'CityDashboard', outcome: 'ok' } };
  expect(await growth([named], () => ask({ documentId: text, variables: { area: '360300' } }))).toEqual([1]);
  await ask({ query: `query ${chosen} { ${chosen}: partners { totalCount } }`, operationName: chosen });
  await ask({ query: `{ ${chosen} }` });
  await fetch(`${hub.url}/${chosen}`, { method: 'PROPFIND' });
  const samples = await eventually(async () => {
    const found = await read();
    return (
      sumOf(found, 'http_server_request_duration_seconds_count', { http_request_method: '_OTHER' }) > 0 &&
      found
    );
  });
  expect(sumOf(samples, durations, { outcome: 'refused' })).toBeGreaterThan(0);
  expect(JSON.stringify(samples)).not.toContain(chosen);
});

async function idOf(name: string): Promise<{ text: string }> {
  const manifest = JSON.parse(readFileSync(projectFile('web/persisted-documents.json'), 'utf8')) as Record<
    string,
    string
  >;
  const [hash] = Object.entries(manifest).find(([, document]) => document.includes(`query ${name}`)) ?? [];
  return { text: `sha256:${hash}` };
}

test('what is refused is counted by its code and its limit, also before it is an operation', async () => {
  const refused = (limit: string) => ({ name: 'graphql_refused_total', labels: { limit } });
  const error = (code: string) => ({ name: 'graphql_errors_total', labels: { code } });
  const aliases = Array.from({ length: 40 }, (_each, index) => `a${index}: __typename`).join(' ');
  expect(
    await growth([refused('aliases'), error('LIMIT_EXCEEDED')], () => hub.run(`{ ${aliases} }`)),
  ).toEqual([1, 1]);
  expect(
    await growth([refused('bodyBytes')], () => hub.run(' '.repeat(300 * 1024)).catch(() => undefined)),
  ).toEqual([1]);
  expect(await growth([error('UNAUTHENTICATED')], () => hub.withToken('no').run('{ __typename }'))).toEqual([
    1,
  ]);
});

test('only the addresses of METRICS_FROM read it; to everybody else there is nothing', async () => {
  const asked = async (from: string) => {
    const answer = await metricsAt(hub.url, { 'x-forwarded-for': from });
    return [answer.status, await answer.text()] as const;
  };
  const nothing = await (await fetch(`${hub.url}/nothing`)).text();
  for (const from of ['203.0.113.7', '2001:db8::1', '172.32.0.1', '10.0.0.1, 203.0.113.7', 'unknown'])
    expect([from, ...(await asked(from))]).toEqual([from, 404, nothing]);
  for (const from of ['10.1.2.3', '172.31.0.9', '192.168.1.1', 'fd00::5', '::1', '::ffff:10.0.0.1'])
    expect([from, (await asked(from))[0]]).toEqual([from, 200]);
  const answer = await metricsAt(hub.url);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const env = readEnv({ METRICS_FROM: '198.51.100.0/24, 2001:db8::/32' });
  expect(['198.51.100.9', '2001:db8::1', '10.0.0.1'].map(oneOf(env.METRICS_FROM))).toEqual([
    true,
    true,
    false,
  ]);
  expect(() => readEnv({ METRICS_FROM: 'prometheus' })).toThrow(
    /^METRICS_FROM: found "prometheus"; allowed: addr/,
  );
});

test('two hubs of one process do not count each other’s requests', async () => {
  const registry = openRegistry();
  expect(await metricsText(registry)).not.toContain('graphql_operation_duration_seconds_count{');
  expect(sumOf(samplesIn(await metricsText(registry)), 'hub_build_info')).toBe(1);
});

test('a circuit that opened is told of, and one that is closed for good is not', async () => {
  const proxy = await faultyProxy('http://127.0.0.1:1');
  proxy.behave((response) => response.writeHead(500).end());
  const headers = internalHeaders([internalKey('first')]);
  const remote = remoteSubgraph({ name: 'partners', urls: [proxy.url], headers, log: createLog('silent') });
  const registry = openRegistry();
  const end = circuitsOf(registry).count('partners', remote);
  const open = async () =>
    samplesIn(await registry.metrics()).map(({ labels, value }) => [labels['subgraph'], value]);
  try {
    expect(await open()).toEqual([['partners', 0]]);
    for (let n = 0; n < 6; n += 1)
      await remote.ask({ query: `{ n${n}: __typename }`, viewer: anonymous }).catch(() => undefined);
    expect(await open()).toEqual([['partners', 1]]);
    end();
    expect(await open()).toEqual([]);
  } finally {
    await remote.close();
    await proxy.stop();
  }
});

describe('deploy/', () => {
  const file = (path: string) => readFileSync(projectFile(path), 'utf8');
  interface Panel {
    title: string;
    targets?: { expr: string }[];
  }
  const dashboard = JSON.parse(file('deploy/grafana/linkage-hub.json')) as { panels: Panel[] };
  const { groups } = parse(file('deploy/prometheus/alerts.yml')) as {
    groups: {
      rules: {
        alert: string;
        expr: string;
        for?: string;
        labels: { severity?: string };
        annotations: { summary?: string; action?: string };
      }[];
    }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  const expressions = [
    ...dashboard.panels.flatMap(({ title, targets = [] }) =>
      targets.map(({ expr }) => ({ of: title, expr })),
    ),
    ...rules.map(({ alert, expr }) => ({ of: alert, expr })),
  ];

  test('every metric and label that the dashboard and the rules read is one that a process tells of', async () => {
    // Something has failed, or nothing would be told of failures.
    const told = [...(await read()), ...(await read(partners.url))];
    const labelsOf = new Map<string, Set<string>>();
    for (const { name, labels } of told)
      labelsOf.set(name, new Set([...(labelsOf.get(name) ?? []), ...Object.keys(labels)]));
    // What Prometheus adds to each.
    const own = ['job', 'instance'];
    const missing = expressions.flatMap(({ of, expr }) => {
      const { metrics, grouped } = readsOf(expr);
      expect(metrics.length).toBeGreaterThan(0);
      const known = metrics.filter(({ name }) => name !== 'up');
      const all = new Set([...own, ...known.flatMap(({ name }) => [...(labelsOf.get(name) ?? [])])]);
      return [
        ...known.filter(({ name }) => !labelsOf.has(name)).map(({ name }) => `${of}: ${name}`),
        ...known.flatMap(({ name, labels }) =>
          labels
            .filter((label) => !own.includes(label) && labelsOf.get(name)?.has(label) !== true)
            .map((label) => `${of}: ${name}{${label}}`),
        ),
        ...grouped.filter((label) => !all.has(label)).map((label) => `${of}: by ${label}`),
      ];
    });
    expect(missing).toEqual([]);
    expect(expressions.length).toBeGreaterThan(30);
  });

  test('a name that no process tells of is found, or the test above would prove nothing', () => {
    expect(
      readsOf('sum by (a, b) (rate(x_total{c="y{z}", d=~"$d"}[5m])) / scalar(sum(z)) > 0.5 or absent(up)'),
    ).toEqual({
      metrics: [
        { name: 'x_total', labels: ['c', 'd'] },
        { name: 'z', labels: [] },
        { name: 'up', labels: [] },
      ],
      grouped: ['a', 'b'],
    });
  });

  test('every alert waits, and says how grave it is, what is the case and what to do', () => {
    for (const { alert, for: wait, labels, annotations } of rules) {
      expect([alert, wait]).toEqual([alert, expect.stringMatching(/^\d+m$/)]);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(annotations).toEqual({ summary: expect.any(String), action: expect.any(String) });
    }
  });

  test('the example asks every process of docker-compose.yml, and no other', () => {
    const { scrape_configs: jobs } = parse(file('deploy/prometheus/prometheus.yml')) as {
      scrape_configs: { static_configs: { targets: string[] }[] }[];
    };
    const secrets = makeSecrets();
    forgetSecrets(secrets.folder);
    const { services } = readCompose(secrets.variables);
    const processes = Object.entries(services)
      .filter(([, { image }]) => image.startsWith('linkage-hub:'))
      .map(([name, { environment }]) => `${name}:${environment?.['PORT']}`);
    const asked = jobs.flatMap(({ static_configs }) => static_configs.flatMap(({ targets }) => targets));
    expect(asked.sort()).toEqual(processes.sort());
  });
});
