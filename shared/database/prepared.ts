import type pg from 'pg';

/**
 * So many different statements of a process are prepared; each costs every connection of the server some kilobytes. The hub's own are
 * fewer, because values are parameters; filters and orders that somebody combines anew beyond that run unprepared.
 */
const statementsMax = 400;

const names = new Map<string, string>();

/** Yields the name under which a statement is prepared: one for each text, the same on every connection; undefined beyond the bound. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= statementsMax) return known;
  const name = `hub_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/**
 * Names a statement that has parameters, so that a connection parses it once and the server plans it a few times. What has none stays
 * as it is: MikroORM writes values into the text, and each such text is sent once.
 */
export function prepared(given: unknown, values: unknown): pg.QueryConfig | null {
  const config = typeof given === 'string' ? { text: given, values: values as unknown[] } : given;
  const { text, values: parameters, name } = config as pg.QueryConfig;
  if (name !== undefined || !Array.isArray(parameters) || parameters.length === 0) return null;
  const found = nameOf(text);
  return found === undefined ? null : { ...(config as pg.QueryConfig), name: found };
}
