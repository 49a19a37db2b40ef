import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { sampleMark, type TemplateField, type TemplateLimits, templateSheets } from './template-field.js';

const bold: CellStyle = { font: { bold: true } };
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** Writes the sheet that says how a template is filled: advice first, then each field. */
export function guideSheet(
  title: string,
  fields: readonly TemplateField[],
  limits: TemplateLimits,
): WriteSheet {
  const advice = adviceOf(title, limits);
  const header = ['字段', '是否必填', '说明', '可选值', '示例'];
  const rows = [...advice.map((line) => [line]), [], header, ...fields.map(lineOf)];
  const bolds = [0, advice.length + 1];
  return {
    name: templateSheets.guide,
    columns: [{ width: 24 }, { width: 10 }, ...[60, 40, 30].map((width) => ({ width, style: wrapped }))],
    rows,
    cells: new Map(
      bolds.flatMap((row) =>
        (rows[row] ?? []).map((value, column) => [
          `${row},${column}`,
          { value, type: 'string', style: bold },
        ]),
      ),
    ),
  };
}

const lineOf = ({ title, required, help, values = [], sample }: TemplateField): string[] => [
  title,
  required ? '必填' : '选填',
  help,
  values.map(({ label }) => label).join('、'),
  sample,
];

const adviceOf = (title: string, { rows, megabytes }: TemplateLimits): string[] => [
  `${title}导入模板：填写说明`,
  `1. 在“${templateSheets.data}”工作表中从第 2 行起填写，一行一条；标题带 * 的列必须填写，不用的列可以留空或删除。`,
  `2. 带有“${sampleMark}”的行是示例，不改动就不会导入，也可以删除。`,
  '3. 统一社会信用代码、电话、编号等长数字请按文本填写：单元格格式设为“文本”后再输入，否则 Excel 会变成 1.21E+17 而丢失后几位。',
  '4. 日期写成 2026-03-31；金额只写数字，单位是元；数量可以带单位，如“3箱”。',
  '5. 请不要填写身份证号、手机号等个人信息：读取文件时会隐去，含有这类号码的行不能导入。',
  '6. 不要合并单元格；公式只读取计算结果。',
  `7. 文件不超过 ${megabytes} MB、${rows} 行；允许 XLSX、CSV（UTF-8 或 GBK）和 JSON。`,
];
