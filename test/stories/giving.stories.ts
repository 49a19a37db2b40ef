// Money and goods reach an organization: a campaign filed and opened, gifts, a refund, a grant awarded and paid out; the books balance.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { subgraphs } from '#gateway/embedded.js';
import { checkBooks } from '#shared/books.js';
import { addDays } from '#shared/calendar.js';
import { tokenOrganizationId } from '#shared/demo/bodies.js';
import { fenOfYuan } from '#shared/money.js';
import { today } from '#shared/today.js';
import { stories } from '../kit/each-mode.js';

const money =
  'raised { amount } raisedCash { amount } raisedInKind { amount } pledged { amount } refunded { amount } granted { amount } disbursed { amount } donationCount donorCount';
const dashboard = `query ($area: AreaCode!, $organization: ID!, $campaign: ID!) {
  area(code: $area) { funds { ${money} } } organization(id: $organization) { funds { ${money} } } campaign(id: $campaign) { status funds { ${money} } } }`;
interface Amount {
  amount: string;
}
interface Funds {
  raised: Amount;
  raisedCash: Amount;
  raisedInKind: Amount;
  pledged: Amount;
  refunded: Amount;
  granted: Amount;
  disbursed: Amount;
  donationCount: number;
  donorCount: number;
}
interface Row {
  __typename: string;
  id: string;
  version: number;
}
const fen = ({ amount }: Amount): bigint => fenOfYuan(amount) as bigint;

export const giving = stories('Giving', (hub) => {
  const as = async (role: 'finance' | 'organization', name: string, selection: string, input: object) => {
    const document = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
      __typename ... on Problem { code message } ... on InvalidInput { problems { field code } } ${selection} } }`;
    const keyed = { idempotencyKey: randomUUID(), ...input };
    return (await hub().as(role).expectData<Record<string, Row>>(document, { input: keyed }))[name] as Row;
  };

  test('from the plan to the books', async () => {
    const startsOn = addDays(today(), -20);
    const campaign = await as('finance', 'openCampaign', '... on Campaign { id version status }', {
      title: `邻里互助 ${randomUUID()}`,
      filingNumber: '53100000500021326DA26001',
      filedOn: addDays(startsOn, -12),
      organizationId: tokenOrganizationId,
      startsOn,
      endsOn: addDays(today(), 40),
      target: '100000.00',
    });
    expect(campaign).toMatchObject({ __typename: 'Campaign', status: 'OPEN' });
    const variables = { area: '360300', organization: tokenOrganizationId, campaign: campaign.id };
    type Dashboard = Record<'area' | 'organization' | 'campaign', { funds: Funds }>;
    const before = await hub().expectData<Dashboard>(dashboard, variables);

    const donation = '... on Donation { id status amount { amount } refunded { amount } donorName }';
    const cash = {
      campaignId: campaign.id,
      kind: 'CASH',
      amount: '1000.01',
      donorName: '李四',
      receivedOn: addDays(today(), -3),
    };
    const gift = await as('finance', 'recordDonation', donation, cash);
    expect(gift).toMatchObject({ status: 'RECEIVED', amount: { amount: '1000.01' }, donorName: '李四' });
    const goods = await as('finance', 'recordDonation', donation, {
      campaignId: campaign.id,
      kind: 'IN_KIND',
      anonymous: true,
      donorName: '王五',
      receivedOn: today(),
      items: [
        { name: '棉被', quantity: '20', unit: '床', fairValue: '2500.50', valuation: 'INVOICE' },
        { name: '手工艺品', quantity: '3', unit: '件', valuation: 'NOT_MEASURABLE' },
      ],
    });
    expect(goods).toMatchObject({ status: 'RECEIVED', amount: { amount: '2500.50' }, donorName: null });
    const refund = '... on RefundExceedsDonation { refundable { amount } }';
    const tooMuch = { donationId: gift.id, amount: '1000.02', reason: '重复捐赠' };
    expect(await as('finance', 'refundDonation', donation + refund, tooMuch)).toMatchObject({
      __typename: 'RefundExceedsDonation',
      refundable: { amount: '1000.01' },
    });
    const part = { donationId: gift.id, amount: '0.01', reason: '多付一分' };
    expect(await as('finance', 'refundDonation', donation + refund, part)).toMatchObject({
      status: 'PARTLY_REFUNDED',
      refunded: { amount: '0.01' },
    });

    const pool = await as('finance', 'openFundingPool', '... on FundingPool { id available { amount } }', {
      name: `社区微项目 ${randomUUID()}`,
      kind: 'LIVELIHOOD_MICRO_PROJECT',
      areaCodes: ['360300'],
      budget: '50000.00',
      perGrantMax: '30000.00',
    });
    const grantFields =
      '... on Grant { id version status amount { amount } disbursed { amount } pool { available { amount } } }';
    const applied = await as('organization', 'applyForGrant', grantFields, {
      poolId: pool.id,
      organizationId: tokenOrganizationId,
      amount: '20000.00',
    });
    expect(applied).toMatchObject({ __typename: 'Grant', status: 'APPLIED' });
    const awarded = await as('finance', 'awardGrant', grantFields, {
      grantId: applied.id,
      version: applied.version,
    });
    expect(awarded).toMatchObject({ status: 'AWARDED', pool: { available: { amount: '30000.00' } } });
    const paid = await as('finance', 'disburseGrant', grantFields, {
      grantId: applied.id,
      version: awarded.version,
      amount: '20000.00',
    });
    expect(paid).toMatchObject({ status: 'IN_PROGRESS', disbursed: { amount: '20000.00' } });

    const after = await hub().expectData<Dashboard>(dashboard, variables);
    for (const owner of ['area', 'organization', 'campaign'] as const) {
      const change = (figure: keyof Funds) =>
        fen(after[owner].funds[figure] as Amount) - fen(before[owner].funds[figure] as Amount);
      expect([change('raisedCash'), change('raisedInKind'), change('refunded'), change('raised')]).toEqual([
        100_001n,
        250_050n,
        1n,
        350_050n,
      ]);
      expect(change('pledged')).toBe(0n);
      const isPaid = owner !== 'campaign';
      expect([change('granted'), change('disbursed')]).toEqual(isPaid ? [2_000_000n, 2_000_000n] : [0n, 0n]);
      expect(after[owner].funds.donationCount).toBe(before[owner].funds.donationCount + 2);
      expect(after[owner].funds.donorCount).toBe(before[owner].funds.donorCount + 2);
    }
    const books = new Map(Object.values(subgraphs).map(({ name, books: own }) => [name, own]));
    const findings = await checkBooks(books, () => hub().database.address);
    expect(findings.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });

  test('who gave is for finance alone, in both topologies', async () => {
    const document = '{ donations(first: 1) { nodes { id donorName amount { amount } } } }';
    expect((await hub().run(document)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    for (const role of ['viewer', 'partner', 'organization', 'analyst'] as const)
      expect((await hub().as(role).run(document)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    for (const role of ['finance', 'admin'] as const)
      expect(
        (await hub().as(role).expectData<{ donations: { nodes: object[] } }>(document)).donations.nodes,
      ).toHaveLength(1);
  });
});
