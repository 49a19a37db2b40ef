import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenOrganizationId } from '#shared/demo/bodies.js';
import { today } from '#shared/today.js';
import { bareWriter } from '../bare-writer.js';
import { median, percentile, printTable } from '../figures.js';
import type { Measured } from '../goals.js';
import { clients, type Effort } from '../measure.js';
import { logFile, readyUrl, root, stop, usage } from '../processes.js';
import type { PartOptions } from './options.js';

const dashboard = readFileSync(join(root, 'web/operations/city-dashboard.graphql'), 'utf8');
const recordDonation = `mutation ($input: RecordDonationInput!) { recordDonation(input: $input) { __typename ... on Donation { id status } ... on Problem { message } } }`;

type Ask = (query: string, variables: object) => Promise<Record<string, { __typename: string; id: string }>>;

/** recordDonation through the whole hub against bare SQL that writes the same rows into the same database, in turns. */
export async function writes({ effort }: PartOptions): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const child = spawn(process.execPath, [join(root, 'dist/gateway/main.js')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', logFile],
  });
  try {
    const url = await readyUrl(child);
    const hub = { write: asking(url, finance(dataDir)), read: asking(url, null), pid: child.pid as number };
    return await report(hub, dataDir, effort);
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

/** Runs something so many times by 32 clients; yields how many a second. */
async function rate(requests: number, once: () => Promise<unknown>): Promise<number> {
  let left = requests;
  const began = performance.now();
  const client = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return requests / ((performance.now() - began) / 1000);
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

async function report(
  { write: ask, read, pid: hubPid }: MeasuredHub,
  dataDir: string,
  { requests, rounds }: Effort,
): Promise<Measured> {
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
  for (const once of [hub, bare.once]) await rate(requests, once);

  const alone = reading(read);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const quiet = await alone();
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = usage(hubPid).cpuSeconds;
    const perSecond = await rate(requests, hub);
    const cpuMs = ((usage(hubPid).cpuSeconds - before) * 1000) / requests;
    const bareRate = await rate(requests, bare.once);
    const stopReading = reading(read);
    await rate(requests, hub);
    results.push({ hub: perSecond, bare: bareRate, times: await stopReading(), cpuMs });
  }
  await bare.close();
  return print(results, quiet);
}

interface Round {
  hub: number;
  bare: number;
  times: number[];
  cpuMs: number;
}

function print(results: readonly Round[], quiet: readonly number[]): Measured {
  const busy = results.flatMap(({ times }) => times).sort((a, b) => a - b);
  const ratio = median(results.map(({ hub, bare }) => hub / bare));
  const pair = (times: readonly number[]) => `${percentile(times, 0.5)} / ${percentile(times, 0.99)}`;
  printTable([
    [
      'recordDonation/s, whole hub',
      'bare SQL/s, same rows',
      'ratio',
      'hub CPU-ms per write',
      'dashboard p50 / p99 ms alone',
      'dashboard p50 / p99 ms meanwhile',
    ],
    [
      median(results.map(({ hub }) => hub)).toFixed(0),
      median(results.map(({ bare }) => bare)).toFixed(0),
      ratio.toFixed(2),
      median(results.map(({ cpuMs }) => cpuMs)).toFixed(2),
      pair(quiet),
      pair(busy),
    ],
  ]);
  return { writes: ratio };
}
