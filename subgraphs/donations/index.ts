import type { Subgraph } from '#shared/subgraph.js';
import { books } from './books.js';
import { AreaResolver } from './area/area.resolver.js';
import { AreaStub } from './area/area.stub.js';
import { Campaign } from './campaign/campaign.entity.js';
import { CampaignEvent } from './campaign/campaign-event.entity.js';
import { CampaignContact, CampaignPlan } from './campaign/campaign-plan.entity.js';
import { CampaignPlanResolver, CampaignResolver } from './campaign/campaign.resolver.js';
import { createContext, type DonationsContext } from './context.js';
import { loadDemo } from './demo/load.js';
import { Donation, InKindItem, Refund } from './donation/donation.entity.js';
import { DonationResolver, InKindItemResolver, RefundResolver } from './donation/donation.resolver.js';
import { imports } from './imports.js';
import { GrantEvent } from './grant/grant-event.entity.js';
import { Grant } from './grant/grant.entity.js';
import { GrantResolver } from './grant/grant.resolver.js';
import { Entry, Posting } from './ledger/entry.entity.js';
import { Donations20261124 } from './migrations/2026-11-24-donations.js';
import { Donations20261125 } from './migrations/2026-11-25-donations-writing.js';
import { Donations20261126 } from './migrations/2026-11-26-donations-counts.js';
import { Donations20261126Analyses } from './migrations/2026-11-26-donations-analyses.js';
import { Donations20261126Versions } from './migrations/2026-11-26-donations-versions.js';
import { Donations20261126Grants } from './migrations/2026-11-26-donations-grants.js';
import { Donations20261126Imports } from './migrations/2026-11-26-donations-imports.js';
import { ConcentrationResolver } from './concentration/concentration.resolver.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { OrganizationStub } from './organization/organization.stub.js';
import { PartnerResolver } from './partner/partner.resolver.js';
import { PartnerStub } from './partner/partner.stub.js';
import { FundingPool } from './pool/funding-pool.entity.js';
import { FundingPoolResolver } from './pool/funding-pool.resolver.js';
import { ProjectResolver } from './project/project.resolver.js';
import { ProjectStub } from './project/project.stub.js';
import { policy } from './policy.js';

/** Campaigns, donations, pools, grants and the ledger behind every sum of funds. */
export const donations: Subgraph<DonationsContext> = {
  name: 'donations',
  entities: [
    Campaign,
    CampaignContact,
    CampaignEvent,
    CampaignPlan,
    Donation,
    InKindItem,
    Refund,
    FundingPool,
    Grant,
    GrantEvent,
    Entry,
    Posting,
  ],
  migrations: [
    { name: '2026-11-24-donations', class: Donations20261124 },
    { name: '2026-11-25-donations-writing', class: Donations20261125 },
    { name: '2026-11-26-donations-counts', class: Donations20261126 },
    { name: '2026-11-26-donations-versions', class: Donations20261126Versions },
    { name: '2026-11-26-donations-grants', class: Donations20261126Grants },
    { name: '2026-11-26-donations-analyses', class: Donations20261126Analyses },
    { name: '2026-11-26-donations-imports', class: Donations20261126Imports },
  ],
  resolvers: [
    CampaignResolver,
    CampaignPlanResolver,
    DonationResolver,
    InKindItemResolver,
    RefundResolver,
    FundingPoolResolver,
    GrantResolver,
    OrganizationResolver,
    ConcentrationResolver,
    PartnerResolver,
    ProjectResolver,
    AreaResolver,
  ],
  owns: ['Campaign', 'Donation'],
  stubs: [OrganizationStub, PartnerStub, ProjectStub, AreaStub],
  references: {
    Campaign: ({ id }: { id: string }, { campaignById }) => campaignById.load(id),
    Donation: ({ id }: { id: string }, { donationById }) => donationById.load(id),
    Organization: ({ id }: { id: string }) => Object.assign(new OrganizationStub(), { id }),
    Partner: ({ id }: { id: string }) => Object.assign(new PartnerStub(), { id }),
    Project: ({ id }: { id: string }) => Object.assign(new ProjectStub(), { id }),
    Area: ({ code }: { code: string }) => Object.assign(new AreaStub(), { code }),
  },
  policy,
  imports,
  books,
  personal: { Donation: ['donorName'] },
  createContext,
  loadDemo,
};
