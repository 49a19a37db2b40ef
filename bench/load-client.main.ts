import { Pool } from 'undici';
import type { Burst, BurstTimes } from './load.js';

// The client, in a process of its own: its work is not among the figures of what it asks.
let pool: Pool | undefined;

process.on('message', (burst: Burst) => {
  run(burst).then(
    (times) => process.send?.({ times }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});

async function run({ url, asks, headers, requests, clients, seed }: Burst): Promise<BurstTimes> {
  await pool?.close();
  pool = new Pool(url, { connections: clients });
  const random = randomFrom(seed);
  const times: number[] = [];
  let left = requests;
  const client = async (server: Pool) => {
    while (left-- > 0) {
      const { method, path, body } = asks[Math.floor(random() * asks.length)] as Burst['asks'][number];
      const began = performance.now();
      const answer = await server.request({ method, path, headers, body: body ?? null });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      times.push(performance.now() - began);
      // A fast refusal would be measured.
      const isWhole = answer.statusCode === 200 && bytes.length > 0 && !bytes.includes('"errors"');
      if (!isWhole && answer.statusCode !== 304)
        throw new Error(`Wrong answer ${answer.statusCode}: ${bytes.toString().slice(0, 500)}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, () => client(pool as Pool)));
  return { seconds: (performance.now() - began) / 1_000, times: times.sort((a, b) => a - b) };
}

/** A small generator of random numbers (mulberry32): every run asks the same in the same order. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
