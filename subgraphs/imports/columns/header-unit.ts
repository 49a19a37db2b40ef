import type { Field } from './fields.js';
import type { HeaderUnit } from './quantity.reader.js';

const bracketed = /[(（[【〔]\s*(?:单位\s*[:：]?\s*)?([^()（）[\]【】〔〕]*)\s*[)）\]】〕]/gu;
const trailing = /(?:单位\s*[:：]|[/／:：])\s*([^/／:：()（）]{1,6})$/u;
const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };
const money =
  /^(?:元|圆|人民币|人民币元|RMB|CNY|¥|￥|yuan|美元|美金|欧元|英镑|日元|港币|港元|USD|EUR|HKD|GBP|JPY)?$/iu;
/** What brackets of a header hold that is no unit: 必填, 选填, examples, years. */
const noUnit =
  /\d|填|可选|可空|注|例|如|格式|必|选|大写|小写|总|合计|含|不含|估|约|实际|计划|单位|required|optional/iu;

/** Longest unit in a header, such as 万人次/年. */
const unitMax = 8;

/** Yields a header without what its brackets hold and without the * of a required column. */
export function bareHeader(header: string): string {
  return header.replace(bracketed, '').replace(/[*＊]/gu, '').trim();
}

/** Reads the unit that a header names for all cells below it, 捐款金额（万元） or 数量(箱); null when it names none. */
export function unitOfHeader(header: string, { kind }: Pick<Field, 'kind'>): HeaderUnit | null {
  if (kind !== 'amount' && kind !== 'decimal') return null;
  const inBrackets = [...header.matchAll(bracketed)].map(([, content = '']) => content);
  const behind = trailing.exec(bareHeader(header))?.[1];
  for (const content of [...inBrackets, ...(behind === undefined ? [] : [behind])]) {
    const unit = unitOf(content.normalize('NFKC').trim(), kind);
    if (unit) return unit;
  }
  return null;
}

function unitOf(text: string, kind: Field['kind']): HeaderUnit | null {
  if (text === '' || text.length > unitMax || noUnit.test(text)) return null;
  const word = /^(?:[百千]?[万亿]|十万|[百千])/u.exec(text)?.[0] ?? '';
  const unit = text.slice(word.length).trim();
  if (kind === 'amount' && !money.test(unit)) return null;
  return { power: powers[word] ?? 0, unit };
}
