/** What ids are written with, and what stands between them. */
const plain = /^[0-9a-fA-F,-]*$/;

/**
 * Yields ids as one parameter of the type uuid[]: as PostgreSQL's own text of an array, because the driver escapes what it writes
 * element by element. What is no id goes to the driver as it is, and is refused by the database.
 */
export function uuids(ids: readonly unknown[]): string | readonly unknown[] {
  const text = ids.join(',');
  return plain.test(text) ? `{${text}}` : ids;
}
