import sql, { empty, join, raw, Sql } from 'sql-template-tag';

// The hub's SQL is written with this tag: what stands in `${}` is a parameter, or a part that the tag made itself.
export { empty, join, raw, sql, Sql };

/** The condition that every row fulfils. */
export const always = raw('true');

/** Yields the condition that all of some hold. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? always : join(conditions, ' and ');
