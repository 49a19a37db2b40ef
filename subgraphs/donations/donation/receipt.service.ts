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
import { book, type Cause } from '../ledger/entry.service.js';
import { closedOrganization, findOrganization } from '../organization/organization.queries.js';
import { type Donation, DonationStatus } from './donation.entity.js';
import type { ReceiveDonationInput } from './donation.input.js';
import { giftBooking, ownersOf, pledgeReversal, receiptAccounts } from './donation.ledger.js';
import { findDonation, findEntry, lockedDonation } from './donation.queries.js';
import { examineReceiptNumber, examineReceivedOn } from './donation.rule.js';
import { donationTransitions } from './donation.status.js';

/** Says that a pledge was received: the promise is taken off the books and the gift put on, both on that day. */
export async function receiveDonation(
  context: DonationsContext,
  input: ReceiveDonationInput,
): Promise<Donation | InvalidInput | InvalidTransition | StaleVersion> {
  context.authorize('receiveDonation', {});
  type Outcome = Awaited<ReturnType<typeof receiveDonation>>;
  const plan = async () => {
    const { organizationId, anonymous } = await findDonation(context, input.donationId);
    const organization = organizationId === null ? null : await findOrganization(context, organizationId);
    const number = input.receiptNumber;
    const refusal = anonymous ? 'an anonymous gift has none' : null;
    const invalid = new Inspection()
      .add('receivedOn', examineReceivedOn(input.receivedOn, today()))
      .add('receiptNumber', number == null ? [] : examineReceiptNumber(number, refusal))
      .add('donationId', organization === null ? [] : closedOrganization(organization))
      .result();
    if (invalid) return invalid;
    return async (writer: Writer): Promise<Outcome> => {
      const pledge = await lockedDonation(writer, input.donationId);
      return (
        staleVersion(input.version, pledge.version) ??
        refusedTransition(donationTransitions, pledge.status, DonationStatus.RECEIVED) ??
        (await receive(writer, input, pledge))
      );
    };
  };
  return write<Outcome>(context, 'receiveDonation', input, plan, { keys: 'hub' });
}

async function receive(writer: Writer, input: ReceiveDonationInput, pledge: Donation): Promise<Donation> {
  const { receivedOn, receiptNumber } = input;
  const gift = await writer.update(pledge, {
    status: DonationStatus.RECEIVED,
    receivedOn,
    receiptNumber: receiptNumber ?? null,
  });
  const { amountFen } = gift;
  if (amountFen === 0n) return gift;
  const cause: Cause = { mutation: 'receiveDonation', input };
  const reverses = await findEntry(writer, pledge.id, 'PLEDGE');
  const reversal = { ...ownersOf(pledge), kind: 'REVERSAL' as const, occurredOn: receivedOn, reverses };
  await book(writer, cause, reversal, { ...pledgeReversal, amountFen });
  await book(writer, cause, giftBooking(gift, today()), { ...receiptAccounts(gift), amountFen });
  return gift;
}
