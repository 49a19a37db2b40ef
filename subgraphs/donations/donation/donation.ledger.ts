import type { AccountCode, Entry } from '../ledger/entry.entity.js';
import type { Booking, Movement } from '../ledger/entry.service.js';
import { type Donation, DonationKind, DonationStatus } from './donation.entity.js';
import { givenOn, normalizedName } from './donation.rule.js';

interface Accounts {
  debit: AccountCode;
  credit: AccountCode;
}

/** Accounts of a gift: of the promise while it is PLEDGED, of money or goods once received. */
export function receiptAccounts({ status, kind }: Pick<Donation, 'status' | 'kind'>): Accounts {
  if (status === DonationStatus.PLEDGED) return { debit: 'PLEDGES_RECEIVABLE', credit: 'PLEDGES' };
  if (kind === DonationKind.CASH) return { debit: 'CASH_HELD', credit: 'CASH_DONATIONS' };
  return { debit: 'GOODS_HELD', credit: 'GOODS_DONATIONS' };
}

/** Accounts that take a promise off again when it is received. */
export const pledgeReversal: Accounts = { debit: 'PLEDGES', credit: 'PLEDGES_RECEIVABLE' };

/** Accounts of giving back: from where the gift is held. */
export function refundAccounts({ kind }: Pick<Donation, 'kind'>): Accounts {
  return { debit: 'REFUNDS', credit: kind === DonationKind.CASH ? 'CASH_HELD' : 'GOODS_HELD' };
}

/** Whose sums an entry of a donation counts in. */
export function ownersOf(donation: Donation) {
  const { id, campaignId, organizationId, projectId, donorPartnerId, areaCode } = donation;
  return { donationId: id, campaignId, organizationId, projectId, donorPartnerId, areaCode };
}

/** The entry of a pledge or of a received gift. */
export function giftBooking(donation: Donation, today: string): Booking {
  const { status, receivedOn } = donation;
  const owners = ownersOf(donation);
  if (status === DonationStatus.PLEDGED) {
    return { ...owners, kind: 'PLEDGE', occurredOn: givenOn({ receivedOn, pledged: true }, today) };
  }
  return { ...owners, kind: 'DONATION', occurredOn: receivedOn, donor: donorOf(donation) };
}

/** Says "the same donor" without saying who; nobody knows that of an anonymous gift, so it is a donor of its own (R-FND-13). */
function donorOf({ id, donorPartnerId, donorName }: Donation): NonNullable<Booking['donor']> {
  if (donorPartnerId !== null) return { key: `partner:${donorPartnerId}` };
  return donorName === null ? { key: `gift:${id}` } : { name: normalizedName(donorName) };
}

/** What takes a gift or a promise that was recorded by mistake off the books, on its own day: as if it had never been there. */
export function reversalOf(
  donation: Donation,
  { id, occurredOn }: Pick<Entry, 'id' | 'occurredOn'>,
): { entry: Booking; movement: Movement } {
  const { debit, credit } = receiptAccounts(donation);
  return {
    entry: { ...ownersOf(donation), kind: 'REVERSAL', occurredOn, reverses: id },
    movement: { debit: credit, credit: debit, amountFen: donation.amountFen },
  };
}
