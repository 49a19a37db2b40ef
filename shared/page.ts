import { ArgsType, Field, Int } from 'type-graphql';
import { badInput } from './errors.js';
import { isId } from './id.js';

/** One screen of the dashboard and one index range; a client that wants more turns the page. */
export const pageMax = 100;
/** Of a connection whose `first` is not given. */
export const pageDefault = 20;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many items, 0 to 100; 20 when not given.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins.' })
  after?: string | null;
}

@ArgsType()
export class RootPageArgs {
  @Field(() => Int, { nullable: true, defaultValue: pageDefault, description: 'How many items, 0 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins.' })
  after?: string | null;
}

/** Place of an item in an order: the value it is ordered by, then its id, which makes the order total. */
export interface Place {
  key: string;
  id: string;
}

/** A checked request for a page. */
export interface PageRequest {
  first: number;
  after: Place | null;
}

/** Checks `first` and `after` of a connection in the named order; throws BAD_USER_INPUT. */
export function pageRequest({ first, after }: PageArgs, order: string): PageRequest {
  const size = first === undefined ? pageDefault : first;
  if (size === null || !Number.isInteger(size) || size < 0 || size > pageMax) {
    throw badInput('first', first, `a whole number from 0 to ${pageMax} is expected`);
  }
  return { first: size, after: after == null ? null : decodeCursor(after, order) };
}

/** Writes a place as an opaque cursor; the order's name goes in, because a place means nothing in another order. */
export function encodeCursor(order: string, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

function decodeCursor(cursor: string, order: string): Place {
  const allowed = `a cursor that this connection gave${order === 'CREATED_AT' ? '' : ` in the order ${order}`} is expected`;
  try {
    const [name, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const fits = name === order && typeof key === 'string' && typeof id === 'string' && isId(id);
    if (fits && isKey(order, key)) return { key, id };
  } catch {
    // Not base64 of JSON: refused below like every other wrong cursor.
  }
  throw badInput('after', cursor, allowed);
}

function isKey(order: string, key: string): boolean {
  if (order === 'CREATED_AT') return !Number.isNaN(Date.parse(key)) && new Date(key).toISOString() === key;
  if (order === 'FOUNDED_ON') return /^(\d{4}-\d{2}-\d{2}|infinity)$/.test(key);
  return !key.includes('\0');
}
