// Starting the hub as a person does, on this machine as it is: the embedded server, and every way it can go wrong.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { isServerOf } from '#shared/postgres/postmaster.js';
import { type FailedStart, type HubProcess, startProcess, tryProcess } from './kit/process.js';
import { cleanUp, cleanups, folder, nameOfCity, refused, startHub } from './kit/starts.js';

const isRoot = process.getuid?.() === 0;
afterEach(cleanUp);

const postmaster = (dataDir: string) =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);

describe('the embedded server of one folder, through its life', () => {
  // To fill a new folder takes longer than all else, so each test goes on with what the one before it left.
  let dataDir: string;
  let hub: HubProcess | null = null;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-life-'));
    // Where root runs the tests, PostgreSQL runs as nobody and must be able to enter.
    chmodSync(dataDir, 0o755);
  });
  afterAll(async () => {
    if (existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) await (await running()).stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const start = async (): Promise<HubProcess> => {
    const started = await startProcess({ entry: 'gateway/main.js', env: { DATA_DIR: dataDir } });
    void started.exited.then(() => {
      if (hub === started) hub = null;
    });
    return (hub = started);
  };
  /** The hub that the test before left running, or a new one. */
  const running = async (): Promise<HubProcess> => hub ?? (await start());

  test('starts with the hub, stops with it, and keeps the data', async () => {
    const first = await start();
    const pid = postmaster(dataDir);
    expect(await nameOfCity(first.url)).toBe('萍乡市');
    expect(first.output()).toMatch(/✓ Demonstration data: \d+ rows loaded/);
    expect(first.output()).not.toContain('\r');
    expect(await first.stop()).toBe(0);
    expect(isServerOf(dataDir, pid)).toBe(false);
    const second = await start();
    expect(second.output()).toMatch(/✓ Demonstration data: nothing to load/);
    expect(await nameOfCity(second.url)).toBe('萍乡市');
  });

  test('belongs to one hub: a second one on the same folder is refused, and the first serves on', async () => {
    const first = await running();
    const { code, output } = await refused({ DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^Cannot start: DATA_DIR: another hub already uses .*\. Stop it, or give this one a folder of its own\.$/m,
    );
    expect(await nameOfCity(first.url)).toBe('萍乡市');
  });

  test('survives a kill -9 of hub and server, with a lock whose number now is another program', async () => {
    const first = await running();
    const pid = postmaster(dataDir);
    await first.kill();
    process.kill(pid, 'SIGKILL');
    const lock = join(dataDir, 'postgres', 'postmaster.pid');
    const { uid, gid } = statSync(lock);
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)));
    chownSync(lock, uid, gid);
    const second = await start();
    expect(await nameOfCity(second.url)).toBe('萍乡市');
  });

  test('survives a kill -9 of the hub: the next start takes over what was left running', async () => {
    const first = await running();
    const orphan = postmaster(dataDir);
    await first.kill();
    expect(isServerOf(dataDir, orphan)).toBe(true);
    const second = await start();
    expect(await nameOfCity(second.url)).toBe('萍乡市');
    expect(await second.stop()).toBe(0);
    expect(isServerOf(dataDir, orphan)).toBe(false);
  });
});

