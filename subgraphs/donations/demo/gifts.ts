import { brands, dayAndNight, incubationBase } from '#shared/demo/bodies.js';
import { demoId, split } from '#shared/demo/identity.js';
import { city } from '#shared/demo/places.js';
import { Provenance } from '#shared/provenance.js';
import { type Campaign, CampaignStatus } from '../campaign/campaign.entity.js';
import {
  type Donation,
  DonationKind,
  DonationStatus,
  type InKindItem,
  Valuation,
} from '../donation/donation.entity.js';

/** Published: three galas from 2021, CNY 7,000,000 in all; 朝夕相伴计划, CNY 1,370,000 in funds and materials. */
const galaTotalFen = 700_000_000n;
const galaYears = [2021, 2022, 2023];
/** Derived: how the total falls to the years, and how the plan's total falls to cash and goods. */
const galaWeights = [21, 23, 26];
const planCashFen = 87_000_000n;
const planGoodsFen = 50_000_000n;
/** Derived: the year after the last gala. */
const planYear = 2024;

const giftsPerGala = 100;
const planCashGifts = 20;
const planGoodsGifts = 10;

type CampaignRow = Omit<Campaign, 'createdAt' | 'updatedAt' | 'version'>;
type DonationRow = Omit<Donation, 'createdAt' | 'updatedAt' | 'version'>;

const baseId = demoId('organization', incubationBase.key);
const planId = demoId('project', dayAndNight);
const planName = brands.find(({ key }) => key === dayAndNight)?.name ?? '';

/** The galas and the plan; the galas name no beneficiary and no fundraiser. */
export function demoCampaigns(): CampaignRow[] {
  const galas = galaYears.map((year) =>
    campaign(`gala-${year}`, {
      title: `${year}年慈善晚会`,
      titleEn: `Charity Gala ${year}`,
      startsOn: `${year}-12-01`,
      endsOn: `${year + 1}-01-01`,
    }),
  );
  const plan = campaign('day-and-night', {
    title: planName,
    titleEn: 'Day and Night Companionship Plan',
    organizationId: baseId,
    projectId: planId,
    startsOn: `${planYear}-03-01`,
    endsOn: `${planYear + 1}-01-01`,
  });
  return [...galas, plan];
}

function campaign(
  key: string,
  rest: Pick<CampaignRow, 'title' | 'titleEn' | 'startsOn' | 'endsOn'> & Partial<CampaignRow>,
): CampaignRow {
  return {
    id: demoId('campaign', key),
    filingNumber: null,
    fundraiserId: null,
    organizationId: null,
    projectId: null,
    areaCode: city,
    targetFen: null,
    status: CampaignStatus.CLOSED,
    filedOn: null,
    emergency: false,
    mode: null,
    extraFilingNumber: null,
    platformIds: [],
    fundraiserUscc: null,
    fundraiserQualified: null,
    hasPlan: false,
    provenance: Provenance.PUBLISHED,
    source: 'A',
    ...rest,
  };
}

/** Gifts that add up to the published totals. No donor is named by the facts, so every gift is anonymous. */
export function demoGifts(): { donations: DonationRow[]; items: InKindItem[] } {
  const galaShares = split(galaTotalFen, galaWeights);
  const galas = galaYears.flatMap((year, index) =>
    gifts(
      `gala-${year}`,
      DonationKind.CASH,
      galaShares[index] ?? 0n,
      giftsPerGala,
      (gift) => `${year}-12-${twoDigits((gift % 28) + 1)}`,
    ),
  );
  const plan = { organizationId: baseId, projectId: planId };
  const monthly = (gift: number) => `${planYear}-${twoDigits((gift % 9) + 3)}-15`;
  const cash = gifts('day-and-night', DonationKind.CASH, planCashFen, planCashGifts, monthly).map((gift) => ({
    ...gift,
    ...plan,
  }));
  const goods = gifts('day-and-night', DonationKind.IN_KIND, planGoodsFen, planGoodsGifts, monthly).map(
    (gift) => ({
      ...gift,
      ...plan,
    }),
  );
  return { donations: [...galas, ...cash, ...goods], items: goods.flatMap(itemsOf) };
}

function gifts(
  campaignKey: string,
  kind: Donation['kind'],
  totalFen: bigint,
  count: number,
  dayOf: (gift: number) => string,
): DonationRow[] {
  const weights = Array.from({ length: count }, (_, gift) => 1 + (gift % 10));
  return split(totalFen, weights).map((amountFen, gift) => ({
    id: demoId('donation', `${campaignKey} ${kind} ${gift}`),
    campaignId: demoId('campaign', campaignKey),
    kind,
    amountFen,
    refundedFen: 0n,
    donorName: null,
    anonymous: true,
    donorPartnerId: null,
    organizationId: null,
    projectId: null,
    areaCode: city,
    receivedOn: dayOf(gift),
    status: DonationStatus.RECEIVED,
    receiptNumber: null,
    provenance: Provenance.SYNTHETIC,
    source: 'A',
  }));
}

/** Goods at fair value, and one that cannot be measured: it is kept and counts in no sum (R-VAL-01). */
function itemsOf({ id, amountFen }: DonationRow, index: number): InKindItem[] {
  const valued: InKindItem = {
    donationId: id,
    position: 1,
    name: '生活物资',
    quantity: '100',
    unit: '份',
    fairValueFen: amountFen,
    valuation: Valuation.INVOICE,
  };
  if (index > 0) return [valued];
  return [
    valued,
    {
      donationId: id,
      position: 2,
      name: '手工艺品',
      quantity: '20',
      unit: '件',
      fairValueFen: null,
      valuation: Valuation.NOT_MEASURABLE,
    },
  ];
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
