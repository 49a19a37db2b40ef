// SUPERGRAPH_FILE is replaced under load: no request fails, and what cannot be served changes nothing.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { type EmbeddedSubgraphs, embedSubgraphs, ownSources } from '#gateway/embedded.js';
import { createHub } from '#gateway/hub.js';
import { readSupergraph, serveSupergraph } from '#gateway/start.js';
import { driverConfig } from '#shared/database/connection.js';
import { readEnv } from '#shared/env.js';
import { listen } from '#shared/serve.js';
import { type TestDatabase, testDatabase } from '../kit/database.js';
import { asker, engines } from '../kit/hub.js';
import { cleanUp, cleanups, folder } from '../kit/starts.js';

const sdl = readSupergraph(readEnv({}));
/** The same supergraph, told apart by what introspection says of its root. */
const version = (name: string) => sdl.replace(/^type Query$/m, `"""${name}"""\ntype Query`);
/** Without a field: who asks for it now is refused, who asked before is answered. */
const withoutPartners = (text: string) => text.replace(/^ {2}partners\(/m, '  partnersNoMore(');

let database: TestDatabase;
let subgraphs: EmbeddedSubgraphs;
beforeAll(async () => {
  database = await testDatabase('demo');
  subgraphs = await embedSubgraphs(() => database.address);
});
afterAll(async () => {
  await subgraphs?.close();
  await database?.drop();
});

describe.each(engines)('%s', (engine) => {
  const errors: string[] = [];
  let file: string;
  let ask: ReturnType<typeof asker>['run'];
  beforeAll(async () => {
    file = join(folder(), 'supergraph.graphql');
    writeFileSync(file, version('first'));
    const log = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
    const env = { SUPERGRAPH_FILE: file, GATEWAY_ENGINE: engine };
    const served = await serveSupergraph(env, () => ownSources(subgraphs), log);
    const readToken = () => Promise.reject(new Error('Nobody shows a token here.'));
    const server = await createHub({
      engine: served,
      log,
      readToken,
      readyParts: served.readyParts,
      pages: null,
    });
    const url = await listen(server, '127.0.0.1', 0);
    cleanups.push(() => server.close());
    ask = asker(url, () => Promise.resolve(null)).run;
  });
  afterAll(cleanUp);

  const served = async () =>
    (await ask<{ __type: { description: string } }>('{ __type(name: "Query") { description } }')).data?.__type
      .description;

  /** Waits until a condition holds; a reload may take five seconds. */
  async function within5s(condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 5_000;
    while (!(await condition())) {
      expect(Date.now()).toBeLessThan(deadline);
      await pause(20);
    }
  }
  const isServed = (name: string) => within5s(async () => (await served()) === name);

  /** Asks all the time until it is stopped; yields what was answered, each once. */
  function load(): () => Promise<string[]> {
    let loading = true;
    const answers = new Set<string>();
    const clients = Array.from({ length: 4 }, async (_, client) => {
      for (let round = 0; loading; round++) {
        // Plans and documents are kept: some rounds ask what was asked before, some what is new.
        const { data, errors: failed } = await ask(
          `query Round${client}_${round % 50} { area(code: "360300") { name linkSummary { active } } }`,
        );
        answers.add(JSON.stringify(failed ?? data));
      }
    });
    return async () => {
      loading = false;
      await Promise.all(clients);
      return [...answers];
    };
  }

  test('a file that is replaced five times under load, in every way, fails no request', async () => {
    const stopLoad = load();
    try {
      writeFileSync(file, version('written'));
      await isServed('written');

      writeFileSync(`${file}.new`, version('renamed'));
      renameSync(`${file}.new`, file);
      await isServed('renamed');

      writeFileSync(file, sdl.slice(0, -100));
      await within5s(() => Promise.resolve(errors.some((line) => line.includes('Syntax Error'))));
      writeFileSync(file, 'type Query { field: Int }');
      await within5s(() => Promise.resolve(errors.some((line) => line.includes('names no subgraph'))));
      expect(await served()).toBe('renamed');

      // As Kubernetes does with a ConfigMap: the file is a link into a folder that is a link, which is swapped.
      const home = join(file, '..');
      const put = (name: string) => {
        mkdirSync(join(home, name));
        writeFileSync(join(home, name, 'supergraph.graphql'), version(name));
        symlinkSync(name, join(home, '..data.new'));
        renameSync(join(home, '..data.new'), join(home, '..data'));
      };
      put('linked');
      rmSync(file);
      symlinkSync(join('..data', 'supergraph.graphql'), file);
      await isServed('linked');
      put('swapped');
      await isServed('swapped');
      rmSync(file);
      writeFileSync(file, version('last'));
      await isServed('last');
    } finally {
      expect(await stopLoad()).toEqual([
        JSON.stringify({ area: { name: '萍乡市', linkSummary: { active: 28 } } }),
      ]);
    }
  });

  test('a request that was begun on a supergraph ends on it, though the next has not its fields', async () => {
    const blocker = new pg.Client(driverConfig(database.address, 'hub test'));
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('lock table partners.partner in access exclusive mode');
    const question = '{ partners(first: 1) { nodes { name } } }';
    const begun = ask(question);
    const waiting = async () => {
      const { rowCount } = await blocker.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and pg_backend_pid() = any(pg_blocking_pids(pid))`,
      );
      return rowCount === 1;
    };
    await within5s(waiting);
    writeFileSync(file, withoutPartners(version('smaller')));
    await isServed('smaller');
    expect((await ask(question)).errors?.[0]?.message).toMatch(/Cannot query field/);
    await blocker.query('commit');
    await blocker.end();
    expect(await begun).toMatchObject({ data: { partners: { nodes: [{}] } } });
  });
});
