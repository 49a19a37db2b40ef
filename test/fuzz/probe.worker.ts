// Asks the hub a small question every 50 ms on a connection of its own, in a thread of its own: what the others do does not delay its clock.
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'undici';

const { url } = workerData as { url: string };
const client = new Client(url, { pipelining: 1 });
const took: number[] = [];
let failures = 0;
let isAsking = false;
const everyMs = 50;

async function ask(): Promise<void> {
  const began = performance.now();
  const answer = await client.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ area(code: \\"360300\\") { name } }"}',
  });
  if (!(await answer.body.text()).includes('萍乡市')) failures += 1;
  took.push(performance.now() - began);
}

const timer = setInterval(() => {
  // One that still waits counts as long as it waits; it is not joined by others.
  if (isAsking) return;
  isAsking = true;
  void ask()
    .catch(() => (failures += 1))
    .finally(() => (isAsking = false));
}, everyMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  void client.close().then(() => parentPort?.postMessage({ took, failures }));
});
