// Issue 6: 8 writers and 16 readers at once; each read shows every write that was acknowledged before it began.
import { afterEach, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../kit/hub.js';
import { cacheCounts, prove, type Place } from '../kit/proof.js';

const mode = { topology: 'embedded', engine: 'hive' } as const;
const reads = 20_000;
/** What a test may take on a machine that is busy; it takes some ten seconds. */
const timeoutMs = 240_000;
/** For safety: a second is promised of a machine that answers, this much is not even one that is stuck. */
const lagMaxMs = 5_000;

const hubs: TestHub[] = [];
afterEach(async () => {
  for (const hub of hubs.splice(0).reverse()) await hub.stop();
});

const placeOf = async ({ url, tokenOf }: TestHub): Promise<Place> => ({
  url,
  tokens: {
    admin: await tokenOf('admin'),
    finance: await tokenOf('finance'),
    viewer: await tokenOf('viewer'),
  },
});

/** Starts hubs on one database. Each follows it over connections of its own, and knows nothing else of the others. */
async function places(count: number, settings: Record<string, string> = {}): Promise<Place[]> {
  for (let index = 0; index < count; index += 1) {
    const [beside] = hubs;
    const own = { settings: { RATE_LIMIT_PER_ADDRESS: '0', RATE_LIMIT_PER_VIEWER: '0', ...settings } };
    hubs.push(await startHub(mode, 'demo', beside === undefined ? own : { ...own, beside }));
  }
  return Promise.all(hubs.map(placeOf));
}

/** Sums what became of the questions to all hubs. */
async function counts(): Promise<Record<string, number>> {
  const all = await Promise.all(hubs.map(({ url }) => cacheCounts(url)));
  return all.reduce((sum, each) =>
    Object.fromEntries(Object.entries(sum).map(([result, count]) => [result, count + (each[result] ?? 0)])),
  );
}

const tell = (what: string, facts: object) => process.stderr.write(`${what}: ${JSON.stringify(facts)}\n`);

test(
  'in one process no read is older than what was acknowledged before it',
  async () => {
    const proof = await prove({ places: await places(1), reads });
    const made = await counts();
    tell('one process', { ...proof, ...made });
    expect(proof).toMatchObject({ missed: 0, ownMissed: 0 });
    expect(proof.writes).toBeGreaterThan(reads / 200);
    // What was made for one reader was given to many.
    expect(made['hit']).toBeGreaterThan(reads / 4);
    expect(made['unknown']).toBeLessThan(reads / 10);
  },
  timeoutMs,
);

test(
  'of two that ask the database at each read neither is older',
  async () => {
    const proof = await prove({ places: await places(2, { CACHE_STRICT: 'on' }), reads });
    const made = await counts();
    tell('two, strict', { ...proof, ...made });
    expect(proof).toMatchObject({ missed: 0, ownMissed: 0 });
    expect(proof.writes).toBeGreaterThan(reads / 200);
    expect(made['hit']).toBeGreaterThan(reads / 4);
  },
  timeoutMs,
);

test(
  'of two that do not ask, each shows a writer its own writes, and others soon',
  async () => {
    const proof = await prove({ places: await places(2), reads: reads / 4 });
    const made = await counts();
    tell('two', { ...proof, ...made });
    expect(proof).toMatchObject({ ownMissed: 0 });
    expect(proof.lagMs).toBeLessThan(lagMaxMs);
    expect(made['hit']).toBeGreaterThan(reads / 16);
  },
  timeoutMs,
);
