// Campaigns from the draft to the end, by the charity law's rules.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '#shared/calendar.js';
import { today } from '#shared/today.js';
import { anonymous } from '#shared/viewer.js';
import { bodies } from '../kit/bodies.js';
import { withClient } from '../kit/database.js';
import { campaignOf, finance, fundsOf, giftOf, giving } from '../kit/giving.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let books: ReturnType<typeof giving>;
let make: ReturnType<typeof bodies>;
beforeAll(async () => {
  hub = await openSubgraphs();
  books = giving(hub);
  make = bodies(hub);
});
afterAll(() => hub?.stop());

const soon = addDays(today(), 30);
const plan = {
  purpose: '助老',
  areas: '萍乡市',
  responsiblePerson: `responsible ${randomUUID()}`,
  officeAddress: `office ${randomUUID()}`,
  waysOfReceiving: '银行转账',
  bankAccount: `account ${randomUUID()}`,
  beneficiaries: '独居老人',
  use: '物资',
  cost: '2%',
  surplus: '同类项目',
};

/** A charity that was qualified in 2015, until a day where one is given. */
async function charity(rest: object = {}, until: object | null = {}): Promise<string> {
  const id = await make.partner(rest);
  if (until !== null) await make.qualification(id, until);
  return id;
}

describe('opening', () => {
  test('appends each step, files it where it has a number, and takes the area of the organization', async () => {
    const organizationId = await make.organization({ area_code: '360313' });
    const projectId = await make.project(organizationId);
    const filed = await books.open(campaignOf({ projectId, filingNumber: '53100000500021326DA18051' }));
    expect(filed).toMatchObject({
      status: 'OPEN',
      areaCode: '360313',
      organization: { id: organizationId },
      project: { id: projectId },
      events: [
        { from: null, to: 'DRAFT' },
        { from: 'DRAFT', to: 'FILED' },
        { from: 'FILED', to: 'OPEN' },
      ],
      allowedTransitions: ['CLOSED', 'CANCELLED'],
    });
  });

  test('R-FND-01, R-FND-15: asks whether the charity is qualified on the first day', async () => {
    const revoked = await charity({}, { revoked_on: '2020-01-01' });
    const input = campaignOf({ fundraiserPartnerId: revoked });
    expect(await books.open(input)).toMatchObject({
      problems: [{ field: 'fundraiserPartnerId', code: 'FUNDRAISER_NOT_QUALIFIED' }],
    });
    expect(await books.open(campaignOf({ ...input, startsOn: '2019-06-01' }))).toMatchObject({
      __typename: 'Campaign',
      fundraiser: { id: revoked },
    });
    const unknown = await charity({}, null);
    expect(await books.open(campaignOf({ fundraiserPartnerId: unknown }))).toMatchObject({
      warnings: expect.arrayContaining([{ field: 'fundraiser', code: 'QUALIFICATION_NOT_RECORDED' }]),
    });
  });

  test('R-FND-07: refuses a partner that is no charity', async () => {
    const fundraiserPartnerId = await charity({ kind: 'ENTERPRISE' });
    expect(await books.open(campaignOf({ fundraiserPartnerId }))).toMatchObject({
      problems: [{ code: 'FUNDRAISER_NOT_QUALIFIED' }],
    });
  });

  test('R-FND-02: the plan is filed ten days before the start', async () => {
    const at = (days: number) =>
      books.open(campaignOf({ startsOn: addDays(today(), 10), filedOn: addDays(today(), days) }));
    expect(await at(0)).toMatchObject({ __typename: 'Campaign' });
    expect(await books.open(campaignOf({ startsOn: addDays(today(), 9), filedOn: today() }))).toMatchObject({
      problems: [{ field: 'filedOn', code: 'FILED_TOO_LATE' }],
    });
    expect(await at(1)).toMatchObject({ problems: [{ field: 'filedOn', code: 'DAY_IN_FUTURE' }] });
    const fundraiserPartnerId = await charity();
    expect(await books.open(campaignOf({ fundraiserPartnerId }))).toMatchObject({
      warnings: [
        { field: 'filedOn', code: 'FILING_DAY_MISSING' },
        { field: 'filingNumber', code: 'FILING_MISSING' },
        { field: 'plan', code: 'PLAN_MISSING' },
      ],
    });
  });

  test('R-FND-03: in an emergency the plan is filed within ten days after the start', async () => {
    const emergency = (days: number) =>
      books.open(campaignOf({ emergency: true, startsOn: addDays(today(), -days), filedOn: today() }));
    expect(await emergency(10)).toMatchObject({ __typename: 'Campaign' });
    expect(await emergency(11)).toMatchObject({ problems: [{ code: 'FILED_TOO_LATE' }] });
  });

  test('R-FND-04: a plan says everything; who answers for it is for finance alone', async () => {
    for (const part of Object.keys(plan).filter((name) => name !== 'bankAccount'))
      expect(await books.open(campaignOf({ plan: { ...plan, [part]: null } }))).toMatchObject({
        problems: [{ field: `plan.${part}`, code: 'PLAN_PART_MISSING' }],
      });
    expect(await books.open(campaignOf({ plan: { ...plan, use: ' ' } }))).toMatchObject({
      problems: [{ field: 'plan.use' }],
    });
    const campaign = await books.open(campaignOf({ plan }));
    expect(campaign).toMatchObject({
      plan: {
        purpose: plan.purpose,
        responsiblePerson: plan.responsiblePerson,
        bankAccount: plan.bankAccount,
      },
    });
    const read = (viewer: typeof anonymous, fields: string) =>
      hub.ask('donations', viewer, `query ($id: ID!) { campaign(id: $id) { plan { ${fields} } } }`, {
        id: campaign.id,
      });
    expect((await read(anonymous, 'purpose use')).data).toEqual({
      campaign: { plan: { purpose: plan.purpose, use: plan.use } },
    });
    for (const field of ['responsiblePerson', 'officeAddress', 'bankAccount'])
      expect((await read(viewerAs('analyst'), field)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await withClient(hub.database.address, async (client) => {
      const { rows } = await client.query(
        'select changes::text from donations.audit_record where entity_id = $1',
        [campaign.id],
      );
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(plan.responsiblePerson);
    });
  });

  test('R-FND-05: boxes and events stay where the charity is registered, or have a further filing', async () => {
    const fundraiserPartnerId = await charity({ area_code: '360300' });
    for (const mode of ['DONATION_BOX', 'EVENT']) {
      const input = { fundraiserPartnerId, mode, areaCode: '510681' };
      expect(await books.open(campaignOf(input))).toMatchObject({
        problems: [{ field: 'mode', code: 'OUTSIDE_REGISTERED_AREA' }],
      });
      expect(await books.open(campaignOf({ ...input, extraFilingNumber: 'X-1' }))).toMatchObject({
        __typename: 'Campaign',
      });
      expect(await books.open(campaignOf({ ...input, areaCode: '360302' }))).toMatchObject({
        __typename: 'Campaign',
      });
    }
    expect(
      await books.open(campaignOf({ fundraiserPartnerId, mode: 'MEDIA', areaCode: '510681' })),
    ).toMatchObject({ __typename: 'Campaign' });
    const national = await charity({ area_code: null });
    expect(
      await books.open(campaignOf({ fundraiserPartnerId: national, mode: 'EVENT', areaCode: '510681' })),
    ).toMatchObject({ __typename: 'Campaign' });
  });

  test('R-FND-06: online only on a platform that is designated on the first day', async () => {
    const on = (startsOn: string) =>
      books.open(campaignOf({ startsOn, platformIds: ['tencent', 'bytedance'] }));
    expect(await on('2020-01-01')).toMatchObject({
      problems: [{ field: 'platformIds.1', code: 'PLATFORM_NOT_DESIGNATED' }],
    });
    expect(await on('2022-01-01')).toMatchObject({ __typename: 'Campaign' });
    expect(await books.open(campaignOf({ platformIds: ['no-platform'] }))).toMatchObject({
      problems: [{ field: 'platformIds.0' }],
    });
  });

  test('R-FND-16: an unusual filing number, or one of another charity, is a warning', async () => {
    const uscc = '53360300MJ00000341';
    const fundraiserPartnerId = await charity({ uscc });
    const warned = async (filingNumber: string) =>
      (
        await books.open<{ warnings: { field: string; code: string }[] }>(
          campaignOf({ fundraiserPartnerId, filingNumber }),
        )
      ).warnings.filter(({ field }) => field === 'filingNumber');
    expect(await warned(`${uscc}A26001`)).toEqual([]);
    expect(await warned('53100000500021326DA18051')).toEqual([
      { field: 'filingNumber', code: 'FILING_NUMBER_OF_ANOTHER' },
    ]);
    expect(await warned('2026-1')).toEqual([{ field: 'filingNumber', code: 'FILING_NUMBER_UNUSUAL' }]);
  });

  test('R-REG-05: an organization that is no legal person needs a fiscal host or a charity', async () => {
    const filed = { registration_status: 'FILED', kind: 'COMMUNITY_ORGANIZATION' };
    const alone = await make.organization(filed);
    const hosted = await make.organization({ ...filed, fiscal_host_id: await make.organization() });
    expect(await books.open(campaignOf({ organizationId: alone }))).toMatchObject({
      problems: [{ field: 'organizationId', code: 'FISCAL_HOST_REQUIRED' }],
    });
    expect(await books.open(campaignOf({ organizationId: hosted }))).toMatchObject({
      __typename: 'Campaign',
    });
    expect(
      await books.open(campaignOf({ organizationId: alone, fundraiserPartnerId: await charity() })),
    ).toMatchObject({ __typename: 'Campaign' });
  });

  test('lists everything that is wrong at once', async () => {
    const wrong = campaignOf({ title: ' ', startsOn: '1999-01-01', endsOn: '1999-01-01', target: '0' });
    const { problems } = await books.open(wrong);
    expect(problems?.map(({ field }) => field).sort()).toEqual(['endsOn', 'startsOn', 'target', 'title']);
  });

  test.each(['fundraiserPartnerId', 'organizationId', 'projectId'])(
    'refuses an unknown %s',
    async (field) => {
      expect(await books.open(campaignOf({ [field]: randomUUID() }))).toMatchObject({
        __typename: 'UnknownReference',
        field,
      });
    },
  );
});

describe('R-FND-08: disclosures', () => {
  test('of half a year and less: in full within three months', async () => {
    expect(await books.open(campaignOf({ startsOn: '2026-01-31', endsOn: '2026-07-31' }))).toMatchObject({
      disclosures: [{ dueOn: '2026-10-31', kind: 'FINAL' }],
    });
  });
  test('of a longer one: every three months as well', async () => {
    expect(await books.open(campaignOf({ startsOn: '2026-01-31', endsOn: '2026-08-01' }))).toMatchObject({
      disclosures: [
        { dueOn: '2026-04-30', kind: 'INTERIM' },
        { dueOn: '2026-07-31', kind: 'INTERIM' },
        { dueOn: '2026-11-01', kind: 'FINAL' },
      ],
    });
  });
});

describe('a gift to a campaign', () => {
  test('counts for its organization and project, unless others are named', async () => {
    const [organizationId, other] = [await make.organization(), await make.organization()];
    const projectId = await make.project(organizationId);
    const { id: campaignId } = await books.open(campaignOf({ organizationId, projectId }));
    expect(await books.record(giftOf({ campaignId, organizationId: null }))).toMatchObject({
      organization: { id: organizationId },
      project: { id: projectId },
      campaign: { id: campaignId },
    });
    expect(await books.record(giftOf({ campaignId, organizationId: other }))).toMatchObject({
      organization: { id: other },
      project: null,
    });
    expect(await fundsOf(hub, organizationId)).toMatchObject({ raised: { amount: '100.00' } });
    expect(await fundsOf(hub, campaignId, 'Campaign')).toMatchObject({ raised: { amount: '200.00' } });
  });

  test('case 60: is taken from the first day to before the end, while it is open', async () => {
    const { id: campaignId } = await books.open(campaignOf({ startsOn: '2026-02-01', endsOn: '2026-03-01' }));
    const on = (receivedOn: string) => books.record(giftOf({ campaignId, receivedOn }));
    for (const day of ['2026-01-31', '2026-03-01'])
      expect(await on(day)).toMatchObject({
        __typename: 'CampaignNotOpen',
        code: 'CAMPAIGN_NOT_OPEN',
        campaignStatus: 'OPEN',
      });
    for (const day of ['2026-02-01', '2026-02-28'])
      expect(await on(day)).toMatchObject({ __typename: 'Donation' });
    // A promise is made today, whatever day it names.
    const running = await books.open(campaignOf({ endsOn: addDays(today(), 1) }));
    const pledge = giftOf({ campaignId: running.id, pledged: true, receivedOn: soon });
    expect(await books.record(pledge)).toMatchObject({ status: 'PLEDGED', receivedOn: soon });
    const later = await books.open(campaignOf({ startsOn: soon }));
    expect(await books.record(giftOf({ campaignId: later.id }))).toMatchObject({
      __typename: 'CampaignNotOpen',
    });
  });

  test('case 60: is refused on a day on which the charity is not qualified, and by a closed organization', async () => {
    const fundraiserPartnerId = await charity({}, { valid_to: '2026-02-15' });
    const { id: campaignId } = await books.open(campaignOf({ startsOn: '2026-02-01', fundraiserPartnerId }));
    expect(await books.record(giftOf({ campaignId, receivedOn: '2026-02-14' }))).toMatchObject({
      __typename: 'Donation',
    });
    expect(await books.record(giftOf({ campaignId, receivedOn: '2026-02-15' }))).toMatchObject({
      problems: [{ field: 'campaignId', code: 'FUNDRAISER_NOT_QUALIFIED' }],
    });
    const organizationId = await make.organization();
    const own = await books.open(campaignOf({ organizationId }));
    await make.close(organizationId);
    expect(await books.record(giftOf({ campaignId: own.id, organizationId: null }))).toMatchObject({
      problems: [{ field: 'organizationId', code: 'ORGANIZATION_CLOSED' }],
    });
  });
});

describe('closing', () => {
  test('ends it; what comes then is refused', async () => {
    const campaign = await books.open(campaignOf());
    const closed = await books.close({ campaignId: campaign.id, version: 1, note: 'done' });
    expect(closed).toMatchObject({ status: 'CLOSED', version: 2, allowedTransitions: [] });
    expect(closed).toMatchObject({
      events: expect.arrayContaining([{ from: 'OPEN', to: 'CLOSED', note: 'done' }]),
    });
    expect(await books.record(giftOf({ campaignId: campaign.id }))).toMatchObject({
      __typename: 'CampaignNotOpen',
      campaignStatus: 'CLOSED',
    });
    expect(await books.close({ campaignId: campaign.id, version: 2 })).toMatchObject({
      __typename: 'InvalidTransition',
      allowed: [],
    });
    await expect(books.close({ campaignId: randomUUID(), version: 1 })).rejects.toThrow(/NOT_FOUND/);
  });

  test('case 61: is done by whoever read it last', async () => {
    const campaign = await books.open(campaignOf());
    const answers = await Promise.all([1, 2].map(() => books.close({ campaignId: campaign.id, version: 1 })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Campaign', 'StaleVersion']);
  });

  test('calls it off only while it received nothing; a pledge is nothing received', async () => {
    const campaign = await books.open(campaignOf());
    const pledge = await books.record(giftOf({ campaignId: campaign.id, pledged: true }));
    await books.receive({ donationId: pledge.id, version: 1 });
    expect(await books.close({ campaignId: campaign.id, version: 1, cancelled: true })).toMatchObject({
      __typename: 'InvalidTransition',
      allowed: ['CLOSED'],
    });
    const empty = await books.open(campaignOf());
    await books.record(giftOf({ campaignId: empty.id, pledged: true }));
    expect(await books.close({ campaignId: empty.id, version: 1, cancelled: true })).toMatchObject({
      status: 'CANCELLED',
    });
  });

  test('and giving at the same moment: no gift is in a campaign that was called off', async () => {
    for (let round = 0; round < 10; round += 1) {
      const campaign = await books.open(campaignOf());
      const gifts = Array.from({ length: 5 }, () => books.record(giftOf({ campaignId: campaign.id })));
      const [closed, ...given] = await Promise.all([
        books.close({ campaignId: campaign.id, version: 1, cancelled: true }),
        ...gifts,
      ]);
      const taken = given.filter(({ __typename }) => __typename === 'Donation');
      expect(closed.__typename === 'Campaign' ? taken : []).toEqual([]);
      expect(closed.__typename === 'InvalidTransition' ? taken.length : 1).toBeGreaterThan(0);
    }
  });

  test('is for finance and administrators', async () => {
    const mutation = `mutation ($input: CloseCampaignInput!) { closeCampaign(input: $input) { __typename } }`;
    const input = { idempotencyKey: randomUUID(), campaignId: randomUUID(), version: 1 };
    for (const role of ['viewer', 'partner', 'organization', 'analyst', 'internal'] as const)
      expect(
        (await hub.ask('donations', viewerAs(role), mutation, { input })).errors?.[0]?.extensions?.['code'],
      ).toBe('FORBIDDEN');
    expect((await hub.ask('donations', finance, mutation, { input })).errors?.[0]?.extensions?.['code']).toBe(
      'NOT_FOUND',
    );
  });
});
