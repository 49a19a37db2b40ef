import { describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { rawWorkbook, type RawWorkbook, readAll, refusalOf, workbookParts } from './kit.js';

const cells = '<sheetData><row r="1"><c><v>1</v></c></row></sheetData>';
const raw: RawWorkbook = { sheets: [cells] };
const withMore = (more: Record<string, string | Uint8Array>) => rawWorkbook({ ...raw, more });

/** Writes other bytes of the same length over a name or a number of an archive. */
function patched(archive: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  const text = archive.toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

/** Changes the entry of a part in the directory. */
function withEntry(archive: Buffer, path: string, change: (entry: Buffer) => void): Buffer {
  const changed = Buffer.from(archive);
  const place = changed.lastIndexOf(path) - 46;
  expect(changed.readUInt32LE(place)).toBe(0x02014b50);
  change(changed.subarray(place));
  return changed;
}

const mebibyte = 1024 * 1024;

/** A workbook one part of which is so many MiB of blanks. */
async function bomb(mebibytes: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(workbookParts(raw)))
    if (path !== 'xl/worksheets/sheet1.xml') zip.addBuffer(Buffer.from(content), path);
  const blanks = Buffer.alloc(mebibyte, ' ');
  zip.addReadStream(
    Readable.from(Array.from({ length: mebibytes }, () => blanks)),
    'xl/worksheets/sheet1.xml',
  );
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** An archive of so many empty parts, with the directory of ZIP64 that it needs. */
function crowd(parts: number): Buffer {
  const name = (index: number) => Buffer.from(String(index).padStart(6, '0'));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(6, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(6, 28);
  const all = (record: Buffer) => Array.from({ length: parts }, (_, index) => [record, name(index)]).flat();
  const [files, directory] = [Buffer.concat(all(local)), Buffer.concat(all(central))];
  const end64 = Buffer.alloc(56 + 20);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(parts), 24);
  end64.writeBigUInt64LE(BigInt(parts), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(files.length), 48);
  end64.writeUInt32LE(0x07064b50, 56);
  end64.writeBigUInt64LE(BigInt(files.length + directory.length), 64);
  end64.writeUInt32LE(1, 72);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.fill(0xff, 8, 20);
  return Buffer.concat([files, directory, end64, end]);
}

/** What a refusal took: milliseconds, and how far the process's memory rose. */
async function costOf(archive: Buffer) {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  const began = performance.now();
  try {
    const { code } = await refusalOf(archive);
    return { code, milliseconds: performance.now() - began, mebibytes: (peak - before) / mebibyte };
  } finally {
    clearInterval(timer);
  }
}

describe('a bomb', () => {
  test('is refused by the directory, in less than a second and 100 MB', async () => {
    const archive = await bomb(67);
    expect(archive.length).toBeLessThan(256 * 1024);
    const { code, milliseconds, mebibytes } = await costOf(archive);
    expect(code).toBe('ARCHIVE_BOMB');
    expect(milliseconds).toBeLessThan(1_000);
    expect(mebibytes).toBeLessThan(100);
  });

  test('whose directory says that it is small is refused by what comes out of it', async () => {
    const archive = withEntry(await bomb(67), 'xl/worksheets/sheet1.xml', (entry) =>
      entry.writeUInt32LE(5_000, 24),
    );
    const { code, milliseconds, mebibytes } = await costOf(archive);
    expect(code).toBe('ARCHIVE_BOMB');
    expect(milliseconds).toBeLessThan(1_000);
    expect(mebibytes).toBeLessThan(100);
  });

  test('of many parts, none of which is one, is refused by their sum', async () => {
    const part = Buffer.alloc(400 * 1024, ' ');
    const parts = Object.fromEntries(
      Array.from({ length: 3 }, (_, index) => [`xl/media/${index}.png`, part]),
    );
    const { code, message } = await refusalOf(await withMore(parts), { archiveBytes: mebibyte });
    expect([code, message]).toEqual(['ARCHIVE_BOMB', expect.stringContaining('more than 1.0 MiB unpacked')]);
  });

  test('of a hundred thousand parts is refused by their number', async () => {
    const { code, message } = await refusalOf(crowd(100_000));
    expect([code, message]).toEqual([
      'ARCHIVE_BOMB',
      'The archive has 100000 parts; at most 1000 are allowed.',
    ]);
  });

  test('of one long text that all cells share is refused by what they hold together', async () => {
    const strings = `<si><t>${'x'.repeat(30_000)}</t></si>`;
    const rows = Array.from({ length: 3_000 }, () => '<row><c t="s"><v>0</v></c></row>');
    const archive = await rawWorkbook({ sheets: [`<sheetData>${rows.join('')}</sheetData>`], strings });
    expect(archive.length).toBeLessThan(10_000);
    expect((await refusalOf(archive)).code).toBe('TOO_MUCH_TEXT');
  });
});

describe('an archive that no spreadsheet program writes is refused:', () => {
  test.each([
    ['a name that leads out of it', '../../vil.xml'],
    ['an absolute name', '/etc/evil.xml'],
    ['a drive', 'C:/tmp/ev.xml'],
    ['backslashes', '..\\..\\vil.xml'],
  ])('%s', async (_name, path) => {
    const archive = patched(await withMore({ 'xl/evil1.xml1': 'x' }), 'xl/evil1.xml1', path);
    expect(await refusalOf(archive)).toMatchObject({
      code: 'ARCHIVE_UNSAFE',
      message: expect.not.stringContaining('vil'),
    });
  });

  test('a name twice, also in other letters', async () => {
    const archive = await withMore({ 'xl/worksheets/sheet2.xml': cells });
    const twice = patched(archive, 'xl/worksheets/sheet2.xml', 'xl/worksheets/SHEET1.xml');
    expect(await refusalOf(twice)).toMatchObject({
      code: 'ARCHIVE_UNSAFE',
      message: expect.stringContaining('same name'),
    });
  });

  test.each(['xl/embeddings/a.zip', 'xl/embeddings/Book1.xlsx', 'b.docx'])('%s within it', async (path) => {
    expect((await refusalOf(await withMore({ [path]: 'x' }))).code).toBe('ARCHIVE_UNSAFE');
  });

  test('an encrypted part, and one packed by another method', async () => {
    const archive = await rawWorkbook(raw);
    const encrypted = withEntry(archive, 'xl/workbook.xml', (entry) => entry.writeUInt16LE(1, 8));
    expect(await refusalOf(encrypted)).toMatchObject({
      code: 'ARCHIVE_UNSAFE',
      message: expect.stringContaining('encrypted'),
    });
    const packed = withEntry(archive, 'xl/workbook.xml', (entry) => entry.writeUInt16LE(93, 10));
    expect(await refusalOf(packed)).toMatchObject({
      code: 'ARCHIVE_UNSAFE',
      message: expect.stringContaining('method 93'),
    });
  });

  test('one that is cut off anywhere', async () => {
    const archive = await rawWorkbook(raw);
    for (const length of [4, 30, archive.length >> 1, archive.length - 1])
      expect((await refusalOf(archive.subarray(0, length))).code).toBe('ARCHIVE_BROKEN');
  });

  test('one whose directory points behind its end', async () => {
    const archive = withEntry(await rawWorkbook(raw), 'xl/worksheets/sheet1.xml', (entry) =>
      entry.writeUInt32LE(0x7fffffff, 42),
    );
    expect((await refusalOf(archive)).code).toBe('ARCHIVE_BROKEN');
  });
});

describe('macros are refused, whatever the name of the file:', () => {
  test('by their part', async () => {
    expect((await refusalOf(await withMore({ 'xl/vbaProject.bin': 'x' }))).code).toBe('FILE_HAS_MACROS');
  });

  test('by the type of the workbook', async () => {
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect((await refusalOf(await withMore({ '[Content_Types].xml': types }))).code).toBe('FILE_HAS_MACROS');
  });
});

describe('a document type or entity is refused', () => {
  const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;
  test.each([
    ['a sheet', 'xl/worksheets/sheet1.xml', `${external}<worksheet>${cells}</worksheet>`],
    ['the shared texts', 'xl/sharedStrings.xml', `${laughs}<sst><si><t>&c;</t></si></sst>`],
    ['the workbook', 'xl/workbook.xml', '<!DOCTYPE workbook SYSTEM "http://192.0.2.1/x.dtd"><workbook/>'],
    ['the list of parts', '[Content_Types].xml', `${external}<Types/>`],
  ])('in %s', async (_name, path, content) => {
    expect((await refusalOf(await withMore({ [path]: content }))).code).toBe('XML_DOCTYPE');
  });

  test('and one that is not declared is none', async () => {
    const sheets = ['<sheetData><row><c t="str"><v>&e;</v></c></row></sheetData>'];
    expect((await refusalOf(await rawWorkbook({ sheets }))).code).toBe('WORKBOOK_BROKEN');
  });
});

test('a part that is not read may be anything', async () => {
  const archive = await withMore({
    'docProps/app.xml': '<!DOCTYPE x>',
    'xl/media/image1.png': Buffer.alloc(100),
  });
  expect((await readAll(archive)).facts.sheets[0]?.rows).toBe(1);
});
