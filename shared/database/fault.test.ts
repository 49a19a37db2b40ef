import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { HubError } from '../errors.js';
import { databaseFault, withFaultsTold } from './fault.js';

const failure = (message: string, code?: string) => Object.assign(new Error(message), { code });

describe('an error is a fault of the database', () => {
  test.each([
    ['57P01', 'away', true],
    ['57P03', 'away', false],
    ['08006', 'away', true],
    ['40001', 'away', false],
    ['53300', 'busy', false],
    ['57014', 'busy', false],
    ['53100', 'closed', false],
    ['25006', 'closed', false],
    ['ECONNREFUSED', 'away', false],
    ['ECONNRESET', 'away', true],
    ['EPIPE', 'away', true],
  ])('by its code %s: %s, and after a COMMIT it is %s that nobody knows', (code, kind, isOutcomeUnknown) => {
    expect(databaseFault(failure('secret', code))).toEqual({ kind, isOutcomeUnknown });
  });

  test.each([
    ['timeout exceeded when trying to connect', 'busy', false],
    ['Connection terminated unexpectedly', 'away', true],
    ['Connection terminated due to connection timeout', 'away', false],
    ['Client has encountered a connection error and is not queryable', 'away', false],
  ])('by the words of the driver, which gives no code: %s', (message, kind, isOutcomeUnknown) => {
    expect(databaseFault(failure(message))).toEqual({ kind, isOutcomeUnknown });
  });

  test.each([
    failure('duplicate key', '23505'),
    failure('permission denied', '42501'),
    failure('no such table', '42P01'),
    failure('cannot read a property of undefined'),
    new HubError('CONFLICT', 'Connection terminated'),
    'Connection terminated',
    null,
  ])('but not when it is a mistake of ours or a refusal: %s', (error) => {
    expect(databaseFault(error)).toBeNull();
  });
});

describe('an answer tells a client', () => {
  const at = (path: string[], originalError: Error) => new GraphQLError('secret', { path, originalError });
  const told = (error: GraphQLError, isMutation: boolean) =>
    withFaultsTold({ data: null, errors: [error] }, isMutation).errors?.[0]?.toJSON();

  test('in which field the database failed, without its words', () => {
    expect(told(at(['partners'], failure('secret', '57P01')), false)).toEqual({
      message: 'The database does not answer at the moment; try again.',
      path: ['partners'],
      extensions: { code: 'UNAVAILABLE' },
    });
  });

  test('that a mutation was over when only its answer failed: it is not to be asked for again', () => {
    const fault = failure('secret', '57014');
    expect(told(at(['registerPartner'], fault), true)?.message).not.toMatch(/has ended/);
    expect(told(at(['registerPartner', 'qualifications'], fault), true)?.message).toMatch(
      /try again\. The mutation itself has ended; only its answer is not whole\.$/,
    );
  });

  test('everything else as it was', () => {
    const error = at(['partners'], failure('secret', '42501'));
    expect(withFaultsTold({ data: null, errors: [error] }, false).errors).toEqual([error]);
  });
});
