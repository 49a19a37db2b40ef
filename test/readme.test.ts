// What the README says is so: its query gives its answer, its commands exist, its table lists every setting.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { settingNames } from '#shared/env.js';
import { startHub, type TestHub } from './kit/hub.js';

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

test('the query gives the answer', async () => {
  expect({ data: await hub.expectData(block('graphql')) }).toEqual(JSON.parse(block('json')));
});

test('every npm command is a script', () => {
  const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)]
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
