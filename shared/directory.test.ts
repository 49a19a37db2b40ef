import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { wholeAnswer } from './directory.js';

const read = (answer: Parameters<typeof wholeAnswer>[1]) => () => wholeAnswer('organizations', answer);

test('a noun that could not be read is not one that there is not', () => {
  expect(read({ data: { _entities: [null] } })()).toEqual({ _entities: [null] });
  const extensions = { code: 'UNAVAILABLE' };
  const errors = [new GraphQLError('Try again.', { path: ['_entities', 0], extensions })];
  let thrown: unknown;
  try {
    read({ data: { _entities: [null] }, errors })();
  } catch (error) {
    thrown = error;
  }
  // A path would say that a mutation was over which has not begun.
  expect(thrown).toMatchObject({ message: 'Try again.', extensions, path: undefined });
});

test('an answer without data is none', () => {
  for (const answer of [{}, { data: null }])
    expect(read(answer)).toThrow('The organizations subgraph gave no data.');
});
