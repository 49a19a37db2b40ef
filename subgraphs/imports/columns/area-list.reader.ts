import type { AreaLevelName } from '#shared/area-code.js';
import { readArea } from './area.reader.js';
import type { Gazetteer } from './gazetteer.js';
import { refused, type Reading } from './problem.js';

const separators = /[、，,;；|\n]+/u;
const everywhere = /^(?:全国|不限|全部|所有地区|不限地区|全国各地|全国范围)$/u;

/** Reads several areas; a list that names none is empty, which means everywhere. An unknown one is always an ERROR: leaving it out would widen the list. */
export function readAreas(
  gazetteer: Gazetteer,
  text: string,
  level: AreaLevelName | null,
): Reading<string[]> {
  const names = text
    .split(separators)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 1 && everywhere.test(names[0] ?? '')) return { value: [], remarks: [] };
  const listed = names.map((name) => readArea(gazetteer, [{ text: name, level }], 'LISTED'));
  const remarks = listed.flatMap((reading) => reading.remarks);
  if (remarks.some(({ severity }) => severity === 'ERROR')) return refused(...remarks);
  return { value: listed.flatMap(({ code }) => code ?? []), remarks };
}
