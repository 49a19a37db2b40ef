import { expect, test } from '@jest/globals';
import { parseInternalKeys } from './internal-keys.js';

const good = 'k9fQ2mZx7LpVw4sTn8RbYc3HdJ6gAeUo';

test('keys are read in their order, with a secret of any characters but spaces and commas', () => {
  expect(parseInternalKeys(`new:${good}:+/=, old:${good}`)).toEqual([
    { id: 'new', secret: `${good}:+/=` },
    { id: 'old', secret: good },
  ]);
});

test.each([
  ['no id', good],
  ['no secret', 'new:'],
  ['a secret of 31 characters', `new:${good.slice(1)}`],
  ['one character again and again', `new:${'x'.repeat(40)}`],
  ['an example', `new:change-me-${good}`],
  ['a row of digits', `new:0123456789abcdef0123456789abcdef`],
  ['an id twice', `new:${good},new:${good}2`],
  ['a good key and a bad one', `new:${good},old:short`],
])('%s is refused, and the secret is not repeated', (_name, text) => {
  const parsed = parseInternalKeys(text) as { mistake: string };
  expect(parsed.mistake).toContain('at least 32 characters');
  expect(parsed.mistake).not.toContain(good.slice(1));
});
