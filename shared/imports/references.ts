import type { EntityManager } from '@mikro-orm/postgresql';
import { publicRowsOf } from '../database/rows.js';
import { empty, raw, sql } from '../database/sql.js';
import { isId } from '../id.js';
import { normalizeUscc } from '../uscc.js';
import type { Findable } from './importer.js';

/** More would not help: a text that means several rows means none. */
const matchesMax = 3;

/** A name as it is compared: widths of characters and blanks around it do not tell names apart. */
export const comparedName = (name: string): string => name.normalize('NFKC').trim();

/** SQL of the same for a column; an index may be built on it. */
export const comparedColumn = (column: string): string => `btrim(normalize(${column}, nfkc))`;

/** Texts that the database can look for; it knows none with NUL, which whoever examines them says. */
export const lookedFor = (texts: readonly string[]): string[] => texts.filter((text) => !text.includes('\0'));

/** Finds for each text (an id, a credit code or a name) the ids of the rows that it may mean, in one statement. */
export async function findReferences(
  em: EntityManager,
  { table, name, code }: Findable,
  texts: readonly string[],
): Promise<string[][]> {
  const wanted = texts.map((text) => ({
    id: isId(text.trim()) ? text.trim().toLowerCase() : null,
    code: normalizeUscc(text),
    name: comparedName(text),
  }));
  const ids = wanted.flatMap(({ id }) => (id === null ? [] : [id]));
  const codeColumn = raw(code ?? 'null::text');
  const byCode = code === null ? empty : sql`or ${raw(code)} = any(${wanted.map((one) => one.code)}::text[])`;
  const rows = await publicRowsOf<{ id: string; code: string | null; name: string }>(
    em,
    sql`select id::text, ${codeColumn} as code, ${raw(comparedColumn(name))} as name from ${raw(table)}
      where id = any(${ids}::uuid[]) ${byCode} or ${raw(comparedColumn(name))} = any(${wanted.map((one) => one.name)}::text[])`,
  );
  return wanted.map(({ id, code: uscc, name: called }) => {
    const exact = rows.find((row) => row.id === id || (row.code !== null && row.code === uscc));
    if (exact !== undefined) return [exact.id];
    return rows
      .filter((row) => row.name === called)
      .map((row) => row.id)
      .slice(0, matchesMax);
  });
}
