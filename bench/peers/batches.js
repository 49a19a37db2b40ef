// One DataLoader per relation, as a hand-written server has them.
import DataLoader from 'dataloader';
import { firstLinks, sumsOfFunds, yuan } from './statements.js';

const nothing = { fen: '0', donations: 0 };

/** Yields the loaders of one request. */
export function batches() {
  const links = new Map();
  return {
    links: (first) => {
      if (!links.has(first)) links.set(first, new DataLoader((ids) => linksOf(ids, first)));
      return links.get(first);
    },
    funds: new DataLoader(fundsOf),
  };
}

async function linksOf(ids, first) {
  const byOrganization = Map.groupBy(await firstLinks(ids, first), (row) => row.organization_id);
  return ids.map((id) =>
    (byOrganization.get(id) ?? []).map((row) => ({
      resource: { title: row.title },
      partner: { id: row.partner_id, name: row.partner_name },
    })),
  );
}

async function fundsOf(ids) {
  const byOwner = new Map((await sumsOfFunds(ids)).map((row) => [row.owner_id, row]));
  return ids.map((id) => {
    const { fen, donations } = byOwner.get(id) ?? nothing;
    return { raised: { amount: yuan(fen) }, donationCount: donations };
  });
}
