import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { ReadingLimits } from '../limits.js';
import { UnreadableFile } from '../unreadable.js';

/** Below this, a part that packs well is no bomb but a small part. */
const smallPart = 1024 * 1024;

/** The parts of a workbook, examined by the archive's directory before a byte is unpacked. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens an archive; throws for what no spreadsheet program writes, and for what is too large unpacked. */
  static async open(bytes: Uint8Array, limits: ReadingLimits): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true });
      if (zip.entryCount > limits.archiveEntries) throw tooManyParts(zip.entryCount, limits.archiveEntries);
      for await (const entry of zip.eachEntry()) {
        examine(entry, limits);
        unpacked += entry.uncompressedSize;
        if (unpacked > limits.archiveBytes) throw tooLarge(limits.archiveBytes);
        // Programs differ in the case of names, and take them for the same.
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) throw twice();
        entries.set(name, entry);
      }
      return new Archive(zip, entries);
    } catch (error) {
      throw error instanceof UnreadableFile ? error : inWords(error as Error);
    }
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  get paths(): Iterable<string> {
    return this.entries.keys();
  }

  /** Unpacks a part piece by piece; throws when it is not exactly as large as the directory says. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) throw missingPart(path);
    try {
      // The library counts what comes out, and stops at the size that was declared.
      yield* (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    } catch (error) {
      throw error instanceof UnreadableFile ? error : inWords(error as Error);
    }
  }
}

const nested = /\.(?:zip|xls[xmb]?|xlt[xm]?|doc[xm]?|ppt[xm]?|od[st]|rar|7z|gz|tgz|bz2|xz|jar)$/i;
const macros = /(?:^|\/)vba[^/]*\.(?:bin|xml)$/i;

function examine(entry: Entry, limits: ReadingLimits): void {
  const { fileName, compressedSize, uncompressedSize, compressionMethod } = entry;
  if (entry.isEncrypted()) throw encrypted();
  if (compressionMethod !== 0 && compressionMethod !== 8)
    throw unsafe(
      `packed by method ${compressionMethod}; 0 and 8 are allowed`,
      `使用了不支持的压缩方法 ${compressionMethod}`,
    );
  if (macros.test(fileName)) throw hasMacros();
  if (nested.test(fileName))
    throw unsafe(
      'an archive or document within the archive; delete embedded objects',
      '内嵌了其他文件或压缩包',
    );
  if (uncompressedSize > smallPart && uncompressedSize > limits.archiveRatio * compressedSize)
    throw bomb(uncompressedSize, compressedSize, limits.archiveRatio);
}

export const hasMacros = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_HAS_MACROS',
    'The workbook holds macros; one without is allowed. Save it as .xlsx.',
    '工作簿含有宏，不能上传；请另存为“Excel 工作簿（.xlsx）”后再上传。',
  );

const tooManyParts = (found: number, allowed: number): UnreadableFile =>
  new UnreadableFile(
    'ARCHIVE_BOMB',
    `The archive has ${found} parts; at most ${allowed} are allowed.`,
    `压缩包内有 ${found} 个文件；最多允许 ${allowed} 个。`,
  );

const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

const tooLarge = (allowed: number): UnreadableFile =>
  new UnreadableFile(
    'ARCHIVE_BOMB',
    `The parts of the workbook are more than ${mebibytes(allowed)} MiB unpacked, which is what is allowed. Delete empty formatted rows and pictures, or split it.`,
    `工作簿解压后超过 ${mebibytes(allowed)} MiB；请删去只有格式的空行和图片，或拆成几个文件。`,
  );

const bomb = (unpacked: number, packed: number, allowed: number): UnreadableFile =>
  new UnreadableFile(
    'ARCHIVE_BOMB',
    `A part of the archive is ${mebibytes(unpacked)} MiB unpacked from ${packed} bytes; at most ${allowed} times as large is allowed.`,
    `压缩包内有一个文件由 ${packed} 字节解压为 ${mebibytes(unpacked)} MiB，超过允许的 ${allowed} 倍。请用 Excel 或 WPS 重新另存为 .xlsx。`,
  );

const unsafe = (found: string, foundZh: string): UnreadableFile =>
  new UnreadableFile(
    'ARCHIVE_UNSAFE',
    `The archive is not as spreadsheet programs write one: ${found}. Save it as .xlsx anew.`,
    `文件不是正常的 .xlsx 工作簿（${foundZh}）；请用 Excel 或 WPS 重新另存为 .xlsx 后再上传。`,
  );

const twice = (): UnreadableFile => unsafe('two parts have the same name', '有两个同名文件');
const encrypted = (): UnreadableFile => unsafe('a part is encrypted', '有加密的文件');

export const missingPart = (path: string): UnreadableFile =>
  new UnreadableFile(
    'WORKBOOK_BROKEN',
    `The workbook lacks its part ${path.length > 60 ? 'of a long name' : path}. Save it as .xlsx anew.`,
    '工作簿缺少必要的部分；请用 Excel 或 WPS 重新另存为 .xlsx 后再上传。',
  );

const badNames = /^(?:absolute path|invalid relative path|invalid characters in fileName)/;
const badSizes = /bytes in the stream|size mismatch|overflows file bounds/;

/** The library's messages quote names that the file gives. */
function inWords({ message }: Error): UnreadableFile {
  if (badNames.test(message))
    return unsafe('the name of a part leads out of the archive', '内部文件名指向压缩包之外');
  if (badSizes.test(message))
    return new UnreadableFile(
      'ARCHIVE_BOMB',
      'A part of the archive is not as large as the archive says. Save it as .xlsx anew.',
      '压缩包内文件的实际大小与声明不符；请用 Excel 或 WPS 重新另存为 .xlsx 后再上传。',
    );
  if (/encryption/.test(message)) return encrypted();
  return new UnreadableFile(
    'ARCHIVE_BROKEN',
    'The archive of the workbook is broken or cut off. Save it as .xlsx anew, and upload it again.',
    '工作簿文件损坏或不完整；请用 Excel 或 WPS 重新另存为 .xlsx 后再上传。',
  );
}
