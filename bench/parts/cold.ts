import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, printTable } from '../figures.js';
import type { Measured } from '../goals.js';
import { logFile, readyUrl, root } from '../processes.js';
import { dashboardAsk } from '../workload.js';
import type { PartOptions } from './options.js';

/** Starts from nothing and from an initialised database, and how long planning holds the event loop. */
export async function cold({ effort }: PartOptions): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  try {
    const first = await secondsToAnswer(dataDir);
    const next: number[] = [];
    for (let round = 0; round < effort.rounds; round += 1) next.push(await secondsToAnswer(dataDir));
    const planning = longestPlanning(effort.rounds);
    printTable([
      [
        'first npm start to first answer',
        'next npm start to first answer',
        'longest that planning held the event loop',
      ],
      [`${first.toFixed(1)} s`, `${median(next).toFixed(1)} s`, `${planning.toFixed(2)} ms`],
    ]);
    return { cold: median(next), planning };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** `npm start`, with an up-to-date build in front, until the dashboard of the demonstration's city is answered. */
async function secondsToAnswer(dataDir: string): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', logFile],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  try {
    const { method, path, body } = dashboardAsk();
    const answer = await fetch(`${await readyUrl(child)}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body as string,
    });
    const text = await answer.text();
    if (!answer.ok || text.includes('"errors"')) throw new Error(`Wrong answer: ${text.slice(0, 500)}`);
    return (performance.now() - began) / 1_000;
  } finally {
    // npm and the hub are a group of their own.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await exited;
  }
}

/** In processes of their own; the median of their longest, or a neighbour's turn on the core would count as planning. */
function longestPlanning(rounds: number): number {
  const once = () =>
    Number(execFileSync(process.execPath, [join(root, 'dist/bench/planning.main.js')], { encoding: 'utf8' }));
  return median(Array.from({ length: rounds }, once));
}
