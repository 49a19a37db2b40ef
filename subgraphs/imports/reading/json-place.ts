/** Where a text stops being JSON, counted from 1. */
export interface JsonPlace {
  line: number;
  column: number;
}

const token =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)|[{}[\],:]/y;
const blank = /[ \t\n\r]*/y;

/** What may come next: a value, a member's name, what is behind either, or nothing more. */
type Next = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing';

/** Finds where a text that is not JSON stops being it: the engine's own messages quote the text, and do not always name the place. */
export function jsonPlace(text: string): JsonPlace {
  const open: string[] = [];
  let next: Next = 'value';
  for (let place = skip(text, 0); ; place = skip(text, token.lastIndex)) {
    token.lastIndex = place;
    const found = token.exec(text)?.[0];
    const after: Next | null = found === undefined ? null : step(found, next, open);
    if (after === null) return placeOf(text, place);
    next = after;
  }
}

function skip(text: string, from: number): number {
  blank.lastIndex = from;
  blank.exec(text);
  return blank.lastIndex;
}

/** What may come behind a token; null when it may not stand here. */
function step(found: string, next: Next, open: string[]): Next | null {
  if (next === 'nothing') return null;
  if (next === ':') return found === ':' ? 'value' : null;
  if (next === ', or end' && found === ',') return open.at(-1) === '{' ? 'name' : 'value';
  const closes = next === ', or end' || next === (open.at(-1) === '{' ? 'name or }' : 'value or ]');
  if (closes && found === (open.at(-1) === '{' ? '}' : ']') && open.length > 0) {
    open.pop();
    return behind(open);
  }
  if (next === ', or end') return null;
  if (next === 'name' || next === 'name or }') return found.startsWith('"') ? ':' : null;
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'name or }' : 'value or ]';
  }
  return /^[}\],:]/.test(found) ? null : behind(open);
}

const behind = (open: readonly string[]): Next => (open.length === 0 ? 'nothing' : ', or end');

function placeOf(text: string, place: number): JsonPlace {
  const lines = text.slice(0, place).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
