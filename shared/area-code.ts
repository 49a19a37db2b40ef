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
