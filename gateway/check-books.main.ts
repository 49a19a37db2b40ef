import 'reflect-metadata';
import { checkBooks } from '#shared/books.js';
import { configuredDatabase, databaseName, needsEmbedded } from '#shared/database/choose.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import type { SubgraphName } from '#shared/directory.js';
import { readEnv } from '#shared/env.js';
import { runningPostgres, startEmbeddedPostgres } from '#shared/postgres/server.js';
import { runOnce } from '#shared/process.js';
import { subgraphs } from './embedded.js';

/** `npm run check:books`: says what is broken in the books of the database that the environment names; it only reads. */
await runOnce(async () => {
  const env = readEnv();
  const running = needsEmbedded(env) ? runningPostgres(env.DATA_DIR, databaseName) : null;
  const own =
    needsEmbedded(env) && running === null ? await startEmbeddedPostgres({ dataDir: env.DATA_DIR }) : null;
  const embedded = running ?? own?.address(databaseName);
  try {
    return await report((name) => (configuredDatabase(env, name) ?? embedded) as DatabaseAddress);
  } finally {
    await own?.stop();
  }
});

/** Prints a line for each invariant; yields the exit code. */
async function report(addressOf: (name: SubgraphName) => DatabaseAddress): Promise<number> {
  const books = new Map(Object.values(subgraphs).map(({ name, books: own }) => [name, own]));
  const findings = await checkBooks(books, addressOf);
  for (const { subgraph, id, says, broken } of findings) {
    const mark = broken.length === 0 ? '✓' : '✗';
    console.log(
      `${mark} ${id.padEnd(3)} ${subgraph}: ${says}${broken.length === 0 ? '' : `; broken: ${broken.join(', ')}`}`,
    );
  }
  const count = findings.filter(({ broken }) => broken.length > 0).length;
  console.log(
    count === 0
      ? `All ${findings.length} invariants hold.`
      : `${count} of ${findings.length} invariants are broken.`,
  );
  return count === 0 ? 0 : 1;
}
