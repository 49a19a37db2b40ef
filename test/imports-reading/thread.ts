import { describe, expect, test } from '@jest/globals';
import type { Line } from '#subgraphs/imports/reading/cell.js';
import { readFile, UnreadableFile } from '#subgraphs/imports/reading/read-file.js';
import { rawWorkbook } from './kit.js';

const csvOf = (rows: number) => Buffer.from(`name\n${'甲\n'.repeat(rows)}`);
const endless = () => new AbortController().signal;
const nothing = () => Promise.resolve();

test('lines come in batches, and the next is not read before the one before was taken', async () => {
  const sizes: number[] = [];
  const numbers: number[] = [];
  let isTaking = false;
  await readFile(
    csvOf(2_600),
    'a.csv',
    {},
    async (_sheet, lines) => {
      expect(isTaking).toBe(false);
      isTaking = true;
      sizes.push(lines.length);
      numbers.push(...lines.map(({ number }) => number));
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      isTaking = false;
    },
    endless(),
  );
  expect(sizes).toEqual([500, 500, 500, 500, 500, 101]);
  expect(numbers).toEqual(Array.from({ length: 2_601 }, (_, index) => index + 1));
});

describe('reading ends', () => {
  test('with what taking throws', async () => {
    const fault = new Error('no database');
    await expect(readFile(csvOf(2_000), 'a.csv', {}, () => Promise.reject(fault), endless())).rejects.toBe(
      fault,
    );
  });

  test('with the reason of its signal, before it begins and in its midst', async () => {
    const reason = new Error('stopped');
    await expect(readFile(csvOf(1), 'a.csv', {}, nothing, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    let batches = 0;
    const take = () => {
      batches += 1;
      controller.abort(reason);
      return Promise.resolve();
    };
    await expect(readFile(csvOf(2_000), 'a.csv', {}, take, controller.signal)).rejects.toBe(reason);
    expect(batches).toBe(1);
  });

  test('when its time is over, in which that of taking does not count', async () => {
    const budget = { heapMb: 64, deadline: 1 };
    await expect(readFile(csvOf(10), 'a.csv', {}, nothing, endless(), budget)).rejects.toMatchObject({
      code: 'FILE_TOO_COMPLEX',
      message: expect.stringContaining('more time'),
    });
    const slowly = () => new Promise<void>((resolve) => setTimeout(resolve, 1_700));
    const facts = await readFile(csvOf(600), 'a.csv', {}, slowly, endless(), { heapMb: 64, deadline: 3_000 });
    expect(facts.sheets[0]?.rows).toBe(601);
  });

  test('when it needs more memory than it is given, and the process lives on', async () => {
    const objects = Buffer.from(`[${'{"a":[[],[],[],[],[]]},'.repeat(400_000)}{}]`);
    const reading = readFile(objects, 'a.json', {}, nothing, endless(), { heapMb: 32, deadline: 60_000 });
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toMatchObject({
      code: 'FILE_TOO_COMPLEX',
      message: expect.stringContaining('more memory'),
    });
  });
});

test('50,000 rows of 20 columns in shared texts are read within the heap that a file is given', async () => {
  const rows = 50_000;
  const strings = Array.from({ length: rows * 10 }, (_, index) => `<si><t>单位${index}</t></si>`).join('');
  const cellsOf = (row: number) =>
    Array.from({ length: 20 }, (_, column) =>
      column % 2 === 0 ? `<c t="s"><v>${row * 10 + column / 2}</v></c>` : `<c><v>${row * column}.5</v></c>`,
    ).join('');
  const lines = Array.from(
    { length: rows + 1 },
    (_, row) => `<row r="${row + 1}">${cellsOf(row % rows)}</row>`,
  );
  const bytes = await rawWorkbook({ sheets: [`<sheetData>${lines.join('')}</sheetData>`], strings });
  let last: Line | undefined;
  let longest = 0;
  let before = performance.now();
  const turn = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 1);
  const take = (_sheet: number, taken: Line[]) => {
    last = taken.at(-1) ?? last;
    return Promise.resolve();
  };
  const facts = await readFile(bytes, 'a.xlsx', {}, take, endless()).finally(() => clearInterval(turn));
  expect(facts.sheets[0]).toMatchObject({ rows: rows + 1, columns: 20 });
  expect(last?.cells.slice(0, 2)).toEqual(['单位0', ['number', '0.5']]);
  // A machine that does other things too lets one wait; a whole file in one message would take seconds.
  expect(longest).toBeLessThan(250);
});
