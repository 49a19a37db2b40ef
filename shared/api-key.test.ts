import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeApiKey, parseApiKey, prefixOf } from './api-key.js';

test('a key is read back as what is kept of it, and holds nothing else', () => {
  const { text, prefix, secretHash } = makeApiKey();
  expect(text).toMatch(/^hub_[0-9A-Za-z]{10}_[0-9A-Za-z]{43}_[0-9a-f]{8}$/);
  expect(parseApiKey(text)).toEqual({ prefix, secretHash });
  expect(secretHash).toMatch(/^[0-9a-f]{64}$/);
  expect(text).not.toContain(secretHash);
});

test('every changed character is found, and so is a key cut off', () => {
  const { text } = makeApiKey();
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'09AZaz_'), (at, character) => {
      fc.pre(text[at] !== character);
      expect(parseApiKey(text.slice(0, at) + character + text.slice(at + 1))).toBeNull();
      expect(parseApiKey(text.slice(0, at))).toBeNull();
    }),
  );
});

test.each(['\n', '\0', ' ', 'x', '_'])('a key with %j behind it, or before, is none', (extra) => {
  const { text } = makeApiKey();
  expect([parseApiKey(text + extra), parseApiKey(extra + text)]).toEqual([null, null]);
});

test('every character of the alphabet is drawn, about equally often', () => {
  const counts = new Map<string, number>();
  const drawn = Array.from({ length: 400 }, () => makeApiKey().text.split('_')[2] ?? '').join('');
  for (const character of drawn) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(62);
  // 17,200 drawn, 277 expected of each with a deviation of 17; by remainder alone eight of them would come 25 % more often.
  expect(Math.max(...counts.values())).toBeLessThan(277 + 6 * 17);
});

test('only the showable part is taken for the log', () => {
  const { text, prefix } = makeApiKey();
  expect(prefixOf(text)).toBe(prefix);
  expect(prefixOf('hub_short_secret')).toBeNull();
});
