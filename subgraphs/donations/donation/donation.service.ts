import { type InvalidInput, Problem, type UnknownReference } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import { bookAll } from '../ledger/entry.service.js';
import { type Beneficiary, beneficiaryOf, findSurroundings } from './donation.beneficiary.js';
import { closedCampaign, holdCampaigns } from './donation.campaign.js';
import { donationRow, itemRows, withoutAnonymousDonor } from './donation.draft.js';
import { Donation, InKindItem } from './donation.entity.js';
import type { RecordDonationInput } from './donation.input.js';
import { giftBooking, receiptAccounts } from './donation.ledger.js';
import type { CampaignNotOpen } from './donation.result.js';
import { examineGift, type ExaminedGift } from './donation.rule.js';

/** Records a gift and books it; an anonymous donor's name is dropped before anything else sees it (R-FND-13). */
export async function recordDonation(
  context: DonationsContext,
  given: RecordDonationInput,
): Promise<Donation | InvalidInput | UnknownReference | CampaignNotOpen> {
  context.authorize('recordDonation', {});
  const input = withoutAnonymousDonor(given);
  type Outcome = Awaited<ReturnType<typeof recordDonation>>;
  const plan = async () => {
    const gift = examineGift(input, today());
    const beneficiary = beneficiaryOf(input, gift, await findSurroundings(context, [input]));
    if (beneficiary instanceof Problem) return beneficiary;
    return async (writer: Writer): Promise<Outcome> =>
      (await closedNow(writer, input)) ?? (await writeGift(writer, input, gift, beneficiary));
  };
  return write<Outcome>(context, 'recordDonation', input, plan, { keys: 'hub' });
}

async function closedNow({ em }: Writer, input: RecordDonationInput): Promise<CampaignNotOpen | null> {
  const id = input.campaignId?.toLowerCase();
  if (id === undefined) return null;
  const held = (await holdCampaigns(em, [id])).get(id);
  if (held === undefined)
    throw new Error(`Campaign ${id} was there a moment ago; campaigns are never deleted.`);
  return closedCampaign(held, input);
}

async function writeGift(
  writer: Writer,
  input: RecordDonationInput,
  gift: ExaminedGift,
  beneficiary: Beneficiary,
): Promise<Donation> {
  const donation = await writer.insert(Donation, donationRow(input, gift.amountFen, beneficiary));
  await writer.insertParts(InKindItem, itemRows(donation.id, input, gift));
  await bookGifts(writer, [{ donation, input }]);
  return donation;
}

/** A gift as it was written, and the request for it. */
export interface WrittenGift {
  donation: Donation;
  input: RecordDonationInput;
}

/** Books gifts. Goods that cannot be measured are kept and move nothing in the books (R-VAL-01). */
export async function bookGifts(writer: Writer, gifts: readonly WrittenGift[]): Promise<void> {
  const measured = gifts.filter(({ donation }) => donation.amountFen > 0n);
  await bookAll(
    writer,
    measured.map(({ donation, input }) => ({
      cause: { mutation: 'recordDonation', input },
      entry: giftBooking(donation, today()),
      movement: { ...receiptAccounts(donation), amountFen: donation.amountFen },
    })),
  );
}
