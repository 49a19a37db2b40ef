import type { Export } from '#gateway/exports/export.js';
import { pagesOf } from './connection.js';
import { jsonType } from './format/json.js';
import { givingPackage, hubId, organization, type Party, type Publishing, yuan } from './giving.js';

const document = `query ExportDonations($first: Int, $after: String, $campaign: ID) {
  donations(first: $first, after: $after, campaign: $campaign) {
    nodes {
      id kind status anonymous donorName receivedOn
      amount { amount currency }
      refunded { amount }
      donorPartner { id name uscc }
      organization { id name uscc }
      project { id name }
      campaign { id title fundraiser { id name uscc } organization { id name uscc } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Donation {
  id: string;
  kind: string;
  status: string;
  anonymous: boolean;
  donorName: string | null;
  receivedOn: string;
  amount: { amount: string; currency: string };
  refunded: { amount: string };
  donorPartner: Party | null;
  organization: Party | null;
  project: { id: string; name: string } | null;
  campaign: { id: string; title: string; fundraiser: Party | null; organization: Party | null } | null;
}

/** What was given (360Giving), for those who keep the books. */
export const donations = (publishing: Publishing): Export<Donation> => ({
  name: 'donations.360giving.json',
  contentType: jsonType,
  documents: [document],
  read: (ask, parameters) => pagesOf<Donation>(ask, { document, field: 'donations' }, parameters),
  write: (pages, facts) => givingPackage(pages, facts, publishing, (row) => itemOf(row, publishing)),
});

function itemOf(donation: Donation, publishing: Publishing) {
  const { id, kind, status, receivedOn, amount, refunded, campaign, project } = donation;
  const what = project?.name ?? campaign?.title ?? recipientOf(donation, publishing).name;
  return {
    id: hubId(id),
    title: what.slice(0, 140),
    description: [...new Set([what, campaign?.title ?? what, kind])].join('；'),
    currency: amount.currency,
    amountAwarded: yuan(amount),
    amountDisbursed: status === 'PLEDGED' ? 0 : less(amount.amount, refunded.amount),
    awardDate: receivedOn,
    recipientOrganization: [recipientOf(donation, publishing)],
    fundingOrganization: [donorOf(donation)],
    ...(campaign === null ? {} : { grantProgramme: [{ code: campaign.id, title: campaign.title }] }),
    classifications: [
      { vocabulary: 'Linkage Hub DonationKind', code: kind },
      { vocabulary: 'Linkage Hub DonationStatus', code: status },
    ],
    // The standard requires a name of whoever gives; this is the hub's own word for who it is.
    donorName: donation.donorName,
  };
}

/** Whom it is for; where that is nobody in particular, whoever raised it. */
function recipientOf({ organization: own, campaign }: Donation, { publisher }: Publishing) {
  const party = own ?? campaign?.organization ?? campaign?.fundraiser ?? null;
  return party === null ? { id: hubId('publisher'), name: publisher } : organization(party);
}

/** Two gifts of one name may be two people's; two of somebody anonymous cannot be told to be one's. */
function donorOf({ id, anonymous, donorName, donorPartner }: Donation) {
  if (donorPartner !== null) return organization(donorPartner);
  if (anonymous || donorName === null) return { id: hubId('anonymous'), name: '匿名 anonymous' };
  return { id: hubId(`donor-of-${id}`), name: donorName };
}

/** In fen, so that no digit is lost. */
const less = (one: string, other: string): number => (fen(one) - fen(other)) / 100;
const fen = (amount: string): number => Number(amount.replace('.', ''));
