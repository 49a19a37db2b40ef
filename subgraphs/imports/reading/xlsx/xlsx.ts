import type { FileNote } from '../file-facts.js';
import type { Outlet } from '../outlet.js';
import { UnreadableFile } from '../unreadable.js';
import { Archive } from './archive.js';
import { Filling, mergedAreas } from './merged.js';
import { readStrings } from './strings.js';
import { readDateStyles } from './styles.js';
import type { CellContext } from './value.js';
import { openWorkbook, type SheetPart } from './workbook.js';
import { Worksheet } from './worksheet.js';
import { hear } from './xml.js';

/** Reads a workbook sheet by sheet, and of a sheet a piece at a time: a library that holds a whole sheet takes 400 MiB for 50,000 rows. */
export async function readXlsx(bytes: Uint8Array, outlet: Outlet): Promise<FileNote[]> {
  const archive = await Archive.open(bytes, outlet.limits);
  const workbook = await openWorkbook(archive);
  if (workbook.sheets.length === 0) throw noSheets();
  const context: CellContext = {
    strings: await readStrings(archive, workbook.strings),
    dateStyles: await readDateStyles(archive, workbook.styles),
    is1904: workbook.is1904,
  };
  for (const sheet of workbook.sheets) await readSheet(archive, sheet, context, outlet);
  return [
    ...(workbook.hasExternalLinks ? [linksIgnored] : []),
    ...(workbook.charts > 0 ? [chartsIgnored(workbook.charts)] : []),
  ];
}

async function readSheet(
  archive: Archive,
  part: SheetPart,
  context: CellContext,
  outlet: Outlet,
): Promise<void> {
  const areas = await mergedAreas(archive.read(part.path), outlet.limits.mergedAreas);
  const sheet = outlet.open(part.name, { hidden: part.hidden, mergedCells: areas.length });
  const filling = new Filling(areas);
  const worksheet = new Worksheet(context);
  const listener = {
    open: worksheet.open.bind(worksheet),
    text: worksheet.text.bind(worksheet),
    close: worksheet.close.bind(worksheet),
  };
  await hear(archive.read(part.path), listener, async () => {
    for (const line of worksheet.take()) outlet.add(sheet, line.number, filling.fill(line));
    await outlet.ready();
  });
}

const linksIgnored: FileNote = {
  code: 'EXTERNAL_LINKS_IGNORED',
  message: 'The workbook refers to other workbooks; nothing was fetched, the values kept in it were read.',
  messageZh: '工作簿引用了其他工作簿；未读取外部文件，只读入了表中保存的结果。',
};

const chartsIgnored = (count: number): FileNote => ({
  code: 'CHARTS_IGNORED',
  message: `${count} sheets that are charts were left out.`,
  messageZh: `${count} 个图表工作表没有读入。`,
});

const noSheets = (): UnreadableFile =>
  new UnreadableFile(
    'WORKBOOK_BROKEN',
    'The workbook has no sheet with cells; at least one is needed.',
    '工作簿中没有可读取的工作表。',
  );