describe('the embedded server of a new folder', () => {
  test('stopped while it starts, leaves nothing running', async () => {
    const dataDir = folder();
    const started = await tryProcess({
      entry: 'gateway/main.js',
      env: { DATA_DIR: dataDir },
      onOutput: (output, child) => !child.killed && /✓ PostgreSQL/.test(output) && child.kill('SIGTERM'),
    });
    expect('child' in started ? await started.exited : started.code).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('two hubs that start on a new folder at the same moment: exactly one gets it', async () => {
    const dataDir = folder();
    const started = await Promise.all(
      [1, 2].map(() =>
        tryProcess({ entry: 'gateway/main.js', env: { DATA_DIR: dataDir, DEMO_DATA: 'off' } }),
      ),
    );
    for (const one of started) if ('child' in one) cleanups.push(() => one.stop());
    expect(started.filter((one) => 'child' in one)).toHaveLength(1);
    expect(started.find((one): one is FailedStart => !('child' in one))?.output).toMatch(
      /another hub already uses/,
    );
  });

  (isRoot ? test : test.skip)('works for root in a folder that nobody else may enter', async () => {
    const hub = await startHub({ DATA_DIR: join(folder(0o700), 'data') });
    expect(await nameOfCity(hub.url)).toBe('萍乡市');
  });

  // 1 has a name on every Linux; 12345 has none, as in a container that runs under a number of its own.
  (isRoot ? test : test.skip).each([1, 12_345])(
    'works for an ordinary user (%i), and opens no other user’s folder',
    async (ordinary) => {
      const code = projectFile('package.json');
      const dataDir = folder(0o755);
      chownSync(dataDir, ordinary, ordinary);
      if (!isReadableByAll(code)) return expect(isRoot).toBe(true);
      const hub = await startHub({ DATA_DIR: dataDir }, ordinary);
      expect(await nameOfCity(hub.url)).toBe('萍乡市');
      expect(statSync(join(dataDir, 'postgres')).uid).toBe(ordinary);
      await hub.stop();
      const other = await tryProcess({
        entry: 'gateway/main.js',
        env: { DATA_DIR: dataDir },
        uid: ordinary + 1,
      });
      expect('child' in other).toBe(false);
      expect((other as FailedStart).output).toMatch(/^Cannot start: DATA_DIR: /m);
    },
  );
});

function isReadableByAll(path: string): boolean {
  for (let at = path; at !== '/'; at = join(at, '..'))
    if ((statSync(at).mode & 0o001) === 0 && statSync(at).isDirectory()) return false;
  return true;
}

describe('a start that cannot be', () => {
  test('names the port that is in use', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    cleanups.push(() => server.close());
    const dataDir = folder();
    const { code, output } = await refused({ DATA_DIR: dataDir, PORT: String(port), DEMO_DATA: 'off' });
    expect(code).toBe(1);
    expect(output).toContain(`Cannot start: PORT: ${port} on 127.0.0.1 is already in use`);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('names the data folder that cannot be written', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const { code, output } = await refused({ DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(output).toMatch(/^Cannot start: DATA_DIR: cannot write to the folder .*file\/data/m);
  });

  test('names every variable that is wrong, what was found and what is allowed', async () => {
    const { output } = await refused({ PORT: '99999', GATEWAY_ENGINE: 'router', DEMO_DATA: 'yes' });
    expect(output).toContain('PORT: found "99999"; allowed: a port from 0 to 65535');
    expect(output).toContain('GATEWAY_ENGINE: found "router"; allowed: one of hive, apollo');
    expect(output).toContain('DEMO_DATA: found "yes"; allowed: one of auto, off');
  });

  test('of a subgraph without a server says what it needs', async () => {
    const { code, output } = await refused({ DATA_DIR: folder() }, 'subgraphs/donations/main.js');
    expect(code).toBe(1);
    expect(output).toMatch(/DATABASE_URL is not set.*DONATIONS_DATABASE_URL/);
  });

  test('of a gateway without its supergraph names the file', async () => {
    const env = { SUPERGRAPH_FILE: 'nowhere.graphql', DATA_DIR: folder() };
    const { code, output } = await refused(env, 'gateway/gateway.main.js');
    expect(code).toBe(1);
    expect(output).toContain('SUPERGRAPH_FILE: there is no file nowhere.graphql');
  });
});

test('a gateway whose subgraphs are down starts, and says which fields it cannot answer', async () => {
  const gateway = await startProcess({
    entry: 'gateway/gateway.main.js',
    env: { ORGANIZATIONS_URL: 'http://127.0.0.1:1/graphql', DATA_DIR: folder() },
  });
  cleanups.push(() => gateway.stop());
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ area(code: "360300") { name } }' }),
  });
  expect(await response.json()).toMatchObject({
    data: { area: null },
    errors: [
      {
        message: 'The organizations subgraph does not answer.',
        path: ['area'],
        extensions: { code: 'UNAVAILABLE' },
      },
    ],
  });
});
