import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, printTable } from '../figures.js';
import type { Measured } from '../goals.js';
import { type NodeProcess, root, startAnywhere, stop, usage } from '../processes.js';
import { dashboardAsk } from '../workload.js';
import type { PartOptions } from './options.js';

const dashboardEveryMs = 50;
const warmUps = 200;

/** A file that is imported. */
interface Sample {
  says: string;
  noun: 'partners' | 'organizations';
  file: string;
  constants: { field: string; value: string }[];
}

/** What files cost from upload to undo, how much memory the hub takes for them, and what they cost those who look at a dashboard meanwhile. */
export async function imports(_options: PartOptions): Promise<Measured> {
  const table = [
    [
      'file',
      'upload and read',
      'dry run',
      'commit',
      'the same again: dry run',
      'undo',
      'RSS more',
      'dashboard p99 idle → meanwhile',
    ],
  ];
  for (const sample of [institutions(2_631), institutions(50_000), bodies(10_000)])
    table.push(await measure(sample));
  printTable(table);
  return {};
}

/** As many as the ministry's list of universities has, with their provinces. */
function institutions(count: number): Sample {
  const provinces = ['江西省', '湖北省', '四川省', '北京市', '广东省'];
  const rows = Array.from(
    { length: count },
    (_, index) => `示范学院${index}号,${provinces[index % provinces.length]},本科`,
  );
  const file = ['名称,省,办学层次', ...rows, ''].join('\n');
  return { says: `${count} partners`, noun: 'partners', file, constants: [{ field: 'kind', value: '高校' }] };
}

function bodies(count: number): Sample {
  const counties = ['安源区', '湘东区', '莲花县', '上栗县', '芦溪县'];
  const rows = Array.from(
    { length: count },
    (_, index) => `示范服务队${index}队,萍乡市,${counties[index % counties.length]},${index % 90}`,
  );
  const file = ['名称,市,区县,志愿者人数', ...rows, ''].join('\n');
  const constants = [
    { field: 'kind', value: '志愿服务队' },
    { field: 'registrationStatus', value: '备案' },
  ];
  return { says: `${count} organizations`, noun: 'organizations', file, constants };
}

async function measure({ says, noun, file, constants }: Sample): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linkage-hub-bench-'));
  const hub = await startAnywhere(
    [
      '--enable-source-maps',
      '--min-semi-space-size=32',
      '--max-semi-space-size=64',
      join(root, 'dist/gateway/main.js'),
    ],
    { DATA_DIR: dataDir, RATE_LIMIT_PER_VIEWER: '0', RATE_LIMIT_PER_ADDRESS: '0', CACHE: 'off' },
  );
  try {
    const tokens = JSON.parse(readFileSync(join(dataDir, 'demo-tokens.json'), 'utf8')) as { admin: string };
    const portal = new Portal(hub.url, tokens.admin);
    const idle = await dashboardWhile(hub.url, () => pause(3_000));
    const before = usage(hub.pid).rssMb;
    let times: number[] = [];
    const meanwhile = await dashboardWhile(hub.url, async () => {
      times = await journey(portal, noun, file, constants);
    });
    const seconds = times.map((ms) => `${(ms / 1_000).toFixed(1)} s`);
    const more = `${Math.round(peakOf(hub) - before)} MB`;
    return [says, ...seconds, more, `${idle} → ${meanwhile} ms`];
  } finally {
    await stop(hub.child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Most memory that a process has had, in MB. */
const peakOf = ({ pid }: NodeProcess): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Looks at a dashboard at a steady pace until something is done; yields the 99th percentile of its milliseconds. */
async function dashboardWhile(url: string, run: () => Promise<unknown>): Promise<string> {
  const { method, body } = dashboardAsk();
  const ask = async () => {
    const began = performance.now();
    await (
      await fetch(`${url}/graphql`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: String(body),
      })
    ).text();
    return performance.now() - began;
  };
  // What is compiled only now would be taken for waiting.
  for (let turn = 0; turn < warmUps; turn += 1) await ask();
  let isOver = false;
  const times: number[] = [];
  const looking = (async () => {
    while (!isOver) {
      times.push(await ask());
      await pause(dashboardEveryMs);
    }
  })();
  try {
    await run();
  } finally {
    isOver = true;
    await looking;
  }
  return percentile(
    times.sort((one, other) => one - other),
    0.99,
  );
}

async function journey(portal: Portal, noun: string, file: string, constants: object[]): Promise<number[]> {
  const first = await portal.upload(noun, file);
  const check = await portal.step(
    'startImport',
    'StartImportInput',
    { jobId: first.id, constants },
    'CHECKED',
  );
  const commit = await portal.step('commitImport', 'CommitImportInput', { jobId: first.id }, 'WRITTEN');
  const second = await portal.upload(noun, file);
  const again = await portal.step(
    'startImport',
    'StartImportInput',
    { jobId: second.id, constants },
    'CHECKED',
  );
  const undo = await portal.step('undoImport', 'UndoImportInput', { jobId: first.id }, 'UNDONE');
  return [first.ms, check, commit, again, undo];
}

/** Leads imports as a portal does. */
class Portal {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async upload(noun: string, file: string): Promise<{ id: string; ms: number }> {
    const began = performance.now();
    const answer = await fetch(`${this.url}/imports/${noun}?fileName=rows.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}` },
      body: file,
    });
    const { data } = (await answer.json()) as { data: { importJob: { id: string } } };
    await this.until(data.importJob.id, 'READY');
    return { id: data.importJob.id, ms: performance.now() - began };
  }

  async step(
    mutation: string,
    type: string,
    input: { jobId: string; constants?: object[] },
    status: string,
  ): Promise<number> {
    const began = performance.now();
    const query = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ... on Problem { message } } }`;
    const { result } = (await this.ask(query, { input })) as {
      result: { __typename: string; message?: string };
    };
    if (result.__typename !== 'ImportJob') throw new Error(`${mutation}: ${result.message}`);
    await this.until(input.jobId, status);
    return performance.now() - began;
  }

  private async until(id: string, status: string): Promise<void> {
    const query = 'query ($id: ID!) { importJob(id: $id) { status failure { message } } }';
    for (;;) {
      const { importJob } = (await this.ask(query, { id })) as {
        importJob: { status: string; failure: { message: string } | null };
      };
      if (importJob.status === status) return;
      if (importJob.failure !== null) throw new Error(importJob.failure.message);
      await pause(50);
    }
  }

  private async ask(query: string, variables: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: unknown; errors?: object[] };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
}
