/** What stands behind `?` in an address, as somebody may have typed it. */
export type Search = Readonly<Record<string, unknown>>;

/** Yields a value when it is one of some; else undefined, which stands for nothing in the address. */
export const oneOf = <const Value extends string>(
  values: readonly Value[],
  found: unknown,
): Value | undefined => values.find((value) => value === found);

/** Yields those of a list that are one of some; undefined when none is. */
export function someOf<const Value extends string>(
  values: readonly Value[],
  found: unknown,
): Value[] | undefined {
  const some = values.filter((value) => Array.isArray(found) && found.includes(value));
  return some.length === 0 ? undefined : some;
}

/** Yields a text of at most 200 characters; undefined for anything else. The router reads digits as a number. */
export function textIn(found: unknown): string | undefined {
  const text = typeof found === 'number' ? String(found) : found;
  return typeof text === 'string' && text !== '' && text.length <= 200 ? text : undefined;
}

/** Yields a calendar date; undefined for anything else. */
export function dayIn(found: unknown): string | undefined {
  const text = textIn(found);
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
