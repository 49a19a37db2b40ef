import { badInput } from './errors.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether an entity can have this id. */
export const isId = (id: string): boolean => uuid.test(id.toLowerCase());

/** Checks an id that a client gave; throws BAD_USER_INPUT for one that no entity can have. */
export function checkedId(argument: string, id: string): string {
  if (isId(id)) return id.toLowerCase();
  throw badInput(argument, id, 'a UUID such as "018f4e1c-0000-7000-8000-000000000000" is expected');
}
