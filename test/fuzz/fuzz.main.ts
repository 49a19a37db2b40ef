// `npm run fuzz [-- count seed]`: attacks a hub as a person starts it with generated operations, and says what became of them.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSupergraphSdl } from '#gateway/engines/supergraph.js';
import { projectFile, readSupergraph } from '#gateway/start.js';
import { readEnv } from '#shared/env.js';
import { startProcess } from '../kit/process.js';
import { attackOf, attacks } from './attacks.js';
import { fight, watched } from './run.js';
import { findings, table } from './report.js';

const [count = 10_000, seed = Math.floor(Math.random() * 2 ** 30)] = process.argv.slice(2).map(Number);

const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-fuzz-'));
// Where root runs it, PostgreSQL runs as nobody and must be able to enter.
chmodSync(dataDir, 0o755);
const hub = await startProcess({
  entry: 'gateway/main.js',
  env: {
    DATA_DIR: dataDir,
    GATEWAY_ENGINE: process.env['GATEWAY_ENGINE'] ?? 'hive',
    RATE_LIMIT_PER_ADDRESS: '0',
    RATE_LIMIT_PER_VIEWER: '0',
    ...watched(dataDir),
  },
});
/** A hub at work: the first questions of a process just started take as long as its code takes to be read and compiled. */
async function serveDashboards(url: string): Promise<void> {
  const query = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');
  const body = JSON.stringify({ query, variables: { area: '360300' } });
  for (let n = 0; n < 20; n += 1)
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).then((answer) => answer.text());
}

try {
  await serveDashboards(hub.url);
  process.stdout.write(
    `${count} attacks from seed ${seed} on; npm run fuzz -- ${count} ${seed} sends them again.\n`,
  );
  const all = attacks(readSupergraphSdl(readSupergraph(readEnv({}))).apiSchema);
  const report = await fight({
    hub,
    dataDir,
    count,
    seed,
    clients: 4,
    attackOf: (each) => attackOf(all, each),
  });
  process.stdout.write(`${table(report)}\n`);
  const found = [
    ...findings(report, { operationMs: 500, lagMs: 200, probeMs: 300 }),
    ...(hub.child.exitCode === null ? [] : ['the hub ended']),
  ];
  process.stdout.write(
    found.length === 0
      ? 'Nothing was found.\n'
      : `${found.length} findings:\n${found.slice(0, 60).join('\n')}\n`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await hub.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
