import { fields, ownOrganization, type Policy, signedIn } from '#shared/policy.js';

export type Action =
  | 'openCampaign'
  | 'closeCampaign'
  | 'recordDonation'
  | 'receiveDonation'
  | 'refundDonation'
  | 'openFundingPool'
  | 'applyForGrant'
  | 'awardGrant'
  | 'disburseGrant'
  | 'reviewGrant'
  | 'moveGrant';

/** Who keeps the books. */
const staff = ['finance', 'admin'] as const;
/** Who learns on how few funders an organization depends, without their names. */
const analysts = ['analyst', ...staff] as const;

/** Who may read which field and run which mutation; rows that are for everybody are public. */
export const policy: Policy<Action> = {
  Query: {
    ...fields('campaign campaigns fundingPools grants'),
    donations: staff,
    singleSourceOrganizations: analysts,
  },
  Mutation: {
    openCampaign: staff,
    closeCampaign: staff,
    recordDonation: staff,
    receiveDonation: staff,
    refundDonation: staff,
    openFundingPool: staff,
    applyForGrant: [ownOrganization, ...staff],
    awardGrant: staff,
    disburseGrant: staff,
    reviewGrant: staff,
    moveGrant: staff,
  },
  types: {
    Area: fields('code funds'),
    FundSummary: fields(
      'raised raisedCash raisedInKind pledged refunded granted disbursed donationCount donorCount byMonth byYear',
    ),
    MonthlyFunds: fields('month raised raisedCash raisedInKind refunded donationCount'),
    YearlyFunds: fields('year raised raisedCash raisedInKind refunded donationCount'),
    Organization: { ...fields('id funds'), fundingConcentration: analysts },
    FundingConcentration: fields('hhi effectiveFunders band topShare singleSource', analysts),
    Partner: fields('id contributions'),
    Project: fields('id funds'),
    Campaign: fields(
      'id title titleEn filingNumber areaCode startsOn endsOn status provenance source version fundraiser organization project target funds filedOn emergency mode extraFilingNumber platformIds events allowedTransitions disclosures warnings plan',
    ),
    CampaignEvent: { ...fields('from to at'), note: signedIn },
    CampaignPlan: {
      ...fields('purpose areas waysOfReceiving beneficiaries use cost surplus'),
      ...fields('responsiblePerson officeAddress bankAccount', staff),
    },
    Disclosure: fields('dueOn kind'),
    // Who gives is for those who keep the books (R-FND-13).
    Donation: fields(
      'id kind donorName anonymous receivedOn status receiptNumber provenance version campaign amount refunded items refunds donorPartner organization project allowedTransitions warnings',
      staff,
    ),
    InKindItem: fields('name quantity unit fairValue valuation', staff),
    DonationRefund: fields('amount refundedOn reason createdAt', staff),
    GrantEvent: { ...fields('from to at'), note: signedIn },
    PoolExhausted: fields('code message available'),
    DoubleFunding: fields('code message grant'),
    CampaignNotOpen: fields('code message status'),
    RefundExceedsDonation: fields('code message refundable', staff),
    FundingPool: fields(
      'id name kind areaCodes areas perOrganizationMax provenance source budget awarded disbursed available perGrantMax grants monthsMin monthsMax instalments',
    ),
    Grant: fields(
      'id status provenance source version pool organization project amount disbursed months beneficiaries startsOn endsOn midtermPassed finalPassed requested returned events allowedTransitions awardedOn',
    ),
  },
};
