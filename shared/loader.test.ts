import { expect, test } from '@jest/globals';
import { eachInOrder, Loader, manyByKey, oneByKey } from './loader.js';

/** A loader that notes its batches and answers each key with itself in capitals. */
function loud(max?: number) {
  const batches: (readonly string[])[] = [];
  const loader = new Loader<string>((keys) => {
    batches.push(keys);
    return Promise.resolve((key) => key.toUpperCase());
  }, max);
  return { loader, batches };
}

test('whoever asks in the same turn shares a batch, and a key is read once', async () => {
  const { loader, batches } = loud();
  const found = await Promise.all([loader.load('a'), loader.loadMany(['b', 'a']), loader.load('c')]);
  expect(found).toEqual(['A', ['B', 'A'], 'C']);
  expect(await loader.loadMany(['c', 'd'])).toEqual(['C', 'D']);
  expect(batches.map((keys) => keys.toSorted())).toEqual([['a', 'b', 'c'], ['d']]);
});

test('no batch is larger than its bound', async () => {
  const { loader, batches } = loud(2);
  expect(await loader.loadMany(['a', 'b', 'c', 'd', 'e'])).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('nothing is read before somebody waits for it', () => {
  const { loader, batches } = loud();
  loader.load('a').as((text) => text);
  expect(batches).toEqual([]);
});

test('what is made of a value is made of that value alone, and a mistake there is its own', async () => {
  const { loader } = loud();
  const make = (text: string) => {
    if (text === 'B') throw new Error('no B');
    return `${text}!`;
  };
  const found = await Promise.allSettled(
    ['a', 'b', 'c'].map(async (key) =>
      loader
        .load(key)
        .as(make)
        .as((text) => text.length),
    ),
  );
  expect(found.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    2,
    'Error: no B',
    2,
  ]);
});

test('a batch that fails fails all who wait for it, and is read again by who asks again', async () => {
  let isDown = true;
  const loader = eachInOrder((keys) =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve(keys.map((key) => key.length)),
  );
  await expect(loader.loadMany(['a', 'bb'])).rejects.toThrow('down');
  await expect(Promise.resolve(loader.load('a'))).rejects.toThrow('down');
  isDown = false;
  expect(await loader.loadMany(['a', 'bb'])).toEqual([1, 2]);
});

test('one value or null, or a list, for each key, in whatever order they are found', async () => {
  const rows = [
    { id: 'b', of: 'x' },
    { id: 'a', of: 'x' },
  ];
  const one = oneByKey(
    () => Promise.resolve(rows),
    ({ id }) => id,
  );
  expect(await one.loadMany(['a', 'none', 'b'])).toEqual([rows[1], null, rows[0]]);
  const many = manyByKey(
    () => Promise.resolve(rows),
    ({ of }) => of,
  );
  expect(await many.loadMany(['x', 'y'])).toEqual([rows, []]);
});
