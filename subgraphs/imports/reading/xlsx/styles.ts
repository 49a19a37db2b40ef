import type { Archive } from './archive.js';
import { hear } from './xml.js';

/** Formats by number that show a date or a time, in every language (ECMA-376, part 1, 18.8.30). */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);

/** Texts, escaped characters, fillers, colours and languages say nothing of what is shown. */
const decoration = /"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/gi;
const elapsed = /\[[hms]+\]/i;

/** Whether a format shows a number as a date or a time of day. A time that has elapsed is a number. */
export function isDateFormat(format: string): boolean {
  const shown = format.replace(decoration, '');
  return !elapsed.test(shown) && /[ymdhs]/i.test(shown);
}

/** Reads which styles of cells show a number as a date. */
export async function readDateStyles(archive: Archive, path: string | null): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (path === null || !archive.has(path)) return dates;
  const formats = new Map<number, string>();
  let position = -1;
  await hear(archive.read(path), {
    open: (name, attributes) => {
      const id = Number(attributes.numFmtId);
      if (name === 'numFmt') formats.set(id, attributes.formatCode ?? '');
      if (name === 'cellXfs') position = 0;
      if (name !== 'xf' || position < 0) return;
      const format = formats.get(id);
      if (format === undefined ? builtIn(id) : isDateFormat(format)) dates.add(position);
      position += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') position = -1;
    },
  });
  return dates;
}
