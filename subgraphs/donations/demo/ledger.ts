import { demoId, demoTime } from '#shared/demo/identity.js';
import type { Donation } from '../donation/donation.entity.js';
import type { Grant } from '../grant/grant.entity.js';
import type { AccountCode, Entry, Posting } from '../ledger/entry.entity.js';

/** What the demonstration year's grants are dated. */
const grantedOn = '2025-06-01';

interface Books {
  entries: Entry[];
  postings: Posting[];
}

/** Writes the ledger of the dataset's gifts and grants. */
export function demoLedger(
  gifts: readonly Omit<Donation, 'createdAt' | 'updatedAt' | 'version'>[],
  grants: readonly Omit<Grant, 'createdAt' | 'updatedAt' | 'version'>[],
): Books {
  const books: Books = { entries: [], postings: [] };
  for (const gift of gifts) {
    const [debit, credit]: [AccountCode, AccountCode] =
      gift.kind === 'CASH' ? ['CASH_HELD', 'CASH_DONATIONS'] : ['GOODS_HELD', 'GOODS_DONATIONS'];
    book(books, gift.id, debit, credit, gift.amountFen, {
      kind: 'DONATION',
      occurredOn: gift.receivedOn,
      donationId: gift.id,
      campaignId: gift.campaignId,
      organizationId: gift.organizationId,
      projectId: gift.projectId,
      // Nobody knows who gave, so each gift counts as a donor of its own.
      donorKey: `gift:${gift.id}`,
      areaCode: gift.areaCode,
    });
  }
  for (const grant of grants) {
    const owner = {
      occurredOn: grantedOn,
      grantId: grant.id,
      organizationId: grant.organizationId,
      areaCode: grant.areaCode,
    };
    book(books, `award ${grant.id}`, 'GRANTS_AWARDED', 'GRANTS_PAYABLE', grant.amountFen, {
      ...owner,
      kind: 'AWARD',
    });
    book(books, `disburse ${grant.id}`, 'GRANTS_PAYABLE', 'POOL_CASH', grant.disbursedFen, {
      ...owner,
      kind: 'DISBURSEMENT',
    });
  }
  return books;
}

function book(
  { entries, postings }: Books,
  key: string,
  debit: AccountCode,
  credit: AccountCode,
  amountFen: bigint,
  entry: Partial<Entry> & Pick<Entry, 'kind' | 'occurredOn'>,
): void {
  const id = demoId('entry', key);
  entries.push({
    id,
    recordedAt: demoTime(entries.length),
    idempotencyScope: 'demonstration',
    idempotencyKey: key,
    requestHash: id,
    reverses: null,
    donationId: null,
    grantId: null,
    campaignId: null,
    organizationId: null,
    projectId: null,
    donorPartnerId: null,
    donorKey: null,
    areaCode: null,
    ...entry,
  });
  postings.push(
    { entryId: id, position: 1, accountCode: debit, amountFen },
    { entryId: id, position: 2, accountCode: credit, amountFen: -amountFen },
  );
}
