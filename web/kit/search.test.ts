import { expect, test } from '@jest/globals';
import { dayIn, oneOf, someOf, textIn } from './search.js';

test('days, texts and choices', () => {
  expect([dayIn('2026-02-28'), dayIn('2026-13-01'), dayIn('today'), dayIn(['2026-01-01'])]).toEqual([
    '2026-02-28',
    undefined,
    undefined,
    undefined,
  ]);
  expect([textIn(''), textIn('x'.repeat(201)), textIn(7), textIn({})]).toEqual([
    undefined,
    undefined,
    '7',
    undefined,
  ]);
  expect([oneOf(['a', 'b'], 'b'), oneOf(['a'], 'c')]).toEqual(['b', undefined]);
  expect([someOf(['a', 'b'], ['b', 'c']), someOf(['a'], 'a'), someOf(['a'], [])]).toEqual([
    ['b'],
    undefined,
    undefined,
  ]);
});
