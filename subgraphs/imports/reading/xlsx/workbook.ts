import { UnreadableFile } from '../unreadable.js';
import { type Archive, hasMacros, missingPart } from './archive.js';
import { attributeOf, hear } from './xml.js';

/** A sheet of cells, and where it is. */
export interface SheetPart {
  name: string;
  path: string;
  hidden: boolean;
}

/** What a workbook says of itself. */
export interface Workbook {
  sheets: SheetPart[];
  /** Days are counted from 1904, as old Excel for Mac did. */
  is1904: boolean;
  strings: string | null;
  styles: string | null;
  hasExternalLinks: boolean;
  /** Sheets without cells. */
  charts: number;
}

interface Relation {
  id: string;
  /** Last part of the type's name, which is the same in both kinds of XLSX: `worksheet`, `sharedStrings`. */
  type: string;
  path: string;
}

/** Finds the parts of a workbook; throws for what is none, such as a text document or a binary workbook. */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  await refuseOthers(archive);
  const path = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.path;
  if (path === undefined) throw notAWorkbook();
  if (path.toLowerCase().endsWith('.bin')) throw binaryWorkbook();
  const { sheets, is1904, isWorkbook } = await workbookPart(archive, path);
  if (!isWorkbook) throw notAWorkbook();
  const relations = await relationsOf(archive, path);
  const pathOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.path ?? null;
  const found = sheets.map(({ id, ...sheet }) => ({
    ...sheet,
    part: relations.find((one) => one.id === id),
  }));
  return {
    sheets: found.flatMap(({ part, ...sheet }) =>
      part?.type === 'worksheet' ? [{ ...sheet, path: part.path }] : [],
    ),
    is1904,
    strings: pathOf('sharedStrings'),
    styles: pathOf('styles'),
    hasExternalLinks: relations.some(({ type }) => type === 'externalLink'),
    charts: found.filter(({ part }) => part?.type === 'chartsheet').length,
  };
}

async function refuseOthers(archive: Archive): Promise<void> {
  if (!archive.has('[Content_Types].xml')) throw notAWorkbook();
  let isMacros = false;
  const note = (attributes: Readonly<Record<string, string>>) => {
    if (/macroEnabled|vbaProject/i.test(attributes.ContentType ?? '')) isMacros = true;
  };
  await hear(archive.read('[Content_Types].xml'), { open: (_, attributes) => note(attributes) });
  if (isMacros) throw hasMacros();
}

async function workbookPart(
  archive: Archive,
  path: string,
): Promise<{
  sheets: { name: string; id: string; hidden: boolean }[];
  is1904: boolean;
  isWorkbook: boolean;
}> {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await hear(archive.read(path), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name === 'sheet')
        sheets.push({
          name: attributes.name ?? '',
          id: attributeOf(attributes, 'id') ?? '',
          hidden: /hidden$/i.test(attributes.state ?? ''),
        });
    },
  });
  return { sheets, is1904, isWorkbook };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Reads what a part refers to; the empty path is the archive itself. */
async function relationsOf(archive: Archive, path: string): Promise<Relation[]> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const relations: Relation[] = [];
  const part = `${folder}_rels/${path.slice(slash)}.rels`;
  if (!archive.has(part)) {
    if (path === '') throw notAWorkbook();
    throw missingPart(part);
  }
  await hear(archive.read(part), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name === 'Relationship' && mode !== 'External')
        relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: resolved(folder, target) });
    },
  });
  return relations;
}

/** A path within the archive; one that leads out of it is that of no part. */
const resolved = (folder: string, target: string): string =>
  new URL(target, `file:///${folder}`).pathname.slice(1);

const notAWorkbook = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_NOT_A_TABLE',
    'The file is an archive or a document, but no workbook; XLSX, CSV and JSON are allowed.',
    '这是压缩包或其他文档，不是 Excel 工作簿；请上传 XLSX、CSV 或 JSON 文件。',
  );

const binaryWorkbook = (): UnreadableFile =>
  new UnreadableFile(
    'FILE_NOT_A_TABLE',
    'The file is a binary workbook (.xlsb); XLSX, CSV and JSON are allowed. Save it as .xlsx.',
    '这是二进制工作簿（.xlsb）；请在 Excel 或 WPS 中另存为 .xlsx 后再上传。',
  );
