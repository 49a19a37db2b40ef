import { randomUUID } from 'node:crypto';
import { examineAmount, Money, yuanOfFen } from '#shared/money.js';
import { Inspection, type InvalidInput, type InvalidTransition, problem } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { invalidTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { book } from '../ledger/entry.service.js';
import { examineNote } from '../ledger/note.rule.js';
import { type Donation, DonationStatus, Refund } from './donation.entity.js';
import type { RefundDonationInput } from './donation.input.js';
import { ownersOf, refundAccounts } from './donation.ledger.js';
import { findEntry, lockedDonation } from './donation.queries.js';
import { RefundExceedsDonation } from './donation.result.js';
import { donationTransitions } from './donation.status.js';

/** Gives a donation back, whole or in part; its row is held, so that many refunds at once give back no more than there is. */
export async function refundDonation(
  context: DonationsContext,
  input: RefundDonationInput,
): Promise<Donation | InvalidInput | InvalidTransition | RefundExceedsDonation> {
  context.authorize('refundDonation', {});
  type Outcome = Awaited<ReturnType<typeof refundDonation>>;
  const plan = async () => {
    const { fen, findings } = examineAmount(input.amount);
    const inspection = new Inspection().add('amount', findings).add('reason', examineNote(input.reason));
    const invalid = inspection.result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const donation = await lockedDonation(writer, input.donationId);
      return refused(donation, fen as bigint) ?? giveBack(writer, input, donation, fen as bigint);
    };
  };
  return write<Outcome>(context, 'refundDonation', input, plan, { keys: 'hub' });
}

function refused(donation: Donation, fen: bigint): InvalidTransition | RefundExceedsDonation | null {
  const { status, amountFen, refundedFen } = donation;
  if (status === DonationStatus.PLEDGED || status === DonationStatus.REVERSED)
    return invalidTransition(status, DonationStatus.REFUNDED, donationTransitions[status]);
  const refundableFen = amountFen - refundedFen;
  if (fen <= refundableFen) return null;
  const message = `amount: ${yuanOfFen(fen)} found, ${yuanOfFen(refundableFen)} can still be given back.`;
  return problem(RefundExceedsDonation, {
    code: 'REFUND_EXCEEDS_DONATION',
    message,
    refundable: new Money(refundableFen),
  });
}

async function giveBack(
  writer: Writer,
  input: RefundDonationInput,
  donation: Donation,
  fen: bigint,
): Promise<Donation> {
  const refundedFen = donation.refundedFen + fen;
  const whole = refundedFen === donation.amountFen;
  const status = whole ? DonationStatus.REFUNDED : DonationStatus.PARTLY_REFUNDED;
  const changed = await writer.update(donation, { refundedFen, status });
  const cause = { mutation: 'refundDonation', input };
  // A refund counts on its own day, so the past does not change.
  const booking = { ...ownersOf(donation), kind: 'REFUND' as const, occurredOn: today() };
  const reverses = await findEntry(writer, donation.id, 'DONATION');
  const entryId = await book(
    writer,
    cause,
    { ...booking, reverses },
    { ...refundAccounts(donation), amountFen: fen },
  );
  await writer.insertParts(Refund, [
    {
      id: randomUUID(),
      donationId: donation.id,
      entryId,
      amountFen: fen,
      refundedOn: today(),
      reason: input.reason.trim(),
    },
  ]);
  return changed;
}
