import { describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { textOf } from '#subgraphs/imports/reading/cell.js';
import { readCsv } from '#subgraphs/imports/reading/csv.js';
import { delimiterOf } from '#subgraphs/imports/reading/delimiter.js';
import { decodeText } from '#subgraphs/imports/reading/encoding.js';
import { readingLimits } from '#subgraphs/imports/reading/limits.js';
import { Outlet } from '#subgraphs/imports/reading/outlet.js';
import { cellsOf, readAll, refusalOf, textsOf } from './kit.js';

/** 名称,地址\n安源区,萍乡 in GB18030, with a character of four bytes (𠮷) at the end. */
const gb18030 = Buffer.from('c3fbb3c62cb5d8d6b70ab0b2d4b4c7f82cc6bccfe79534b2350a', 'hex');

const utf16 = (text: string, isBig = false): Buffer => {
  const little = Buffer.from(text, 'utf16le');
  return isBig ? little.swap16() : little;
};

describe('the encoding', () => {
  const text = '名称,地址\n安源区,萍乡𠮷\n';
  const read = [
    ['名称', '地址'],
    ['安源区', '萍乡𠮷'],
  ];
  test.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['GB18030', gb18030, 'GB18030'],
    ['UTF-16LE with a mark', utf16(`\ufeff${text}`), 'UTF-16LE'],
    ['UTF-16BE with a mark', utf16(`\ufeff${text}`, true), 'UTF-16BE'],
    ['UTF-16LE without', utf16(text), 'UTF-16LE'],
    ['UTF-16BE without', utf16(text, true), 'UTF-16BE'],
  ])('%s is told by the bytes', async (_name, bytes, encoding) => {
    const { facts, sheets } = await readAll(bytes);
    expect(facts).toMatchObject({ format: 'CSV', encoding });
    expect(facts.notes.map(({ code }) => code)).toEqual(encoding === 'UTF-8' ? [] : ['ENCODING']);
    expect(sheets[0]?.map(({ cells }) => cells)).toEqual(read);
  });

  test('UTF-8 that is broken in one place is refused with its line, not taken for another encoding', async () => {
    const bytes = Buffer.from('名称,地址\n安源区人民政府,萍乡市安源区\n湘东区?,萍乡市');
    bytes[bytes.indexOf('?')] = 0xe5;
    const { code, message } = await refusalOf(bytes);
    expect([code, message]).toEqual(['FILE_ENCODING', expect.stringContaining('Line 3 ')]);
  });

  test('a NUL is refused with its line, also in UTF-16', async () => {
    expect(await refusalOf(utf16('\ufeffa,b\nc\0,d'))).toMatchObject({
      code: 'TEXT_NUL',
      message: expect.stringContaining('Line 2 '),
    });
  });
});

