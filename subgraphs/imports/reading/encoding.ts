import { UnreadableFile } from './unreadable.js';

/** A text with the encoding in which it was written. */
export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';
}

/**
 * Decodes a text: by its byte order mark; as UTF-16 when its zero bytes say so; as UTF-8 when it is valid; else as GB18030, the
 * encoding in which Excel in China saves CSV. Throws when it is none of them, or UTF-8 with a few broken places.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markedEncoding(bytes) ?? utf16ByZeros(bytes) ?? 'UTF-8';
  const text = decoded(bytes, encoding);
  if (text !== null) return { text: withoutNul(text), encoding };
  const broken = encoding === 'UTF-8' ? brokenLine(bytes) : null;
  if (broken !== null) throw brokenUtf8(broken);
  const chinese = encoding === 'UTF-8' ? decoded(bytes, 'GB18030') : null;
  if (chinese === null) throw noEncoding(encoding);
  return { text: withoutNul(chinese), encoding: 'GB18030' };
}

function markedEncoding([first, second, third]: Uint8Array): DecodedText['encoding'] | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  return null;
}

/** So many bytes are looked at. */
const sample = 4_096;

/** In UTF-16, every comma, digit and line end has a zero byte, all of them on one side; a byte on the other side is a character such as 一. */
function utf16ByZeros(bytes: Uint8Array): DecodedText['encoding'] | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.subarray(0, sample).entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  if (bytes.length % 2 === 0 && odd > 4 * even) return 'UTF-16LE';
  if (bytes.length % 2 === 0 && even > 4 * odd) return 'UTF-16BE';
  throw binary();
}

/** A text without its byte order mark, or null when the bytes are no such text. */
function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Number of the first line that is broken in a text which is UTF-8 otherwise; null when it is no UTF-8 at all.
 * Chinese in GB18030 is hardly ever valid UTF-8, so one valid character for each broken place tells them apart.
 */
function brokenLine(bytes: Uint8Array): number | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let valid = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\u07ff') valid += 1;
  }
  if (valid <= 4 * broken) return null;
  return text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\r|\n/).length;
}

function withoutNul(text: string): string {
  const place = text.indexOf('\0');
  if (place < 0) return text;
  const line = text.slice(0, place).split(/\r\n|\r|\n/).length;
  throw new UnreadableFile(
    'TEXT_NUL',
    `Line ${line} holds a NUL character; a text without any is allowed.`,
    `第 ${line} 行含有空字符（NUL）；请用 Excel 或 WPS 重新另存后再上传。`,
  );
}

const binary = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_NOT_A_TABLE',
    'The file holds zero bytes and is neither a workbook nor a text; XLSX, CSV and JSON are allowed.',
    '文件既不是 XLSX 工作簿也不是文本；请上传 XLSX、CSV 或 JSON 文件。',
  );

const brokenUtf8 = (line: number): UnreadableFile =>
  new UnreadableFile(
    'FILE_ENCODING',
    `Line ${line} holds bytes that are no UTF-8, while the rest of the file is; text in UTF-8, GB18030 (GBK) or UTF-16 is allowed. Save it anew.`,
    `第 ${line} 行有损坏的字符（文件其余部分是 UTF-8 编码）；请用 Excel 或 WPS 重新另存后再上传。`,
  );

const noEncoding = (encoding: string): UnreadableFile =>
  new UnreadableFile(
    'FILE_ENCODING',
    `The file is no text in ${encoding === 'UTF-8' ? 'UTF-8 or GB18030 (GBK)' : encoding}; UTF-8, GB18030 and UTF-16 are allowed. Save it as XLSX or as CSV in UTF-8.`,
    '无法识别文件的文字编码；请另存为 XLSX，或另存为“CSV UTF-8（逗号分隔）”后再上传。',
  );
