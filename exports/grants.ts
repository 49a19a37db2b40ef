import type { Export } from '#gateway/exports/export.js';
import { pagesOf } from './connection.js';
import { jsonType } from './format/json.js';
import { givingPackage, hubId, organization, type Party, type Publishing, yuan } from './giving.js';

const document = `query ExportGrants($first: Int, $after: String) {
  grants(first: $first, after: $after, status: [AWARDED, IN_PROGRESS, CLOSED, TERMINATED]) {
    nodes {
      id status awardedOn startsOn endsOn months beneficiaries
      amount { amount currency }
      requested { amount }
      disbursed { amount }
      pool { id name kind }
      organization { id name uscc area { code name } }
      project { id name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Amount {
  amount: string;
}

interface Grant {
  id: string;
  status: string;
  awardedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  months: number | null;
  beneficiaries: readonly string[];
  amount: Amount & { currency: string };
  requested: Amount | null;
  disbursed: Amount;
  pool: { id: string; name: string; kind: string };
  organization: Party & { area: { code: string; name: string } };
  project: { id: string; name: string } | null;
}

/** What pools gave (360Giving). */
export const grants = (publishing: Publishing): Export<Grant> => ({
  name: 'grants.360giving.json',
  contentType: jsonType,
  documents: [document],
  async *read(ask, parameters) {
    // The standard has no grant without the day of its award.
    for await (const page of pagesOf<Grant>(ask, { document, field: 'grants' }, parameters))
      yield page.filter(({ awardedOn }) => awardedOn !== null);
  },
  write: (pages, facts) => givingPackage(pages, facts, publishing, itemOf),
});

function itemOf(grant: Grant) {
  const { id, status, awardedOn, startsOn, endsOn, months, beneficiaries, amount, requested, disbursed } =
    grant;
  const { pool, organization: recipient, project } = grant;
  const what = project?.name ?? recipient.name;
  const runs = {
    ...(startsOn === null ? {} : { startDate: startsOn }),
    ...(endsOn === null ? {} : { endDate: endsOn }),
    ...(months === null ? {} : { duration: months }),
  };
  return {
    id: hubId(id),
    title: `${pool.name}：${what}`.slice(0, 140),
    description: [what, pool.name, ...beneficiaries].join('；'),
    currency: amount.currency,
    ...(requested === null ? {} : { amountAppliedFor: yuan(requested) }),
    amountAwarded: yuan(amount),
    amountDisbursed: yuan(disbursed),
    awardDate: awardedOn,
    ...(startsOn === null ? {} : { plannedDates: [runs] }),
    recipientOrganization: [organization(recipient)],
    // The hub does not know whose money a pool holds, so the pool itself is who gives.
    fundingOrganization: [{ id: hubId(pool.id), name: pool.name }],
    grantProgramme: [{ code: pool.kind, title: pool.name }],
    beneficiaryLocation: [
      {
        name: recipient.area.name,
        countryCode: 'CN',
        geoCode: recipient.area.code,
        geoCodeType: 'GB/T 2260',
      },
    ],
    classifications: [{ vocabulary: 'Linkage Hub GrantStatus', code: status }],
  };
}
