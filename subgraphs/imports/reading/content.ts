import { UnreadableFile } from './unreadable.js';

/** Tells what a file is by its first bytes; a name or a content type may say anything. Throws for what is known to be no table. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes.length === 0) throw emptyFile();
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOrEncrypted();
  for (const [kind, kindZh, ...signature] of others)
    if (beginsWith(bytes, signature)) throw notATable(kind, kindZh);
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

export const emptyFile = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_EMPTY',
    'The file holds nothing; a table with a header row is needed.',
    '文件中没有内容；请上传带表头的表格。',
  );

const others: readonly [kind: string, kindZh: string, ...signature: number[]][] = [
  ['a PDF document', 'PDF 文档', 0x25, 0x50, 0x44, 0x46],
  ['a RAR archive', 'RAR 压缩包', 0x52, 0x61, 0x72, 0x21],
  ['a 7-Zip archive', '7-Zip 压缩包', 0x37, 0x7a, 0xbc, 0xaf],
  ['a gzip archive', 'gzip 压缩包', 0x1f, 0x8b],
  ['an empty ZIP archive', '空的 ZIP 压缩包', 0x50, 0x4b, 0x05, 0x06],
  ['a picture (PNG)', '图片（PNG）', 0x89, 0x50, 0x4e, 0x47],
  ['a picture (JPEG)', '图片（JPEG）', 0xff, 0xd8, 0xff],
];

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const oldOrEncrypted = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_OLD_EXCEL_OR_ENCRYPTED',
    'The file is a workbook of Excel 97 to 2003 (.xls) or one that asks for a password; XLSX, CSV and JSON are allowed. Open it in Excel or WPS, take the password off, and save it as .xlsx or CSV.',
    '这是 Excel 97-2003 工作簿（.xls）或加了密码的工作簿，无法读取。请在 Excel 或 WPS 中打开，去掉密码，另存为 .xlsx 或 CSV 后再上传。',
  );

const notATable = (kind: string, kindZh: string): UnreadableFile =>
  new UnreadableFile(
    'FILE_NOT_A_TABLE',
    `The file is ${kind}; XLSX, CSV and JSON are allowed.`,
    `这是${kindZh}，不是表格；请上传 XLSX、CSV 或 JSON 文件。`,
  );

/** What a text holds: JSON when it begins as JSON does, else cells between delimiters. Throws for markup. */
export function isJson(text: string): boolean {
  const first = /\S/.exec(text)?.[0];
  if (first === '<') throw markup();
  return first === '{' || first === '[';
}

const markup = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_MARKUP',
    'The file is a web page or an XML, whatever its name says; XLSX, CSV and JSON are allowed. Open it in Excel or WPS and save it as .xlsx.',
    '这是网页（HTML）或 XML 文件，只是扩展名像表格。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。',
  );
