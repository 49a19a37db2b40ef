/** What ids and area codes are written with: nothing that means something in the text of an array. */
const plain = /^[0-9a-fA-F-]+$/;

/**
 * Yields ids or area codes as one parameter of the type uuid[] or text[]: as PostgreSQL's own text of an array, because the driver
 * escapes what it writes element by element. What is neither goes to the driver as it is.
 */
export const plainArray = (ids: readonly unknown[]): string | readonly unknown[] =>
  ids.every((id) => typeof id === 'string' && plain.test(id)) ? `{${ids.join(',')}}` : ids;
