import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { driverConfig } from '#shared/database/connection.js';
import { tokenOrganizationId } from '#shared/demo/bodies.js';
import { runningPostgres } from '#shared/postgres/server.js';
import { today } from '#shared/today.js';

// Measures recordDonation through the whole hub against bare SQL that writes the same rows into the same database, in turns.
const clients = 32;
const writes = 3_000;
const rounds = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const dashboard = readFileSync(join(root, 'web/city-dashboard.graphql'), 'utf8');
const recordDonation = `mutation ($input: RecordDonationInput!) { recordDonation(input: $input) { __typename ... on Donation { id status } ... on Problem { message } } }`;

type Ask = (query: string, variables: object) => Promise<Record<string, { __typename: string; id: string }>>;

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const child = spawn(process.execPath, [join(root, 'dist/gateway/main.js')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const ask = asking(await readyUrl(child), finance(dataDir));
    await report(ask, dataDir, child.pid as number);
  } finally {
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const finance = (dataDir: string) =>
  (JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as { finance: string }).finance;

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^ready (\S+)/m.exec(output);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code}:\n${output}`)));
  });
}

/** Asks the hub; an error or a problem stops the run, or a fast refusal would be measured. */
function asking(url: string, token: string): Ask {
  return async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
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

async function report(ask: Ask, dataDir: string, hubPid: number): Promise<void> {
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
  const bare = await bareWriter(dataDir);
  for (const once of [hub, bare.once]) await rate(once);

  const alone = reading(ask);
  for (let n = 0; n < 200; n += 1) await new Promise(setImmediate);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const quiet = await alone();
  const results: { hub: number; bare: number; times: number[]; cpuMs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = cpuSeconds(hubPid);
    const perSecond = await rate(hub);
    const cpuMs = ((cpuSeconds(hubPid) - before) * 1000) / writes;
    const bareRate = await rate(bare.once);
    const stop = reading(ask);
    await rate(hub);
    results.push({ hub: perSecond, bare: bareRate, times: await stop(), cpuMs });
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
  const at = (times: number[], share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
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
    `| ${hub.toFixed(0)} | ${bare.toFixed(0)} | ${(hub / bare).toFixed(2)} | ${median(results.map(({ cpuMs }) => cpuMs)).toFixed(2)} | ${at(quiet, 0.5)} / ${at(quiet, 0.99)} | ${at(busy, 0.5)} / ${at(busy, 0.99)} |`,
  );
}

function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (
    (Number(fields[11]) + Number(fields[12])) /
    Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  );
}

/** Copies the rows of one donation that the hub wrote, under new ids, by prepared statements over 32 connections. */
async function bareWriter(dataDir: string): Promise<{ once(): Promise<void>; close(): Promise<void> }> {
  const address = runningPostgres(dataDir, 'hub');
  if (address === null) throw new Error('The embedded server does not run.');
  const pool = new pg.Pool({ ...driverConfig(address, 'bench bare'), max: clients });
  const first = async (sql: string, values: unknown[] = []) =>
    (await pool.query(sql, values)).rows[0] as Record<string, unknown>;
  return {
    once: async () => {
      model ??= await readModel(first);
      await copyOf(pool, model);
    },
    close: () => pool.end(),
  };
}

type Model = Record<'donation' | 'entry' | 'idempotency' | 'audit', Record<string, unknown>> & {
  postings: Record<string, unknown>[];
};
let model: Model | undefined;

async function readModel(
  first: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>>,
): Promise<Model> {
  const donation = await first(
    `select * from donations.donation where donor_name like 'donor %' order by created_at desc limit 1`,
  );
  const entry = await first('select * from donations.entry where donation_id = $1', [donation['id']]);
  const postings = await first(
    'select json_agg(p order by position) as list from donations.posting p where entry_id = $1',
    [entry['id']],
  );
  const idempotency = await first('select * from donations.idempotency where key = $1', [
    entry['idempotency_key'],
  ]);
  const audit = await first(
    `select json_agg(json_build_object('entity', entity, 'entityId', entity_id, 'changes', changes)) as records, min(subject) as subject, (array_agg(roles))[1] as roles, min(action) as action
     from donations.audit_record where entity_id in ($1, $2)`,
    [donation['id'], entry['id']],
  );
  return { donation, entry, postings: postings['list'] as Record<string, unknown>[], idempotency, audit };
}

async function copyOf(
  pool: pg.Pool,
  { donation, entry, postings, idempotency, audit }: Model,
): Promise<void> {
  const [donationId, entryId, key] = [randomUUID(), randomUUID(), randomUUID()];
  const client = await pool.connect();
  const insert = (name: string, table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    return client.query({
      name,
      text: `insert into donations.${table} (${columns.join(', ')}) values (${places})`,
      values: Object.values(row),
    });
  };
  try {
    await client.query('begin');
    const { answer, ...claimed } = idempotency;
    await insert('claim', 'idempotency', { ...claimed, key });
    await insert('donation', 'donation', { ...donation, id: donationId });
    await insert('entry', 'entry', {
      ...entry,
      id: entryId,
      donation_id: donationId,
      idempotency_key: key,
      donor_key: `bench ${key}`,
    });
    await client.query({
      name: 'postings',
      text: `insert into donations.posting select $1, p.position, p.account_code, p.amount_fen from json_to_recordset($2) p(position smallint, account_code text, amount_fen bigint)`,
      values: [entryId, JSON.stringify(postings)],
    });
    await client.query({
      name: 'audit',
      text: 'select donations.append_audit($1, $2, $3, $4, $5)',
      values: [JSON.stringify(audit['records']), audit['subject'], audit['roles'], audit['action'], key],
    });
    await client.query({
      name: 'answer',
      text: 'update donations.idempotency set answer = $1 where scope = $2 and key = $3',
      values: [answer, idempotency['scope'], key],
    });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

await main();
