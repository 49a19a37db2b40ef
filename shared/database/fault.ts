import { type ExecutionResult, GraphQLError } from 'graphql';
import { HubError } from '../errors.js';

/** A fault of the database server or of the way to it: the question was right, and may be asked again. */
export interface DatabaseFault {
  /** `away`: another server may answer; `busy`: so may this one, later; `closed`: it answers questions and takes no changes. */
  kind: 'away' | 'busy' | 'closed';
  /** The server may have carried the statement out and could not say so; only at a COMMIT does that matter. */
  isOutcomeUnknown: boolean;
}

const away: DatabaseFault = { kind: 'away', isOutcomeUnknown: false };
const lost: DatabaseFault = { kind: 'away', isOutcomeUnknown: true };
const busy: DatabaseFault = { kind: 'busy', isOutcomeUnknown: false };
const closed: DatabaseFault = { kind: 'closed', isOutcomeUnknown: false };

/** What the server says (SQLSTATE), by code or by class. */
const states: Readonly<Record<string, DatabaseFault>> = {
  '08': lost, // Connection exceptions, also of a pooler in between.
  '25006': closed, // Read-only: a standby, or default_transaction_read_only.
  '25P03': lost, // Idle in a transaction for too long.
  '25P04': lost, // The transaction took too long.
  '40001': away, // Given up for others after all attempts, or a standby had to go on replaying.
  '40P01': busy, // A deadlock, after all attempts.
  '53': busy, // Too many connections, no memory.
  '53100': closed, // The disk is full.
  '55P03': busy, // lock_timeout.
  '57014': busy, // statement_timeout: a lock held by others, or more work than there was time for.
  '57P': lost, // Shutdown, crash of another backend, pg_terminate_backend, database dropped.
  '57P03': away, // Starting up, shutting down or recovering: the connection was not let in.
  '58030': closed, // The disk does not answer.
};

/** What the operating system says of a connection; a file that is not there (ENOENT) is the server's socket. */
const connectionCodes: Readonly<Record<string, DatabaseFault>> = {
  ECONNREFUSED: away,
  ENOENT: away,
  ENOTFOUND: away,
  EAI_AGAIN: away,
  EAGAIN: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  ETIMEDOUT: lost,
  ECONNRESET: lost,
  EPIPE: lost,
};

/** What the driver, its pool and the query builder say; they have no codes. */
const messages: readonly [RegExp, DatabaseFault][] = [
  [/^timeout exceeded when trying to connect$/, busy], // Every connection of the pool stayed taken.
  [/^Connection terminated due to connection timeout$|^timeout expired$/, away],
  [/is not queryable$/, away], // The connection was lost before this statement, which was never sent.
  [/^Connection terminated/, lost],
  [/^Cannot use a pool after calling end|^driver has already been destroyed$/, away], // The hub is stopping.
];

/** Yields what kind of fault of the database an error is; null for every other error, which is a mistake of ours. */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (typeof error !== 'object' || error === null || error instanceof GraphQLError) return null;
  const { code, message, thrownValue } = error as {
    code?: unknown;
    message?: unknown;
    thrownValue?: unknown;
  };
  // graphql-js wraps what is no Error of its own realm.
  if (thrownValue !== undefined) return databaseFault(thrownValue);
  if (typeof code !== 'string') return messages.find(([words]) => words.test(String(message)))?.[1] ?? null;
  // A SQLSTATE has five characters, the operating system's codes begin with E and have more.
  if (/^[0-9A-Z]{5}$/.test(code) && !(code in connectionCodes))
    return states[code] ?? states[code.slice(0, 3)] ?? states[code.slice(0, 2)] ?? null;
  return connectionCodes[code] ?? null;
}

const told: Readonly<Record<DatabaseFault['kind'], string>> = {
  away: 'The database does not answer at the moment; try again.',
  busy: 'The hub is too busy at the moment; try again.',
  closed: 'The database takes no changes at the moment; try again later.',
};

const done = 'The mutation itself has ended; only its answer is not whole.';

/** Yields the faults that an answer's errors stem from, each with the database's own words, for the log. */
export function faultsIn({ errors = [] }: ExecutionResult): (DatabaseFault & { reason: string })[] {
  return errors.flatMap(({ originalError }) => {
    const fault = databaseFault(originalError);
    return fault === null ? [] : [{ ...fault, reason: originalError?.message ?? '' }];
  });
}

/** Makes of an answer what a client is told of the database's faults; every other error stays as it is. */
export function withFaultsTold<Answer extends ExecutionResult>(answer: Answer, isMutation: boolean): Answer {
  if (answer.errors === undefined) return answer;
  return { ...answer, errors: answer.errors.map((error) => tellFault(error, isMutation)) };
}

function tellFault(error: GraphQLError, isMutation: boolean): GraphQLError {
  const { path, nodes, originalError } = error;
  const fault = databaseFault(originalError);
  if (fault === null) return error;
  // Below a mutation's own field its transaction is over: who only reads "try again" would write twice.
  const isAfterwards = isMutation && (path?.length ?? 0) > 1;
  return new GraphQLError(isAfterwards ? `${told[fault.kind]} ${done}` : told[fault.kind], {
    path: path ?? null,
    nodes: nodes ?? null,
    originalError: originalError ?? null,
    extensions: { code: 'UNAVAILABLE' },
  });
}

/** Says that a change may have been made: the connection ended between its COMMIT and the server's answer. */
export function unknownOutcome(key: string | null | undefined): HubError {
  const advice =
    key == null
      ? 'Look for it before you ask for it again; under an idempotencyKey it could simply be repeated.'
      : 'Repeat it with the same idempotencyKey: it will not be written twice.';
  return new HubError(
    'UNAVAILABLE',
    `Whether this was written is not known: the database went away at that moment. ${advice}`,
  );
}
