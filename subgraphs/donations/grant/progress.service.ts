import { run } from '#shared/database/run.js';
import { sql } from '#shared/database/sql.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
  type StaleVersion,
  staleVersion,
} from '#shared/problem.js';
import { today } from '#shared/today.js';
import { invalidTransition, refusedTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { book } from '../ledger/entry.service.js';
import { examineNote } from '../ledger/note.rule.js';
import type { FundingPool } from '../pool/funding-pool.entity.js';
import { type Grant, GrantStatus } from './grant.entity.js';
import { GrantReview, type MoveGrantInput, type ReviewGrantInput } from './grant.input.js';
import { ownersOf, step } from './grant.ledger.js';
import { findGrant, lockedGrant } from './grant.queries.js';
import { grantTransitions } from './grant.status.js';

/** Steps that are no award and no payment. */
const ends: readonly GrantStatus[] = [GrantStatus.REJECTED, GrantStatus.CLOSED, GrantStatus.TERMINATED];

/** Rejects or ends a grant; whatever of an award is not paid then goes back to the pool. */
export async function moveGrant(
  context: DonationsContext,
  input: MoveGrantInput,
): Promise<Grant | InvalidInput | InvalidTransition | StaleVersion> {
  context.authorize('moveGrant', {});
  type Outcome = Awaited<ReturnType<typeof moveGrant>>;
  const plan = async () => {
    const known = await findGrant(context, input.grantId);
    const invalid = new Inspection().add('note', examineNote(input.note)).result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const { pool, grant } = await lockedGrant(writer, known);
      return (
        staleVersion(input.version, grant.version) ??
        refusedEnd(grant, input.to) ??
        (await end(writer, input, pool, grant))
      );
    };
  };
  return write<Outcome>(context, 'moveGrant', input, plan, { keys: 'hub' });
}

function refusedEnd({ status }: Grant, to: GrantStatus): InvalidTransition | null {
  if (ends.includes(to)) return refusedTransition(grantTransitions, status, to);
  return invalidTransition(
    status,
    to,
    grantTransitions[status].filter((state) => ends.includes(state)),
  );
}

async function end(writer: Writer, input: MoveGrantInput, pool: FundingPool, grant: Grant): Promise<Grant> {
  const isAwarded = grant.status !== GrantStatus.APPLIED;
  const restFen = isAwarded ? grant.amountFen - grant.disbursedFen : 0n;
  if (restFen > 0n) await giveBack(writer, input, { pool, grant, restFen });
  await step(writer, grant, input.to, input.note?.trim() ?? null);
  return writer.update(grant, { status: input.to, returnedFen: restFen });
}

async function giveBack(
  writer: Writer,
  input: MoveGrantInput,
  { pool, grant, restFen }: { pool: FundingPool; grant: Grant; restFen: bigint },
): Promise<void> {
  await writer.update(pool, { awardedFen: pool.awardedFen - restFen });
  const [award] = await run<{ id: string }>(
    writer.em,
    sql`select id from donations.entry where grant_id = ${grant.id}::uuid and kind = 'AWARD'`,
  );
  if (award === undefined) throw new Error(`Grant ${grant.id} is ${grant.status} and has no AWARD entry.`);
  const cause = { mutation: 'moveGrant', input };
  const entry = { ...ownersOf(grant), kind: 'REVERSAL' as const, occurredOn: today(), reverses: award.id };
  await book(writer, cause, entry, { debit: 'GRANTS_PAYABLE', credit: 'GRANTS_AWARDED', amountFen: restFen });
}

/** Records a review; a failed one freezes what is not paid yet (R-POOL-04). */
export async function reviewGrant(
  context: DonationsContext,
  input: ReviewGrantInput,
): Promise<Grant | InvalidInput | InvalidTransition | StaleVersion> {
  context.authorize('reviewGrant', {});
  type Outcome = Awaited<ReturnType<typeof reviewGrant>>;
  const plan = async () => {
    const known = await findGrant(context, input.grantId);
    const invalid = new Inspection().add('note', examineNote(input.note)).result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const { grant } = await lockedGrant(writer, known);
      const refused = staleVersion(input.version, grant.version) ?? refusedReview(grant, input.review);
      if (refused) return refused;
      await step(
        writer,
        grant,
        grant.status,
        [input.review, input.passed ? 'passed' : 'failed', input.note?.trim()].filter(Boolean).join(' '),
      );
      const isMidterm = input.review === GrantReview.MIDTERM;
      return writer.update(
        grant,
        isMidterm ? { midtermPassed: input.passed } : { finalPassed: input.passed },
      );
    };
  };
  return write<Outcome>(context, 'reviewGrant', input, plan, { keys: 'hub' });
}

/** Only what runs is reviewed, each time once, the midterm first. */
function refusedReview(grant: Grant, review: GrantReview): InvalidTransition | null {
  const { status, midtermPassed, finalPassed } = grant;
  const open = status === GrantStatus.IN_PROGRESS && finalPassed === null && midtermPassed !== false;
  const next = midtermPassed === null ? [GrantReview.MIDTERM, GrantReview.FINAL] : [GrantReview.FINAL];
  const allowed = open ? next : [];
  return allowed.includes(review) ? null : invalidTransition(status, review, allowed);
}
