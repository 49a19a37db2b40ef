import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { hubExports } from '#exports/index.js';
import { type DemoClaims, demoClaims, type DemoRole, openDemonstration } from '#gateway/demonstration.js';
import { openCache } from '#gateway/cache/open.js';
import { embedSubgraphs } from '#gateway/embedded.js';
import { defenceOf } from '#gateway/defence.js';
import { createHub } from '#gateway/hub.js';
import { credentialReader } from '#gateway/credentials.js';
import type { TrustedIssuer } from '#gateway/oidc.js';
import { pagesOf } from '#gateway/pages.js';
import { createEngine, readSupergraph } from '#gateway/start.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { readEnv } from '#shared/env.js';
import { limitsOf } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import { listen } from '#shared/serve.js';
import { plainTelemetry, type Telemetry } from '#shared/telemetry.js';
import { type TestDatabase, testDatabase } from './database.js';
import { freePorts, type HubCommand, type HubProcess, startProcess } from './process.js';

export const engines = ['hive', 'apollo'] as const;
export const modes = (['embedded', 'distributed'] as const).flatMap((topology) =>
  engines.map((engine) => ({ topology, engine })),
);
export type Mode = (typeof modes)[number];

/** A GraphQL answer as a client gets it. */
export interface Answer<Data> {
  status: number;
  data?: Data | null;
  errors?: GraphQLFormattedError[];
  extensions?: object;
}

/** Asks a hub as one viewer. */
export interface Asker {
  run<Data>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Runs an operation that must succeed; a failure shows the errors. */
  expectData<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Asks as before, with these headers besides. */
  with(headers: Record<string, string>): Asker;
}

/** A hub that serves over HTTP; it asks as a stranger unless `as` says who. */
export interface TestHub extends Asker {
  url: string;
  database: TestDatabase;
  /** What its processes have for DATA_DIR. */
  dataDir: string;
  /** What its processes have said so far; an embedded hub logs where its options say. */
  output(): string;
  /** With the demonstration's token of a role, or with one that makes these claims. */
  as(who: DemoRole | (Partial<DemoClaims> & Pick<DemoClaims, 'roles'>)): Asker;
  /** The demonstration's token of a role. */
  tokenOf(role: DemoRole): Promise<string>;
  /** With any credential. */
  withToken(token: string): Asker;
  /** Ends a subgraph’s process at once; only where it has one of its own. */
  kill(subgraph: SubgraphName): Promise<void>;
  stop(): Promise<void>;
}

/** What a test may choose besides the mode. */
export interface HubOptions {
  /** Whose tokens the hub believes (embedded only); the demonstration's own otherwise. */
  issuer?: TrustedIssuer;
  /** Where an embedded hub logs; nowhere otherwise. */
  log?: Logger;
  /** Environment variables that its processes read, by name; the defaults otherwise. */
  settings?: Record<string, string>;
  /** What an embedded hub tells its operator; an own one otherwise. */
  telemetry?: Telemetry;
  /** Another hub, on whose database and with whose data folder this one runs. */
  beside?: Pick<TestHub, 'database' | 'dataDir'>;
  /** Makes every read that succeeds be asked again for an answer that is made anew, and fails where that differs. */
  asksTwice?: boolean;
}

