import { databaseName, needsEmbedded } from '#shared/database/choose.js';
import { ensureDatabase } from '#shared/database/ensure.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import type { Patience } from '#shared/drain.js';
import { type Env, readEnv } from '#shared/env.js';
import { startEmbeddedPostgres } from '#shared/postgres/server.js';
import { runProcess, type Running } from '#shared/process.js';
import { type Progress, terminalProgress } from '#shared/progress.js';
import { assertProductionSettings } from './issuer.js';
import type { Opened } from './whole-hub.js';

/** A start that failed has nobody to wait for. */
const noPatience: Patience = { noticeMs: 0, idleMs: 0, runningMs: 0 };

await runProcess(async () => {
  const opened: Opened = [];
  const stop = async (patience: Patience) => {
    for (const close of opened.splice(0).reverse()) await close(patience);
  };
  try {
    await startHub(readEnv(), terminalProgress(), opened);
  } catch (error) {
    await stop(noPatience);
    throw error;
  }
  return { stop } satisfies Running;
});

async function startHub(env: Env, progress: Progress, opened: Opened): Promise<void> {
  assertProductionSettings(env);
  // The code of the hub takes about as long to load as PostgreSQL to start; a mistake in the settings is told before either.
  const loading = import('./whole-hub.js');
  loading.catch(() => undefined);
  const embedded = needsEmbedded(env) ? await startPostgres(env, progress, opened) : null;
  const { serveHub } = await loading;
  await serveHub(env, embedded, progress, opened);
}

async function startPostgres(env: Env, progress: Progress, opened: Opened): Promise<DatabaseAddress> {
  let address!: DatabaseAddress;
  await progress.step('PostgreSQL', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir: env.DATA_DIR });
    opened.push(() => postgres.stop());
    await ensureDatabase(postgres.address('postgres'), databaseName);
    address = postgres.address(databaseName);
    return `embedded, data in ${env.DATA_DIR}`;
  });
  return address;
}
