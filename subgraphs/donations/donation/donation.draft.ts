import { randomUUID } from 'node:crypto';
import { Provenance } from '#shared/provenance.js';
import { type Donation, DonationStatus, type InKindItem } from './donation.entity.js';
import type { Beneficiary } from './donation.beneficiary.js';
import type { RecordDonationInput } from './donation.input.js';
import type { ExaminedGift } from './donation.rule.js';

/** An anonymous donor's name is dropped before anything else sees it (R-FND-13). */
export const withoutAnonymousDonor = (given: RecordDonationInput): RecordDonationInput =>
  given.anonymous === true ? { ...given, donorName: null, donorPartnerId: null } : given;

/** Yields the row of a gift that is right. */
export function donationRow(input: RecordDonationInput, amountFen: bigint, beneficiary: Beneficiary) {
  return {
    id: randomUUID(),
    campaignId: input.campaignId?.toLowerCase() ?? null,
    kind: input.kind,
    amountFen,
    refundedFen: 0n,
    donorName: input.donorName?.trim() ?? null,
    anonymous: input.anonymous ?? false,
    donorPartnerId: input.donorPartnerId?.toLowerCase() ?? null,
    ...beneficiary,
    receivedOn: input.receivedOn,
    status: input.pledged === true ? DonationStatus.PLEDGED : DonationStatus.RECEIVED,
    receiptNumber: input.receiptNumber ?? null,
    provenance: Provenance.REGISTERED,
  } satisfies Partial<Donation>;
}

/** Yields the rows of its goods. */
export function itemRows(
  donationId: string,
  { items }: RecordDonationInput,
  { fairValuesFen }: Pick<ExaminedGift, 'fairValuesFen'>,
): Partial<InKindItem>[] {
  return (items ?? []).map((item, index) => ({
    donationId,
    position: index + 1,
    name: item.name.trim(),
    quantity: item.quantity,
    unit: item.unit.trim(),
    fairValueFen: fairValuesFen[index] ?? null,
    valuation: item.valuation,
  }));
}
