import { expect, test } from '@jest/globals';
import { type Column, partOf, Selection } from './selection.js';

class Thing {
  id!: string;
  name!: string;

  greeting(): string {
    return `I am ${this.name}`;
  }
}

const column = (property: string): Column => ({
  field: property,
  name: `"${property}"`,
  property,
  type: 'text',
  read: (value) => value,
});
const [id, name] = [column('id'), column('name')];
const partial = (columns: Column[]) =>
  new Selection<Thing>(partOf(Thing, [id, name], new Set(columns)), columns);

test('a part of an entity is one of its class and holds what was read', () => {
  const thing = partial([id, name]).entityOf(['1', 'hammer']);
  expect(thing).toBeInstanceOf(Thing);
  expect(thing.greeting()).toBe('I am hammer');
  expect({ ...thing }).toEqual({ id: '1', name: 'hammer' });
});

test('what was not read is no missing value but a mistake', () => {
  const thing = partial([id]).entityOf(['1']);
  expect(thing.id).toBe('1');
  expect(() => thing.name).toThrow('Thing.name was not read: no field that is asked for needs it.');
});