/** Starts a hub on a copy of the demonstration dataset, unless another place is named. */
export async function startHub(
  { topology, engine }: Mode,
  place: 'demo' | 'empty' | TestDatabase = 'demo',
  {
    issuer,
    log = pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    settings = {},
    telemetry = plainTelemetry(),
    beside,
    asksTwice = false,
  }: HubOptions = {},
): Promise<TestHub> {
  const database = beside?.database ?? (typeof place === 'string' ? await testDatabase(place) : place);
  const dataDir = beside?.dataDir ?? mkdtempSync(join(tmpdir(), 'linkage-hub-data-'));
  const demonstration = await openDemonstration(dataDir);
  const { url, stop, output, kill } =
    topology === 'embedded'
      ? await startEmbedded(engine, database, {
          issuer: issuer ?? demonstration,
          log,
          settings,
          telemetry,
        })
      : await startDistributed(engine, database, dataDir, settings);
  const ask = asksTwice ? askerTwice : asker;
  const withToken = (token: string) => ask(url, () => Promise.resolve(token));
  return {
    ...ask(url, () => Promise.resolve(null)),
    url,
    database,
    dataDir,
    output,
    kill,
    withToken,
    tokenOf: (role) => demonstration.sign(demoClaims(role)),
    as: (who) => {
      const claims = typeof who === 'string' ? demoClaims(who) : { subject: 'test', ...who };
      const token = demonstration.sign(claims);
      return ask(url, () => token);
    },
    stop: async () => {
      await stop();
      if (beside !== undefined) return;
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const goesOn = (errors: Answer<unknown>['errors']) =>
  errors?.some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE' && 'progress' in extensions) ??
  false;

/** Asks at an address with whatever token it is given. */
export function asker(
  url: string,
  token: () => Promise<string | null>,
  headers: Record<string, string> = {},
  compare: (first: Answer<unknown>, query: string, again: () => Promise<Answer<unknown>>) => unknown = () =>
    undefined,
): Asker {
  const run = async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const bearer = await token();
    const authorization = bearer === null ? {} : { authorization: `Bearer ${bearer}` };
    const ask = (more: Record<string, string> = {}) =>
      post<Data>(url, { query, variables }, { ...authorization, ...headers, ...more });
    const answer = await ask();
    await compare(answer, query, () => ask({ 'cache-control': 'no-cache' }));
    return answer;
  };
  return {
    run,
    with: (more) => asker(url, token, { ...headers, ...more }, compare),
    expectData: async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      let { data, errors } = await run<Data>(query, variables);
      // A measure of the network that takes longer than 2 seconds, on a busy machine any, goes on: ask again, it says.
      while (goesOn(errors)) ({ data, errors } = await run<Data>(query, variables));
      if (errors !== undefined || data == null)
        throw new Error(`Expected data, got ${JSON.stringify(errors, null, 2)} for\n${query}`);
      return data;
    },
  };
}

/** Asks as before; what may have been kept is compared with what is made anew. */
const askerTwice = (url: string, token: () => Promise<string | null>): Asker =>
  asker(url, token, {}, async (first, query, again) => {
    if (/^\s*mutation\b/.test(query) || first.errors !== undefined || first.data == null) return;
    // Not jest's: `npm run bench` starts hubs too.
    assert.deepEqual((await again()).data, first.data);
  });

async function post<Data>(url: string, body: object, headers: Record<string, string>): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
}

async function startEmbedded(
  engine: Mode['engine'],
  database: TestDatabase,
  { issuer, log, settings, telemetry }: Required<Omit<HubOptions, 'beside' | 'asksTwice'>>,
) {
  const env = readEnv(settings);
  const subgraphs = await embedSubgraphs(() => database.address, { log, limits: limitsOf(env) });
  const served = () => ({ versions: subgraphs.versions, generation: 0 });
  const server = await createHub({
    engine: await createEngine(engine, readSupergraph(readEnv({})), subgraphs.sourceFor, telemetry),
    log,
    readToken: credentialReader(issuer, subgraphs.sourceFor, log),
    readyParts: subgraphs.readyParts,
    pages: pagesOf(env),
    ...defenceOf(env, null),
    telemetry,
    exports: hubExports(env),
    sourceFor: subgraphs.sourceFor,
    cache: openCache(env, served, telemetry.registry),
  });
  const url = await listen(server, '127.0.0.1', 0);
  return {
    url,
    output: () => '',
    kill: () => Promise.reject(new Error('An embedded subgraph has no process of its own.')),
    stop: async () => {
      await server.close();
      await subgraphs.close();
    },
  };
}

async function startDistributed(
  engine: Mode['engine'],
  database: TestDatabase,
  dataDir: string,
  settings: Record<string, string>,
) {
  // Subgraphs ask each other, so each must know where the others will be before any of them runs.
  const ports = await freePorts(subgraphNames.length);
  const port = (name: SubgraphName) => String(ports[subgraphNames.indexOf(name)]);
  const urls = Object.fromEntries(
    subgraphNames.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port(name)}/graphql`]),
  );
  const env = { ...urls, DATA_DIR: dataDir, ...settings };
  const running: HubProcess[] = [];
  const start = async (command: HubCommand) => {
    const started = await startProcess(command);
    running.push(started);
    return started;
  };
  const stop = async () => {
    for (const process of running.splice(0).reverse()) await process.stop();
  };
  try {
    const subgraphs = await Promise.allSettled(
      subgraphNames.map((name) =>
        start({
          entry: `subgraphs/${name}/main.js`,
          env: { ...env, DATABASE_URL: database.url, DEMO_DATA: 'off', PORT: port(name) },
        }),
      ),
    );
    const failed = subgraphs.find((subgraph) => subgraph.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const gateway = {
      entry: 'gateway/gateway.main.js',
      env: { ...env, GATEWAY_ENGINE: engine },
    };
    const { url } = await start(gateway);
    const all = [...running];
    // Its place among those that run stays: to stop what has ended is nothing.
    const kill = (name: SubgraphName) =>
      (subgraphs[subgraphNames.indexOf(name)] as PromiseFulfilledResult<HubProcess>).value.kill();
    return { url, stop, kill, output: () => all.map((process) => process.output()).join('\n') };
  } catch (error) {
    await stop();
    throw error;
  }
}
