import { entitiesByKey } from '#shared/database/rows.js';
import { isId } from '#shared/id.js';
import { type InvalidInput, type UnknownReference, unknownReference } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { Campaign } from '../campaign/campaign.entity.js';
import type { DonationsContext } from '../context.js';
import {
  closedOrganization,
  findOrganizations,
  type OrganizationFacts,
} from '../organization/organization.queries.js';
import { findPartners, findQualifications, type RaisingDay } from '../partner/partner.queries.js';
import { findProjects, type ProjectFacts } from '../project/project.queries.js';
import type { Donation } from './donation.entity.js';
import type { RecordDonationInput } from './donation.input.js';
import { type ExaminedGift, givenOn } from './donation.rule.js';

/** Who receives a gift, as far as the owners of the nouns know them. */
export type Beneficiary = Pick<Donation, 'organizationId' | 'projectId' | 'areaCode'>;

/** What is on record of everything that gifts name, by ids in lower case. */
export interface GiftSurroundings {
  campaigns: ReadonlyMap<string, Campaign>;
  projects: ReadonlyMap<string, ProjectFacts>;
  organizations: ReadonlyMap<string, OrganizationFacts>;
  partners: ReadonlyMap<string, object>;
  /** Whether a charity may raise on a day. */
  mayRaise: (raising: RaisingDay) => boolean | null;
}

/** Asks for everything that gifts name, in as many questions as for one of them. */
export async function findSurroundings(
  context: DonationsContext,
  inputs: readonly RecordDonationInput[],
): Promise<GiftSurroundings> {
  const campaigns = await findCampaigns(
    context,
    present(inputs, ({ campaignId }) => campaignId),
  );
  const known = { campaigns };
  const projects = await findProjects(
    context,
    present(inputs, (input) => projectIdOf(input, known)),
  );
  const raising = inputs.flatMap((input) => raisingOf(input, known) ?? []);
  const [organizations, partners, mayRaise] = await Promise.all([
    findOrganizations(
      context,
      present(inputs, (input) => organizationIdOf(input, { campaigns, projects })),
    ),
    findPartners(
      context,
      present(inputs, ({ donorPartnerId }) => donorPartnerId),
    ),
    findQualifications(context, raising),
  ]);
  return { campaigns, projects, organizations, partners, mayRaise };
}

function present(
  inputs: readonly RecordDonationInput[],
  idOf: (input: RecordDonationInput) => string | null | undefined,
): string[] {
  return [...new Set(inputs.flatMap((input) => idOf(input) ?? []))];
}

/** Reads campaigns afresh; they are for everybody, so nobody needs to be told who asks. */
async function findCampaigns(
  { em }: DonationsContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Campaign>> {
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return new Map();
  const found = await entitiesByKey(em, 'everybody', Campaign, 'id', wanted);
  return new Map(found.map((campaign) => [campaign.id, campaign]));
}

/** Finds what an input names among what is known. */
export const campaignOf = (
  { campaignId }: RecordDonationInput,
  { campaigns }: Pick<GiftSurroundings, 'campaigns'>,
): Campaign | null => campaigns.get(campaignId?.toLowerCase() ?? '') ?? null;

/** A campaign's own project receives what names nobody else. */
function projectIdOf(input: RecordDonationInput, known: Pick<GiftSurroundings, 'campaigns'>): string | null {
  if (input.projectId != null) return input.projectId;
  return input.organizationId == null ? (campaignOf(input, known)?.projectId ?? null) : null;
}

function organizationIdOf(
  input: RecordDonationInput,
  known: Pick<GiftSurroundings, 'campaigns' | 'projects'>,
): string | null {
  const project = known.projects.get(projectIdOf(input, known)?.toLowerCase() ?? '');
  return input.organizationId ?? project?.organization.id ?? campaignOf(input, known)?.organizationId ?? null;
}

function raisingOf(
  input: RecordDonationInput,
  known: Pick<GiftSurroundings, 'campaigns'>,
): RaisingDay | null {
  const fundraiserId = campaignOf(input, known)?.fundraiserId ?? null;
  return fundraiserId === null ? null : { fundraiserId, day: givenOn(input, today()) };
}

/** Says what is wrong with a gift and what it names, or who receives it. */
export function beneficiaryOf(
  input: RecordDonationInput,
  { inspection }: Pick<ExaminedGift, 'inspection'>,
  known: GiftSurroundings,
): Beneficiary | InvalidInput | UnknownReference {
  const campaign = campaignOf(input, known);
  if (input.campaignId != null && campaign === null) return unknownReference('campaignId', input.campaignId);
  const projectId = projectIdOf(input, known);
  const project = known.projects.get(projectId?.toLowerCase() ?? '') ?? null;
  if (projectId !== null && project === null) return unknownReference('projectId', projectId);
  const organizationId = organizationIdOf(input, known);
  const organization = known.organizations.get(organizationId?.toLowerCase() ?? '') ?? null;
  if (organizationId !== null && organization === null)
    return unknownReference('organizationId', organizationId);
  if (input.donorPartnerId != null && !known.partners.has(input.donorPartnerId.toLowerCase()))
    return unknownReference('donorPartnerId', input.donorPartnerId);
  const belongs = project === null || project.organization.id === organization?.id;
  const raising = raisingOf(input, known);
  const message = 'the project belongs to another organization.';
  inspection
    .expect(belongs, 'projectId', 'PROJECT_OF_ANOTHER_ORGANIZATION', message)
    .add('organizationId', organization === null ? [] : closedOrganization(organization))
    .expect(
      raising === null || known.mayRaise(raising) !== false,
      'campaignId',
      'FUNDRAISER_NOT_QUALIFIED',
      `the charity that raises is not qualified on ${raising?.day} (R-FND-15).`,
    );
  const invalid = inspection.result();
  if (invalid) return invalid;
  return {
    organizationId: organization?.id ?? null,
    projectId: project?.id ?? null,
    areaCode: organization?.area.code ?? campaign?.areaCode ?? null,
  };
}
