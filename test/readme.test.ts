// What the README says is so: its query gives its answer, its commands exist, its table lists every setting.
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { settingNames } from '#shared/env.js';
import { tokenPartnerId } from '#shared/demo/bodies.js';
import { eventually } from './kit/eventually.js';
import { startHub, type TestHub } from './kit/hub.js';
import { root } from './kit/process.js';
import { cleanUp, folder, startHub as startProcess } from './kit/starts.js';

const readme = readFileSync(projectFile('README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const block = (language: string) =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ topology: 'embedded', engine: 'hive' });
});
afterAll(() => hub?.stop());
afterEach(cleanUp);

test('the query gives the answer', async () => {
  expect({ data: await hub.expectData(block('graphql')) }).toEqual(JSON.parse(block('json')));
});

/** Runs a block of shell commands on the hub of another process, for it holds this one up until it has ended. */
function runBlock(holding: string, url: string, dataDir = '.data'): string {
  const text = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
    .map(([, commands]) => commands ?? '')
    .find((commands) => commands.includes(holding));
  const script = (text ?? '')
    .replaceAll('.data/', `${dataDir}/`)
    .replaceAll('http://127.0.0.1:4000', url)
    .replace('PARTNER_ID', tokenPartnerId)
    .replace('> links.csv', '');
  // Without what a person's own start files do: a socket for standard input makes bash read them.
  const { stdout } = spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    cwd: root,
    env: { PATH: process.env['PATH'] },
  });
  return stdout;
}

test('a start as a person starts it answers a trusted document by its id, makes the change by its token, imports and exports', async () => {
  const dataDir = folder();
  const started = await startProcess({ DATA_DIR: dataDir, DATABASE_URL: hub.database.url });
  expect(JSON.parse(runBlock('documentId', started.url))).toMatchObject({
    data: { area: { name: '萍乡市' } },
  });
  // Beside the data stands how old it is.
  expect(JSON.parse(runBlock('registerResource', started.url, dataDir))).toEqual({
    extensions: { hub: expect.anything() },
    data: {
      registerResource: {
        __typename: 'Resource',
        title: '社区治理工作坊',
        status: 'PUBLISHED',
        remaining: '30',
      },
    },
  });
  // On a busy machine the measure goes on behind an answer that says how far it is.
  const brokers = await eventually(
    () =>
      (JSON.parse(runBlock('brokers', started.url, dataDir)) as { data: { brokers: object[] } | null }).data,
  );
  expect(brokers.brokers[0]).toMatchObject({ organization: { name: expect.stringMatching(/孵化基地/) } });
  expect(JSON.parse(runBlock('/imports/resources?', started.url, dataDir))).toEqual({
    data: { importJob: { id: expect.any(String), status: 'WAITING' } },
  });
  const [heading, ...rows] = runBlock('exports/links.csv', started.url, dataDir).trim().split('\r\n');
  expect(heading).toMatch(/^\ufeff?id,status,/);
  expect(rows.length).toBeGreaterThan(20);
});

test('every npm command is a script', () => {
  const chinese = readFileSync(projectFile('README.zh-CN.md'), 'utf8');
  const named = [...`${readme}${chinese}`.matchAll(/npm (?:run )?([a-z:]+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'ci');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every setting is in the table, and nothing else', () => {
  const rows =
    readme
      .split('## Settings')[1]
      ?.split('## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| `')) ?? [];
  const listed = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  expect(listed.filter((name) => name !== 'TEST_DATABASE_URL').sort()).toEqual([...settingNames].sort());
});
