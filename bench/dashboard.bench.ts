import { execFileSync, type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logFile, percentile, readyUrl, stop, usage } from './hub-process.js';

// Measures the hub as `npm start` runs it: cold start, the warm dashboard's cost, memory after many requests.
const warmUps = 1_500;
const timed = 10_000;
const clients = 8;
const root = fileURLToPath(new URL('../..', import.meta.url));
const query = readFileSync(join(root, 'web/operations/city-dashboard.graphql'), 'utf8');
const body = JSON.stringify({ query, variables: { area: '360300' } });

interface Hub {
  child: ChildProcess;
  url: string;
  firstAnswerMs: number;
}

async function start(dataDir: string, engine: string): Promise<Hub> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/gateway/main.js')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, GATEWAY_ENGINE: engine },
    stdio: ['ignore', 'pipe', logFile],
  });
  const url = await readyUrl(child);
  await ask(url);
  return { child, url, firstAnswerMs: performance.now() - began };
}

/** `npm start` on a new data folder, with the build in front, until the first dashboard is answered. */
async function coldNpmStart(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', logFile],
    detached: true,
  });
  await ask(await readyUrl(child));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid as number), 'SIGTERM');
  await exited;
  return seconds;
}

/** Asks once; an error stops the run, or a fast wrong answer would be measured. */
async function ask(url: string): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`Wrong answer: ${text.slice(0, 500)}`);
}

async function load(url: string, requests: number, parallel: number): Promise<number[]> {
  const times: number[] = [];
  let left = requests;
  const client = async () => {
    while (left-- > 0) {
      const began = performance.now();
      await ask(url);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: parallel }, client));
  return times.sort((a, b) => a - b);
}

async function measure(engine: string): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  try {
    const empty = await start(dataDir, engine);
    await stop(empty.child);
    const hub = await start(dataDir, engine);
    const pid = hub.child.pid as number;
    await load(hub.url, warmUps, clients);
    const before = usage(pid);
    const began = performance.now();
    const times = await load(hub.url, timed, clients);
    const seconds = (performance.now() - began) / 1000;
    const after = usage(pid);
    const alone = await load(hub.url, 500, 1);
    await stop(hub.child);
    return [
      engine,
      `${(empty.firstAnswerMs / 1000).toFixed(1)} s`,
      `${(hub.firstAnswerMs / 1000).toFixed(1)} s`,
      (((after.cpuSeconds - before.cpuSeconds) * 1000) / timed).toFixed(2),
      (timed / seconds).toFixed(0),
      `${percentile(alone, 0.5)} / ${percentile(alone, 0.99)}`,
      `${percentile(times, 0.5)} / ${percentile(times, 0.99)}`,
      after.rssMb.toFixed(0),
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const head = [
  'engine',
  'first start to first answer (initdb, migrations, dataset)',
  'next start to first answer',
  'hub CPU-ms per request',
  `requests/s, ${clients} clients`,
  'p50 / p99 ms, 1 client',
  `p50 / p99 ms, ${clients} clients`,
  `RSS MB after ${warmUps + timed} requests`,
];
console.log(`cold npm start to first answer: ${await coldNpmStart()} s\n`);
const rows = [];
for (const engine of ['hive', 'apollo']) rows.push(await measure(engine));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
console.log(
  `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.versions.node}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB\n`,
);
for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
