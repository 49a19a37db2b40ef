import { shown, type Examination, type Finding } from './finding.js';

/** Levels of an area, from the whole to the part (R-DIV-01, R-DIV-04). */
export type AreaLevelName = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE' | 'GRID';

const pattern = /^(\d{6}|\d{9}|\d{12}(-G\d{3})?)$/;

/** Whether the text has the form of an area code; whether such an area exists is for the organizations subgraph to say. */
export function isAreaCode(text: string): boolean {
  return pattern.test(text);
}

/**
 * Yields the part of a code that everything below the area begins with: `360300` → `3603`, `360302` → `360302`.
 * This is what makes "the area with everything below it" one range of an index in every subgraph.
 */
export function areaPrefix(code: string): string {
  if (code.length !== 6) return code;
  if (code.endsWith('0000')) return code.slice(0, 2);
  if (code.endsWith('00')) return code.slice(0, 4);
  return code;
}

/** Yields the level that the form of the code tells (R-DIV-01, R-DIV-04). */
export function areaLevel(code: string): AreaLevelName {
  if (code.includes('-')) return 'GRID';
  if (code.length === 12) return 'VILLAGE';
  if (code.length === 9) return 'TOWNSHIP';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

/** Yields the code of the area directly above, or null above a province (R-DIV-01). */
export function parentAreaCode(code: string): string | null {
  switch (areaLevel(code)) {
    case 'GRID':
      return code.slice(0, 12);
    case 'VILLAGE':
      return code.slice(0, 9);
    case 'TOWNSHIP':
      return code.slice(0, 6);
    case 'COUNTY':
      return `${code.slice(0, 4)}00`;
    case 'PREFECTURE':
      return `${code.slice(0, 2)}0000`;
    case 'PROVINCE':
      return null;
  }
}

/** Bounds of the half-open range of codes `[from, to)` that holds the area and everything below it, in byte order. */
export function areaRange(code: string): { from: string; to: string } {
  const prefix = areaPrefix(code);
  // ':' is the character after '9', so it is above every digit and above '-' of a grid.
  return { from: prefix, to: `${prefix}:` };
}

/**
 * Whether the area is the ancestor itself or lies below it; the one test of belonging, for every level.
 * Nothing lies within a text that is no area code: an empty one must not open the whole country.
 */
export function isAreaWithin(code: string, ancestor: string): boolean {
  return isAreaCode(ancestor) && code.startsWith(areaPrefix(ancestor));
}

/** What an area code looks like, for the message of a refusal. */
const allowedForm = '6, 9 or 12 digits such as "360300", with "-G001" behind 12 digits for a grid';

/**
 * Examines the form of a code (R-DIV-01, R-DIV-03, R-DIV-04).
 * Whether such an area exists is for the organizations subgraph to say; this spares it codes that cannot.
 */
export function examineAreaCode(code: string): Examination {
  if (!isAreaCode(code)) {
    const message = `${shown(code)} is no area code; ${allowedForm} are allowed.`;
    return {
      errors: [{ code: 'AREA_BAD_FORM', message, found: shown(code), allowed: allowedForm }],
      warnings: [],
    };
  }
  return { errors: [...withoutParent(code), ...placeholder(code)], warnings: unusualParts(code) };
}

/** A zero pair above a part that is none names nothing (R-DIV-01): "360002" is in no prefecture, "000300" in no province. */
function withoutParent(code: string): Finding[] {
  const [province, prefecture, county] = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)];
  // A township may lie in a prefecture directly: 441900 (Dongguan) has no counties.
  const isBelowProvince = county !== '00' || code.length > 6;
  if (province !== '00' && !(prefecture === '00' && isBelowProvince)) return [];
  const missing = province === '00' ? 'province' : 'prefecture';
  const message = `${code} lies in no ${missing}: its ${missing} part is 00.`;
  return [{ code: 'AREA_WITHOUT_PARENT', message, found: code, allowed: `a ${missing} part above 00` }];
}

/** Beijing, Tianjin, Shanghai and Chongqing number their districts from 01. */
const municipalities = ['11', '12', '31', '50'];

/**
 * "Districts of the city", 01 below a prefecture-level city, is a line of statistics and no place (R-DIV-03).
 * In GB/T 2260 those cities are 01 to 20 and 51 to 70; in the prefectures and leagues between, and in 90, number 01
 * is a county like any other: 222401 is Yanji, 469001 Wuzhishan.
 */
function placeholder(code: string): Finding[] {
  const prefecture = Number(code.slice(2, 4));
  const isCity = (prefecture >= 1 && prefecture <= 20) || (prefecture >= 51 && prefecture <= 70);
  if (code.length !== 6 || !code.endsWith('01') || !isCity || municipalities.includes(code.slice(0, 2)))
    return [];
  const message = `${code} is the statistical placeholder for the districts of a city, not an area; name the district or ${code.slice(0, 4)}00.`;
  return [{ code: 'AREA_PLACEHOLDER', message, found: code, allowed: 'a district, or the city as a whole' }];
}

/** Warnings only: the ranges below the county are common knowledge, and bodies like a township have numbers above them. */
function unusualParts(code: string): Finding[] {
  const township = code.slice(6, 9);
  const village = code.slice(9, 12);
  return [
    ...(isUsual(township) ? [] : [unusual('TOWNSHIP', township)]),
    ...(isUsual(village) ? [] : [unusual('VILLAGE', village)]),
  ];
}

/** Highest number of a township, and of a village or community (R-DIV-04). */
const partMax = 399;

function isUsual(part: string): boolean {
  return part === '' || (Number(part) >= 1 && Number(part) <= partMax);
}

function unusual(level: 'TOWNSHIP' | 'VILLAGE', found: string): Finding {
  const allowed = `001 to ${partMax}`;
  const message = `The ${level.toLowerCase()} part is ${found}; ${allowed} are usual.`;
  return { code: `AREA_UNUSUAL_${level}`, message, found, allowed };
}
