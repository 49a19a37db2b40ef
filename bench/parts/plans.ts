import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Measured } from '../goals.js';
import { aside, root } from '../processes.js';
import { openDataset } from '../server.js';

/** Holds the plans that the tests make of L's statistics against those that PostgreSQL makes on L itself; a difference ends the run. */
export async function plans(): Promise<Measured> {
  await aside(async () => {
    const { url, stop } = await openDataset('L');
    try {
      execFileSync(process.execPath, [join(root, 'dist/bench/plans.main.js')], {
        env: { ...process.env, DATABASE_URL: url },
        stdio: 'inherit',
      });
    } finally {
      await stop();
    }
  });
  return {};
}
