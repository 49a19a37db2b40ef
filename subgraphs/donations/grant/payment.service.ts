import { examineAmount, yuanOfFen } from '#shared/money.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
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
import type { DisburseGrantInput } from './grant.input.js';
import { ownersOf, step } from './grant.ledger.js';
import { findGrant, lockedGrant } from './grant.queries.js';
import { unlockedFen } from './grant.rule.js';
import { grantTransitions } from './grant.status.js';
import { examinePayee } from './payee.queries.js';

/** Pays a grant what is unlocked at its stage, or a part of it (R-POOL-04); the first payment moves it on to IN_PROGRESS. */
export async function disburseGrant(
  context: DonationsContext,
  input: DisburseGrantInput,
): Promise<Grant | InvalidInput | InvalidTransition | StaleVersion> {
  context.authorize('disburseGrant', {});
  type Outcome = Awaited<ReturnType<typeof disburseGrant>>;
  const plan = async () => {
    const known = await findGrant(context, input.grantId);
    const given = input.amount == null ? null : examineAmount(input.amount);
    const inspection = new Inspection()
      .add('amount', given?.findings ?? [])
      .add('grantId', await examinePayee(context, known));
    const invalid = inspection.result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const { pool, grant } = await lockedGrant(writer, known);
      const payableFen = unlockedFen(grant, pool.instalments) - grant.disbursedFen;
      const fen = given?.fen ?? payableFen;
      return (
        staleVersion(input.version, grant.version) ??
        refusedPayment(grant) ??
        lockedInstalment(fen, payableFen) ??
        (await pay(writer, input, { pool, grant, fen }))
      );
    };
  };
  return write<Outcome>(context, 'disburseGrant', input, plan, { keys: 'hub' });
}

/** A grant that is IN_PROGRESS stays so; every other state must be able to become it. */
function refusedPayment({ status }: Grant): InvalidTransition | null {
  if (status === GrantStatus.IN_PROGRESS) return null;
  return refusedTransition(grantTransitions, status, GrantStatus.IN_PROGRESS);
}

function lockedInstalment(fen: bigint, payableFen: bigint): InvalidInput | null {
  const message = `${yuanOfFen(payableFen)} is unlocked and not paid yet; reviews unlock the rest (R-POOL-04).`;
  return new Inspection()
    .expect(fen > 0n && fen <= payableFen, 'amount', 'INSTALMENT_LOCKED', message)
    .result();
}

async function pay(
  writer: Writer,
  input: DisburseGrantInput,
  { pool, grant, fen }: { pool: FundingPool; grant: Grant; fen: bigint },
): Promise<Grant> {
  await writer.update(pool, { disbursedFen: pool.disbursedFen + fen });
  const changed = await writer.update(grant, {
    disbursedFen: grant.disbursedFen + fen,
    status: GrantStatus.IN_PROGRESS,
  });
  if (grant.status !== GrantStatus.IN_PROGRESS) await step(writer, grant, GrantStatus.IN_PROGRESS);
  const cause = { mutation: 'disburseGrant', input };
  const entry = { ...ownersOf(grant), kind: 'DISBURSEMENT' as const, occurredOn: today() };
  await book(writer, cause, entry, { debit: 'GRANTS_PAYABLE', credit: 'POOL_CASH', amountFen: fen });
  return changed;
}
