import { randomUUID } from 'node:crypto';
import { examineAmount } from '#shared/money.js';
import {
  type Inspection,
  type InvalidInput,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import {
  closedOrganization,
  findOrganization,
  withoutFiscalHost,
} from '../organization/organization.queries.js';
import { type FundraiserFacts, findFundraiser } from '../partner/partner.queries.js';
import { findProject } from '../project/project.queries.js';
import { CampaignContact, CampaignPlan } from './campaign-plan.entity.js';
import { CampaignEvent } from './campaign-event.entity.js';
import { Campaign, CampaignStatus } from './campaign.entity.js';
import type { CampaignPlanInput, OpenCampaignInput } from './campaign.input.js';
import { listDesignatedPlatforms } from './campaign.queries.js';
import { examineCampaign, examineFundraiser, examinePlace } from './campaign.rule.js';

/** Opens a campaign: drafted, filed where it has a number, and open for donations. */
export async function openCampaign(
  context: DonationsContext,
  input: OpenCampaignInput,
): Promise<Campaign | InvalidInput | UnknownReference> {
  context.authorize('openCampaign', {});
  type Outcome = Awaited<ReturnType<typeof openCampaign>>;
  const plan = async () => {
    const inspection = examineCampaign(input, today());
    const found = await findOwners(context, input, inspection);
    if ('code' in found) return found;
    await examinePlatforms(context, input, inspection);
    const invalid = inspection.result();
    if (invalid) return invalid;
    return (writer: Writer): Promise<Outcome> => writeCampaign(writer, input, found);
  };
  return write<Outcome>(context, 'openCampaign', input, plan, { keys: 'hub' });
}

/** Whose campaign it is, as far as the owners of the nouns know them. */
interface Owners {
  organizationId: string | null;
  projectId: string | null;
  areaCode: string | null;
  fundraiser: FundraiserFacts | null;
}

async function findOwners(
  context: DonationsContext,
  input: OpenCampaignInput,
  inspection: Inspection,
): Promise<Owners | UnknownReference> {
  const { fundraiserPartnerId, projectId } = input;
  const [project, fundraiser] = await Promise.all([
    projectId == null ? null : findProject(context, projectId),
    fundraiserPartnerId == null ? null : findFundraiser(context, fundraiserPartnerId, input.startsOn),
  ]);
  if (projectId != null && project === null) return unknownReference('projectId', projectId);
  if (fundraiserPartnerId != null && fundraiser === null)
    return unknownReference('fundraiserPartnerId', fundraiserPartnerId);
  const organizationId = input.organizationId ?? project?.organization.id ?? null;
  const organization = organizationId === null ? null : await findOrganization(context, organizationId);
  if (organizationId !== null && organization === null)
    return unknownReference('organizationId', organizationId);
  const areaCode = input.areaCode ?? organization?.area.code ?? null;
  const belongs = project === null || project.organization.id === organization?.id;
  inspection
    .expect(
      belongs,
      'projectId',
      'PROJECT_OF_ANOTHER_ORGANIZATION',
      'the project belongs to another organization.',
    )
    .add('organizationId', organization === null ? [] : closedOrganization(organization))
    // With a charity that raises, the organization only takes part in it (R-FND-07).
    .add(
      'organizationId',
      organization === null || fundraiser !== null ? [] : withoutFiscalHost(organization),
    )
    .add('fundraiserPartnerId', fundraiser === null ? [] : examineFundraiser(fundraiser, input.startsOn))
    .add('mode', examinePlace(input, areaCode, fundraiser));
  return { organizationId: organization?.id ?? null, projectId: project?.id ?? null, areaCode, fundraiser };
}

/** R-FND-06: online only on a platform that is designated on the first day. */
async function examinePlatforms(
  { em }: DonationsContext,
  { platformIds, startsOn }: OpenCampaignInput,
  inspection: Inspection,
): Promise<void> {
  if (platformIds == null || platformIds.length === 0) return;
  const designated = await listDesignatedPlatforms(em, startsOn);
  for (const [index, id] of platformIds.entries()) {
    const message = `no designated platform on ${startsOn}; these are: ${designated.join(', ')}.`;
    inspection.expect(designated.includes(id), `platformIds.${index}`, 'PLATFORM_NOT_DESIGNATED', message);
  }
}

async function writeCampaign(writer: Writer, input: OpenCampaignInput, owners: Owners): Promise<Campaign> {
  const campaign = await writer.insert(Campaign, rowOf(input, owners));
  if (input.plan != null) await writePlan(writer, campaign.id, input.plan);
  const isFiled = campaign.filingNumber !== null;
  const steps = [CampaignStatus.DRAFT, ...(isFiled ? [CampaignStatus.FILED] : []), CampaignStatus.OPEN];
  await writer.insertParts(
    CampaignEvent,
    steps.map((to, index) => ({
      campaignId: campaign.id,
      position: index + 1,
      from: steps[index - 1] ?? null,
      to,
      note: null,
    })),
  );
  return campaign;
}

function rowOf(input: OpenCampaignInput, { fundraiser, ...owners }: Owners): Partial<Campaign> {
  return {
    id: randomUUID(),
    title: input.title.trim(),
    titleEn: input.titleEn?.trim() ?? null,
    filingNumber: input.filingNumber?.trim() ?? null,
    filedOn: input.filedOn ?? null,
    emergency: input.emergency ?? false,
    mode: input.mode ?? null,
    extraFilingNumber: input.extraFilingNumber?.trim() ?? null,
    platformIds: [...new Set(input.platformIds ?? [])],
    fundraiserId: fundraiser?.id ?? null,
    fundraiserUscc: fundraiser?.uscc ?? null,
    fundraiserQualified: fundraiser?.mayFundraise ?? null,
    ...owners,
    startsOn: input.startsOn,
    endsOn: input.endsOn ?? null,
    targetFen: input.target == null ? null : examineAmount(input.target).fen,
    hasPlan: input.plan != null,
    status: CampaignStatus.OPEN,
    provenance: Provenance.REGISTERED,
  };
}

/** Writes a plan whose parts are all there; who answers for it goes into a table of its own. */
async function writePlan(writer: Writer, campaignId: string, plan: CampaignPlanInput): Promise<void> {
  const { responsiblePerson, officeAddress, bankAccount, ...rest } = plan as {
    [Part in keyof CampaignPlanInput]-?: string;
  };
  await writer.insertParts(CampaignPlan, [{ campaignId, ...rest }]);
  await writer.insertParts(CampaignContact, [
    { campaignId, responsiblePerson, officeAddress, bankAccount: bankAccount ?? null },
  ]);
}
