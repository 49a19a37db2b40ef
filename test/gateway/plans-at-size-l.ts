// However much is in the database, what people look at every day is found by key: plans made with the statistics of dataset L.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { loadDataset } from '../../bench/dataset/load.js';
import { type TestDatabase, testDatabase, withClient } from '../kit/database.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { caughtStatements, plansOf, waysOf, wholeReads } from '../kit/plans.js';
import { believe, type Statistics } from '../kit/statistics.js';

const read = (name: string) => readFileSync(projectFile(`test/plans/${name}`), 'utf8');

let database: TestDatabase;
let hub: TestHub | undefined;
let plans: string;
beforeAll(async () => {
  database = await testDatabase('empty');
  // A sample of the same shape: statements, and what they are asked with, are those of L.
  await loadDataset(database.address, 'S');
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, database);
  const caught = await caughtStatements(hub);
  await withClient(database.address, (client) =>
    believe(client, JSON.parse(read('statistics-of-L.json')) as Statistics),
  );
  plans = await plansOf(database.address, caught);
}, 60_000);
afterAll(() => hub?.stop());

test('no statement reads a whole table that grows', () => {
  expect(wholeReads(plans)).toEqual([]);
});

test('rows are found by the indexes by which PostgreSQL finds them on L itself', () => {
  expect(waysOf(plans)).toBe(waysOf(read('plans-at-L.txt')));
});
