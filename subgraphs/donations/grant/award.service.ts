import { examineAmount, Money, yuanOfFen } from '#shared/money.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
  problem,
  type StaleVersion,
  staleVersion,
} from '#shared/problem.js';
import { today } from '#shared/today.js';
import { refusedTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { book } from '../ledger/entry.service.js';
import type { FundingPool } from '../pool/funding-pool.entity.js';
import { type Grant, GrantStatus } from './grant.entity.js';
import type { AwardGrantInput } from './grant.input.js';
import { ownersOf, step } from './grant.ledger.js';
import { countGrants, findDoubleFunding, findGrant, lockedGrant } from './grant.queries.js';
import { DoubleFunding, PoolExhausted } from './grant.result.js';
import { examineCount } from './grant.rule.js';
import { awardedStates, grantTransitions } from './grant.status.js';
import { examinePayee } from './payee.queries.js';

/** Gives a grant money from its pool; the pool's row is held, so that many awards at once give no more than there is (R-POOL-01). */
export async function awardGrant(
  context: DonationsContext,
  input: AwardGrantInput,
): Promise<Grant | InvalidInput | PoolExhausted | DoubleFunding | InvalidTransition | StaleVersion> {
  context.authorize('awardGrant', {});
  type Outcome = Awaited<ReturnType<typeof awardGrant>>;
  const plan = async () => {
    const known = await findGrant(context, input.grantId);
    const given = input.amount == null ? null : examineAmount(input.amount);
    const inspection = new Inspection()
      .add('amount', given?.findings ?? [])
      .add('grantId', await examinePayee(context, known));
    const invalid = inspection.result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const other = await findDoubleFunding(writer, known);
      const { pool, grant } = await lockedGrant(writer, known);
      const fen = given?.fen ?? grant.amountFen;
      return (
        staleVersion(input.version, grant.version) ??
        refusedTransition(grantTransitions, grant.status, GrantStatus.AWARDED) ??
        (await refusedAward(writer, { pool, grant, fen, other })) ??
        (await award(writer, input, { pool, grant, fen }))
      );
    };
  };
  return write<Outcome>(context, 'awardGrant', input, plan, { keys: 'hub' });
}

interface Award {
  pool: FundingPool;
  grant: Grant;
  fen: bigint;
}

async function refusedAward(
  writer: Writer,
  { pool, grant, fen, other }: Award & { other: Grant | null },
): Promise<InvalidInput | DoubleFunding | PoolExhausted | null> {
  const held = await countGrants(writer, grant, awardedStates);
  const most = pool.perGrantMaxFen;
  const invalid = new Inspection()
    .expect(
      fen <= grant.amountFen,
      'amount',
      'AMOUNT_ABOVE_APPLICATION',
      `${yuanOfFen(fen)} found, ${yuanOfFen(grant.amountFen)} was applied for.`,
    )
    .expect(
      most === null || fen <= most,
      'amount',
      'AMOUNT_ABOVE_GRANT_MAX',
      `the pool gives at most ${yuanOfFen(most ?? 0n)} to one grant.`,
    )
    .add('grantId', examineCount(pool, held))
    .result();
  if (invalid) return invalid;
  if (other !== null) {
    const message = 'another pool already pays the organization for the same work in the same period.';
    return problem(DoubleFunding, { code: 'DOUBLE_FUNDING', message, grant: other });
  }
  const availableFen = pool.budgetFen - pool.awardedFen;
  if (fen <= availableFen) return null;
  const message = `the pool has ${yuanOfFen(availableFen)} left, the award is ${yuanOfFen(fen)}.`;
  return problem(PoolExhausted, { code: 'POOL_EXHAUSTED', message, available: new Money(availableFen) });
}

async function award(writer: Writer, input: AwardGrantInput, { pool, grant, fen }: Award): Promise<Grant> {
  await writer.update(pool, { awardedFen: pool.awardedFen + fen });
  const changed = await writer.update(grant, { amountFen: fen, status: GrantStatus.AWARDED });
  await step(writer, grant, GrantStatus.AWARDED);
  const cause = { mutation: 'awardGrant', input };
  const entry = { ...ownersOf(grant), kind: 'AWARD' as const, occurredOn: today() };
  await book(writer, cause, entry, { debit: 'GRANTS_AWARDED', credit: 'GRANTS_PAYABLE', amountFen: fen });
  return changed;
}
