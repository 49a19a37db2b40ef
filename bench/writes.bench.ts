import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tokenOrganizationId } from '#shared/demo/bodies.js';
import { today } from '#shared/today.js';
import { bareWriter } from './bare-writer.js';
import { logFile, percentile, readyUrl, stop, usage } from './hub-process.js';

// Measures recordDonation through the whole hub against bare SQL that writes the same rows into the same database, in turns.
const clients = 32;
const writes = 3_000;
const rounds = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const dashboard = readFileSync(join(root, 'web/operations/city-dashboard.graphql'), 'utf8');
const recordDonation = `mutation ($input: RecordDonationInput!) { recordDonation(input: $input) { __typename ... on Donation { id status } ... on Problem { message } } }`;

type Ask = (query: string, variables: object) => Promise<Record<string, { __typename: string; id: string }>>;

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const child = spawn(process.execPath, [join(root, 'dist/gateway/main.js')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', logFile],
  });
  try {
    const url = await readyUrl(child);
    const hub = { write: asking(url, finance(dataDir)), read: asking(url, null), pid: child.pid as number };
    await report(hub, dataDir);
  } catch (error) {
    // Told before the server stops and breaks every connection.
    console.error(error);
    process.exitCode = 1;
  } finally {
    await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const finance = (dataDir: string) =>
  (JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as { finance: string }).finance;

/** Asks the hub; an error or a problem stops the run, or a fast refusal would be measured. */
function asking(url: string, token: string | null): Ask {
  return async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown };
    if (errors !== undefined || JSON.stringify(data).includes('"message"'))
      throw new Error(`Wrong answer: ${JSON.stringify(errors ?? data).slice(0, 500)}`);
    return data;
  };
}

/** Runs something `writes` times by 32 clients; yields how many a second. */
async function rate(once: () => Promise<unknown>): Promise<number> {
  let left = writes;
  const began = performance.now();
  const client = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return writes / ((performance.now() - began) / 1000);
}

/** Asks the dashboard again and again until told to stop; yields each answer's milliseconds. */
function reading(ask: Ask): () => Promise<number[]> {
  const times: number[] = [];
  let goesOn = true;
  const loop = (async () => {
    while (goesOn) {
      const began = performance.now();
      await ask(dashboard, { area: '360300' });
      times.push(performance.now() - began);
    }
  })();
  return async () => {
    goesOn = false;
    await loop;
    return times.sort((a, b) => a - b);
  };
}

/** A hub, asked by finance and by a stranger's dashboard. */
interface MeasuredHub {
  write: Ask;
  read: Ask;
  pid: number;
}

async function report({ write: ask, read, pid: hubPid }: MeasuredHub, dataDir: string): Promise<void> {
  const opened = await ask(
    `mutation ($input: OpenCampaignInput!) { openCampaign(input: $input) { __typename ... on Campaign { id } ... on Problem { message } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        title: `bench ${randomUUID()}`,
        organizationId: tokenOrganizationId,
        startsOn: today(),
      },
    },
  );
  const campaignId = opened['openCampaign']?.id as string;
  const gift = () => ({
    idempotencyKey: randomUUID(),
    campaignId,
    kind: 'CASH',
    amount: '12.34',
    donorName: `donor ${randomUUID()}`,
    receivedOn: today(),
  });
  const hub = () => ask(recordDonation, { input: gift() });
  const bare = await bareWriter(dataDir, clients);
  for (const once of [hub, bare.once]) await rate(once);

  const alone = reading(read);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const quiet = await alone();
  const results: { hub: number; bare: number; times: number[]; cpuMs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = usage(hubPid).cpuSeconds;
    const perSecond = await rate(hub);
    const cpuMs = ((usage(hubPid).cpuSeconds - before) * 1000) / writes;
    const bareRate = await rate(bare.once);
    const stopReading = reading(read);
    await rate(hub);
    results.push({ hub: perSecond, bare: bareRate, times: await stopReading(), cpuMs });
  }
  await bare.close();
  print(results, quiet);
}

function print(
  results: { hub: number; bare: number; times: number[]; cpuMs: number }[],
  quiet: number[],
): void {
  const median = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const busy = results.flatMap(({ times }) => times).sort((a, b) => a - b);
  const [hub, bare] = [
    median(results.map((result) => result.hub)),
    median(results.map((result) => result.bare)),
  ];
  console.log(
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.versions.node}, ${cpus().length} cores; ${rounds} rounds of ${writes}, ${clients} clients\n`,
  );
  console.log(
    '| recordDonation/s, whole hub | bare SQL/s, same rows | ratio | hub CPU-ms per write | dashboard p50 / p99 ms alone | dashboard p50 / p99 ms meanwhile |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  console.log(
    `| ${hub.toFixed(0)} | ${bare.toFixed(0)} | ${(hub / bare).toFixed(2)} | ${median(results.map(({ cpuMs }) => cpuMs)).toFixed(2)} | ${percentile(quiet, 0.5)} / ${percentile(quiet, 0.99)} | ${percentile(busy, 0.5)} / ${percentile(busy, 0.99)} |`,
  );
}

await main();
