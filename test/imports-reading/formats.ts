import { expect, test } from '@jest/globals';
import { archiveOf, readAll, refusalOf } from './kit.js';

test.each([
  [
    'an old workbook, or one with a password',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'FILE_OLD_EXCEL_OR_ENCRYPTED',
    /save it as \.xlsx or CSV/,
  ],
  ['nothing', Buffer.alloc(0), 'FILE_EMPTY', /header row/],
  ['blanks', Buffer.from(' \n,,\n'), 'FILE_EMPTY', /header row/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'FILE_NOT_A_TABLE', /PDF/],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'FILE_NOT_A_TABLE', /PNG/],
  ['zero bytes here and there', Buffer.from([1, 0, 0, 2, 0, 0, 3]), 'FILE_NOT_A_TABLE', /zero bytes/],
  [
    'a web page',
    Buffer.from('\ufeff\n<html><table><tr><td>甲</td></tr></table></html>'),
    'FILE_MARKUP',
    /web page/,
  ],
  ['no text in any encoding', Buffer.from('ff61ff62ff63ff80', 'hex'), 'FILE_ENCODING', /UTF-8 or GB18030/],
])('%s is refused, and it is said what helps', async (_name, bytes, code, message) => {
  expect(await refusalOf(bytes)).toMatchObject({ code, message: expect.stringMatching(message) });
});

test('an archive that is no workbook, and a binary workbook, are refused', async () => {
  expect((await refusalOf(await archiveOf({ 'a.csv': 'a,b' }))).code).toBe('FILE_NOT_A_TABLE');
  const relation = (target: string) =>
    `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`;
  const parts = { '[Content_Types].xml': '<Types/>' };
  const binary = await archiveOf({
    ...parts,
    '_rels/.rels': relation('xl/workbook.bin'),
    'xl/workbook.bin': 'x',
  });
  expect(await refusalOf(binary)).toMatchObject({
    code: 'FILE_NOT_A_TABLE',
    message: expect.stringContaining('.xlsb'),
  });
  const text = await archiveOf({
    ...parts,
    '_rels/.rels': relation('word/document.xml'),
    'word/document.xml': '<document/>',
  });
  expect((await refusalOf(text)).code).toBe('FILE_NOT_A_TABLE');
});

test('a name says nothing of what a file is', async () => {
  expect((await readAll('[{"a":1}]', { name: 'a.xlsx' })).facts.format).toBe('JSON');
  expect((await readAll('a,b\n', { name: 'a.json' })).facts.format).toBe('CSV');
});
