import { randomUUID } from 'node:crypto';
import { entitiesByKey, rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { isId } from '#shared/id.js';
import { type InvalidInput, problem, type UnknownReference, unknownReference } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import { Campaign, CampaignStatus } from '../campaign/campaign.entity.js';
import type { DonationsContext } from '../context.js';
import { book, type Cause } from '../ledger/entry.service.js';
import { closedOrganization, findOrganization } from '../organization/organization.queries.js';
import { findFundraiser, partnerExists } from '../partner/partner.queries.js';
import { findProject } from '../project/project.queries.js';
import { Donation, DonationStatus, InKindItem } from './donation.entity.js';
import type { RecordDonationInput } from './donation.input.js';
import { giftBooking, receiptAccounts } from './donation.ledger.js';
import { CampaignNotOpen } from './donation.result.js';
import { examineGift, type ExaminedGift, givenOn } from './donation.rule.js';

/** Who receives a gift, as far as the owners of the nouns know them. */
type Beneficiary = Pick<Donation, 'organizationId' | 'projectId' | 'areaCode'>;

/** Records a gift and books it; an anonymous donor's name is dropped before anything else sees it (R-FND-13). */
export async function recordDonation(
  context: DonationsContext,
  given: RecordDonationInput,
): Promise<Donation | InvalidInput | UnknownReference | CampaignNotOpen> {
  context.authorize('recordDonation', {});
  const input = given.anonymous === true ? { ...given, donorName: null, donorPartnerId: null } : given;
  type Outcome = Awaited<ReturnType<typeof recordDonation>>;
  const plan = async () => {
    const gift = examineGift(input, today());
    const beneficiary = await findBeneficiary(context, input, gift);
    if ('code' in beneficiary) return beneficiary;
    return async (writer: Writer): Promise<Outcome> =>
      (await closedCampaign(writer, input)) ?? (await writeGift(writer, input, gift, beneficiary));
  };
  return write<Outcome>(context, 'recordDonation', input, plan, { keys: 'hub' });
}

/** Asks for everything that the gift names, at once; yields what is wrong, or who receives it. */
async function findBeneficiary(
  context: DonationsContext,
  input: RecordDonationInput,
  { inspection }: ExaminedGift,
): Promise<Beneficiary | InvalidInput | UnknownReference | CampaignNotOpen> {
  const day = givenOn(input, today());
  const campaign = input.campaignId == null ? null : await findCampaign(context, input.campaignId);
  if (input.campaignId != null && campaign === null) return unknownReference('campaignId', input.campaignId);
  const own = input.organizationId ?? input.projectId;
  const projectId = input.projectId ?? (own == null ? campaign?.projectId : null) ?? null;
  const project = projectId === null ? null : await findProject(context, projectId);
  if (projectId !== null && project === null) return unknownReference('projectId', projectId);
  const organizationId = input.organizationId ?? project?.organization.id ?? campaign?.organizationId ?? null;
  const [organization, hasDonor, fundraiser] = await Promise.all([
    organizationId === null ? null : findOrganization(context, organizationId),
    input.donorPartnerId == null || partnerExists(context, input.donorPartnerId),
    campaign?.fundraiserId == null ? null : findFundraiser(context, campaign.fundraiserId, day),
  ]);
  if (organizationId !== null && organization === null)
    return unknownReference('organizationId', organizationId);
  if (!hasDonor) return unknownReference('donorPartnerId', input.donorPartnerId ?? '');
  const belongs = project === null || project.organization.id === organization?.id;
  const message = 'the project belongs to another organization.';
  inspection
    .expect(belongs, 'projectId', 'PROJECT_OF_ANOTHER_ORGANIZATION', message)
    .add('organizationId', organization === null ? [] : closedOrganization(organization))
    .expect(
      fundraiser?.mayFundraise !== false,
      'campaignId',
      'FUNDRAISER_NOT_QUALIFIED',
      `the charity that raises is not qualified on ${day} (R-FND-15).`,
    );
  const invalid = inspection.result();
  if (invalid) return invalid;
  return {
    organizationId: organization?.id ?? null,
    projectId: project?.id ?? null,
    areaCode: organization?.area.code ?? campaign?.areaCode ?? null,
  };
}

/** Reads a campaign afresh; campaigns are for everybody, so nobody needs to be told who asks. */
async function findCampaign({ em }: DonationsContext, id: string): Promise<Campaign | null> {
  if (!isId(id)) return null;
  return (await entitiesByKey(em, 'everybody', Campaign, 'id', [id]))[0] ?? null;
}

/** Says that the campaign takes no gift of this day. It is held so that it cannot close meanwhile; gifts do not wait for each other. */
async function closedCampaign({ em }: Writer, input: RecordDonationInput): Promise<CampaignNotOpen | null> {
  const { campaignId } = input;
  if (campaignId == null) return null;
  const day = givenOn(input, today());
  const [row] = await rowsOf<{ status: CampaignStatus; startsOn: string; endsOn: string | null }>(
    em,
    sql`select status, starts_on::text as "startsOn", ends_on::text as "endsOn" from donations.campaign
      where id = ${campaignId}::uuid for share`,
  );
  if (row === undefined)
    throw new Error(`Campaign ${campaignId} was there a moment ago; campaigns are never deleted.`);
  const { status, startsOn, endsOn } = row;
  const runs = startsOn <= day && (endsOn === null || day < endsOn);
  if (status === CampaignStatus.OPEN && runs) return null;
  const window = `from ${startsOn} ${endsOn === null ? 'on' : `to before ${endsOn}`}`;
  const message = `campaignId: the campaign is ${status} and runs ${window}; ${day} found.`;
  return problem(CampaignNotOpen, { code: 'CAMPAIGN_NOT_OPEN', message, status });
}

async function writeGift(
  writer: Writer,
  input: RecordDonationInput,
  { amountFen, fairValuesFen }: ExaminedGift,
  beneficiary: Beneficiary,
): Promise<Donation> {
  const donation = await writer.insert(Donation, rowOf(input, amountFen, beneficiary));
  const items = (input.items ?? []).map((item, index) => ({
    donationId: donation.id,
    position: index + 1,
    name: item.name.trim(),
    quantity: item.quantity,
    unit: item.unit.trim(),
    fairValueFen: fairValuesFen[index] ?? null,
    valuation: item.valuation,
  }));
  await writer.insertParts(InKindItem, items);
  // R-VAL-01: goods that cannot be measured are kept and move nothing in the books.
  if (amountFen > 0n) {
    const cause: Cause = { mutation: 'recordDonation', input };
    await book(writer, cause, giftBooking(donation, today()), { ...receiptAccounts(donation), amountFen });
  }
  return donation;
}

function rowOf(input: RecordDonationInput, amountFen: bigint, beneficiary: Beneficiary): Partial<Donation> {
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
  };
}
