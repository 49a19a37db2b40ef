// From a campaign to a gift and back: what finance does with the books.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { campaignOf, giftOf, giving } from './kit/giving.js';
import { openSubgraphs, type TestSubgraphs } from './kit/subgraphs.js';

let hub: TestSubgraphs;
let books: ReturnType<typeof giving>;
beforeAll(async () => {
  hub = await openSubgraphs();
  books = giving(hub);
});
afterAll(() => hub?.stop());

test('a gift to a campaign and its refund', async () => {
  const campaign = await books.open(campaignOf());
  expect(campaign).toMatchObject({
    __typename: 'Campaign',
    status: 'OPEN',
    events: [
      { from: null, to: 'DRAFT' },
      { from: 'DRAFT', to: 'OPEN' },
    ],
  });
  const gift = await books.record(giftOf({ campaignId: campaign.id }));
  expect(gift).toMatchObject({
    __typename: 'Donation',
    status: 'RECEIVED',
    amount: { amount: '100.00', currency: 'CNY' },
  });
  expect(await books.refund({ donationId: gift.id, amount: '40' })).toMatchObject({
    status: 'PARTLY_REFUNDED',
    refunded: { amount: '40.00' },
  });
  expect(await books.refund({ donationId: gift.id, amount: '60.01' })).toMatchObject({
    __typename: 'RefundExceedsDonation',
    refundable: { amount: '60.00' },
  });
  expect(randomUUID()).toBeTruthy();
});
