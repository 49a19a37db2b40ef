import {
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { ImportNoun } from '#shared/imports/protocol.js';
import { columnName } from '../reading/unreadable.js';
import {
  requiredMark,
  sampleMark,
  type TemplateField,
  type TemplateLimits,
  templateSheets,
} from './template-field.js';
import { guideSheet } from './template-guide.js';

export { sampleMark, type TemplateField } from './template-field.js';

/** Rows that are formatted and have drop-downs; more may be filled. */
const preparedRows = 2_000;

/** What is imported, in Chinese. */
const nouns: Readonly<Record<ImportNoun, string>> = {
  partners: '资源方',
  resources: '资源',
  organizations: '机构',
  donations: '捐赠',
};

/**
 * Writes a template as XLSX: a sheet to fill, with a heading, its notes, drop-downs and a sample row, a sheet that says how, and a
 * hidden one of what the drop-downs offer.
 */
export async function templateFile(
  fields: readonly TemplateField[],
  noun: ImportNoun,
  limits: TemplateLimits = { rows: 50_000, megabytes: 10 },
): Promise<Uint8Array> {
  const title = nouns[noun];
  const choices = fields.filter(({ values = [] }) => values.length > 0);
  const sheets = [dataSheet(fields, choices), guideSheet(title, fields, limits)];
  if (choices.length > 0) sheets.push(optionsSheet(choices));
  return writeXlsx({ sheets, properties: { title: `${title}导入模板` } });
}

const headingStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { vertical: 'center', wrapText: true },
};
const requiredStyle: CellStyle = { ...headingStyle, font: { bold: true, color: { rgb: 'C00000' } } };
const sampleFont = { italic: true, color: { rgb: '7F7F7F' } };
const textFormat = '@';

function dataSheet(fields: readonly TemplateField[], choices: readonly TemplateField[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, field] of fields.entries()) {
    const style = field.required ? requiredStyle : headingStyle;
    cells.set(`0,${column}`, {
      value: headingOf(field),
      type: 'string',
      style,
      comment: { text: noteOf(field) },
    });
    const numFmt = field.isText ? { numFmt: textFormat } : {};
    cells.set(`1,${column}`, { style: { ...numFmt, font: sampleFont } });
  }
  const blank = Array.from({ length: preparedRows - 1 }, (): CellValue[] => fields.map(() => null));
  return {
    name: templateSheets.data,
    columns: fields.map((field) => ({
      width: widthOf(field),
      ...(field.isText && { style: { numFmt: textFormat } }),
    })),
    rows: [fields.map(headingOf), sampleRow(fields), ...blank],
    cells,
    dataValidations: choices.map((field, index) => dropDown(field, fields.indexOf(field), index)),
    freezePane: { rows: 1 },
  };
}

export const headingOf = ({ title, required }: TemplateField): string =>
  required ? title + requiredMark : title;

/** The samples in their columns; one of them bears the mark. */
function sampleRow(fields: readonly TemplateField[]): string[] {
  const samples = fields.map(({ sample }) => sample);
  if (!samples.some((sample) => sample.startsWith(sampleMark))) samples[0] = sampleMark + (samples[0] ?? '');
  return samples;
}

function noteOf({ help, required, sample, values = [] }: TemplateField): string {
  const choice = values.length === 0 ? '' : `\n可选：${values.map(({ label }) => label).join('、')}`;
  return `${required ? '必填' : '选填'}。${help}${choice}\n例：${sample}`;
}

/** A Chinese character is as wide as two others, which is what widths are counted in. */
const widthOf = ({ title, sample }: TemplateField): number =>
  Math.min(40, Math.max(12, 2 * title.length + 4, 2 * sample.length + 2));

function dropDown({ title, values = [] }: TemplateField, column: number, list: number): DataValidation {
  const [letter, listLetter] = [columnName(column), columnName(list)];
  return {
    type: 'list',
    // Excel takes at most 255 characters of a list that is written out, so it stands in a sheet.
    formula1: `'${templateSheets.options}'!$${listLetter}$2:$${listLetter}$${values.length + 1}`,
    range: `${letter}2:${letter}${preparedRows + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: title,
    errorMessage: '不在下拉选项中；若有多个值，请用顿号分隔。仍要使用吗？',
  };
}

function optionsSheet(choices: readonly TemplateField[]): WriteSheet {
  const longest = Math.max(...choices.map(({ values = [] }) => values.length));
  const rows = Array.from({ length: longest }, (_, index) =>
    choices.map(({ values = [] }) => values[index]?.label ?? null),
  );
  return { name: templateSheets.options, rows: [choices.map(({ title }) => title), ...rows], hidden: true };
}