describe('cells', () => {
  test('line ends may be mixed, and lines of any length', async () => {
    expect(await cellsOf('a,b,c\r\n1\n\n2,3\r4,5,6,7\n,,\n')).toEqual([
      ['a', 'b', 'c'],
      ['1'],
      ['2', '3'],
      ['4', '5', '6', '7'],
    ]);
    const { sheets, facts } = await readAll('a,b,c\r\n1\n\n2,3\r4,5,6,7\n,,\n', { name: 'x/名单.v2.csv' });
    expect(sheets[0]?.map(({ number }) => number)).toEqual([1, 2, 4, 5]);
    expect(facts.sheets).toEqual([
      { position: 0, name: '名单.v2', rows: 4, columns: 4, hidden: false, mergedCells: 0 },
    ]);
  });

  test('quoted cells keep delimiters, quotation marks and line ends', async () => {
    expect(await textsOf('"a,1","say ""so""","two\r\nlines"\n')).toEqual([
      ['a,1', 'say "so"', 'two\r\nlines'],
    ]);
  });

  test('what forces a text is not part of it', async () => {
    expect(await textsOf('="0012",x,="a,b"\n"=""0013""","p ,=""""q",r\n')).toEqual([
      ['0012', 'x', 'a,b'],
      ['0013', 'p ,=""q', 'r'],
    ]);
  });

  const formulas = ["=cmd|' /C calc'!A0", '+1', '-1+2', '@SUM(A1)', '＝1+1'];
  test('what looks like a formula stays a text as it is, and what an export put before it is taken away', async () => {
    const [plain, escaped] = [formulas, formulas.map((text) => `'${text}`)].map((row) => stringify([row]));
    expect(await textsOf(`${plain}${escaped}`)).toEqual([formulas, formulas]);
    expect(await textsOf("'quoted',it's\n")).toEqual([["'quoted'", "it's"]]);
  });

  test.each([
    [',', '单位名称,代码\n"a;b;c",1\n"d;e;f",2\n'],
    [';', '单位名称;代码\n"a,b";1,5\n"c";2,5\n'],
    ['\t', '名单, 2026\n单位名称\t代码\na\t1\nb\t2\n'],
    [',', '单位名称\n甲\n'],
  ])('the delimiter %j is found', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe('what cannot be read is refused by row', () => {
  test('a quotation mark that is not closed, by the row in which it opens', async () => {
    for (const text of ['a,b\n1,2\n"3,4\n5,6\n7,8', 'a,b\n1,2\n"3,4\n5,"6"\n', 'a,b\n1,2\n5" pipe,6\n']) {
      const { code, message, messageZh } = await refusalOf(text);
      expect([code, message]).toEqual(['CSV_QUOTE', expect.stringContaining('In row 3 ')]);
      expect(messageZh).toContain('第 3 行');
      expect(message).not.toContain('pipe');
    }
  });

  test('a million columns', async () => {
    const { code, message } = await refusalOf(`a,b\n1,2\n${'x,'.repeat(1_000_000)}\n`);
    expect(code).toBe('TOO_MANY_COLUMNS');
    expect(message).toMatch(/^Row 3 .*column SG \(number 501\).*500/);
    expect((await refusalOf(`a,b\n${','.repeat(1_000_000)}\n`)).code).toBe('TOO_MANY_COLUMNS');
  });

  test('a cell of 10 MB', async () => {
    const { code, message } = await refusalOf(`a,b\n1,${'x'.repeat(10_000_000)}\n`);
    expect([code, message]).toEqual([
      'CELL_TOO_LONG',
      expect.stringMatching(/row 2, column B holds 10000000 .*32767/),
    ]);
  });

  test('more rows than are allowed, with their number; the first line is the header', async () => {
    const rows = (count: number) => `a\n${'1\n'.repeat(count)}`;
    expect((await readAll(rows(50), { rows: 50 })).facts.sheets[0]?.rows).toBe(51);
    const { code, message } = await refusalOf(rows(2_051), { rows: 50 });
    expect([code, message]).toEqual([
      'TOO_MANY_ROWS',
      expect.stringMatching(/^The file has 2051 rows .*50 are/),
    ]);
  });

  test('more cells or text than is kept', async () => {
    expect((await refusalOf('a,b\n1,2\n', { cells: 3 })).code).toBe('TOO_MANY_CELLS');
    expect((await refusalOf('aaaa,bbbb\n', { characters: 7 })).code).toBe('TOO_MUCH_TEXT');
  });
});

test('any table comes back from CSV as it was written, in every encoding', async () => {
  // Nothing that reading takes for something else: forced texts, escapes, numbers of persons, blanks alone.
  const cell = fc
    .string({ unit: fc.constantFrom(...'ab萍乡𠮷,;\t"\n\'<=+ .'), maxLength: 8 })
    .filter((text) => !/^'|^="[^"]*"$|^\s*$/.test(text));
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  const encode = fc.constantFrom(
    (text: string) => Buffer.from(text),
    (text: string) => utf16(`\ufeff${text}`),
    (text: string) => utf16(`\ufeff${text}`, true),
  );
  await fc.assert(
    fc.asyncProperty(table, encode, async (rows, encoded) => {
      const read: string[][] = [];
      const outlet = new Outlet(readingLimits, (_sheet, lines) => {
        read.push(...lines.map(({ cells }) => cells.map(textOf)));
        return Promise.resolve();
      });
      await readCsv(decodeText(encoded(stringify(rows, { quoted: true }))).text, 'table', outlet);
      await outlet.close();
      expect(read).toEqual(rows);
    }),
  );
});
