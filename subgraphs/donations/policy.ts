import { fields, type Policy } from '#shared/policy.js';

export type Action = never;

/** Who may read which field and run which mutation; rows that are for everybody are public. */
export const policy: Policy<Action> = {
  Query: fields('campaign campaigns fundingPools'),
  Mutation: {},
  types: {
    Area: fields('code funds'),
    FundSummary: fields(
      'raised raisedCash raisedInKind pledged refunded granted disbursed donationCount donorCount byMonth byYear',
    ),
    MonthlyFunds: fields('month raised donationCount'),
    YearlyFunds: fields('year raised donationCount'),
    Organization: fields('id funds'),
    Partner: fields('id contributions'),
    Project: fields('id funds'),
    Campaign: fields(
      'id title titleEn filingNumber areaCode startsOn endsOn status provenance source version fundraiser organization project target funds',
    ),
    FundingPool: fields(
      'id name kind areaCodes perOrganizationMax provenance source budget awarded disbursed available perGrantMax grants',
    ),
    Grant: fields('id status provenance source version pool organization project amount disbursed'),
  },
};
