import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import { databaseFault, unknownOutcome } from './database/fault.js';
import { claimKey, keepAnswer, keyedAnswer, type KeyScope, requestKey } from './idempotency.js';
import { Problem } from './problem.js';
import type { RequestContext } from './subgraph.js';
import { Writer } from './writer.js';

/** A subgraph's context, as far as writing needs it. */
export type WriteContext = Omit<RequestContext, 'authorize'>;

/** Changes rows; what it yields is the answer. A problem undoes everything it did. It may run again, so it does nothing else. */
export type Change<Result> = (writer: Writer) => Promise<Result>;

export interface WriteOptions {
  /** Whether a key belongs to the viewer, or to the books that all of the department's staff write (`hub`). */
  keys?: KeyScope;
  /** Turns a constraint that decided a race into the problem it stands for. */
  onConstraint?: Readonly<Record<string, () => Promise<Problem> | Problem>>;
}

/** PostgreSQL gave one of two transactions up for the other: nothing is wrong with it, so it runs again. */
const retriedCodes = new Set(['40001', '40P01']);
/** Each round lets at least one transaction through; a writer that loses that often meets more than chance. */
const attemptsMax = 8;

/**
 * Runs a mutation once, however often it is asked for under the same idempotency key.
 * `plan` checks the input and asks other subgraphs, before a transaction holds locks; it yields the problem it found or the change.
 * The change, its audit records and the kept answer commit together or not at all; where nobody can say which, it throws UNAVAILABLE in these words.
 */
export async function write<Result extends object>(
  context: WriteContext,
  mutation: string,
  input: { idempotencyKey?: string | null },
  plan: () => Promise<Change<Result> | (Result & Problem)>,
  options: WriteOptions = {},
): Promise<Result> {
  const key = requestKey(context, mutation, input, options);
  const known = key && (await keyedAnswer<Result>(context.em, key, context.entities));
  if (known) return known;
  const change = await plan();
  if (change instanceof Problem) return change;
  for (let attempt = 1; ; attempt += 1) {
    let isCommitting = false;
    try {
      return await context.em.fork().transactional(async (em) => {
        const result = await changeOnce(em, context, mutation, key, change);
        isCommitting = true;
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return error.problem as Result & Problem;
      if (isCommitting && databaseFault(error)?.isOutcomeUnknown) throw unknownOutcome(input.idempotencyKey);
      const { code, constraint } = error as { code?: string; constraint?: string };
      const refusal = constraint === undefined ? undefined : options.onConstraint?.[constraint];
      if (refusal !== undefined) return (await refusal()) as Result & Problem;
      if (!retriedCodes.has(code ?? '') || attempt === attemptsMax) throw error;
    }
  }
}

async function changeOnce<Result extends object>(
  em: EntityManager,
  context: WriteContext,
  mutation: string,
  key: ReturnType<typeof requestKey>,
  change: Change<Result>,
): Promise<Result> {
  if (key && !(await claimKey(em, key))) {
    // Whoever claimed it first has committed by now: claiming waited for that.
    return (await keyedAnswer<Result>(em, key, context.entities)) as Result;
  }
  const writer = new Writer(em, context);
  const result = await change(writer);
  if (result instanceof Problem) throw new Refused(result);
  await writer.appendAudit(mutation);
  if (key) await keepAnswer(em, key, result);
  return result;
}

/** Carries a problem out of a transaction that must not commit. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Entity classes by name, to make a kept answer an entity again. */
export type EntityClasses = ReadonlyMap<string, Constructor<object>>;
