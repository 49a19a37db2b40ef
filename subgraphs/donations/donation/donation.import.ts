import { entitiesByKey, entitiesWhere, rowsOf } from '#shared/database/rows.js';
import { raw, sql } from '#shared/database/sql.js';
import type { Existing, Given, Importer, Job, Plan, Writing, WrittenRow } from '#shared/imports/importer.js';
import { errorsOf, findingWarnings, rowError } from '#shared/imports/problems.js';
import type { RowProblem } from '#shared/imports/protocol.js';
import { lookedFor } from '#shared/imports/references.js';
import { insertPlanned } from '#shared/imports/writing-rows.js';
import { yuanOfFen } from '#shared/money.js';
import { InvalidInput, Problem } from '#shared/problem.js';
import { run } from '#shared/database/run.js';
import { today } from '#shared/today.js';
import type { DonationsContext } from '../context.js';
import { bookAll } from '../ledger/entry.service.js';
import {
  type Beneficiary,
  beneficiaryOf,
  campaignOf,
  findSurroundings,
  type GiftSurroundings,
} from './donation.beneficiary.js';
import { closedCampaign, holdCampaigns } from './donation.campaign.js';
import { donationRow, itemRows, withoutAnonymousDonor } from './donation.draft.js';
import { Donation, DonationKind, DonationStatus, InKindItem } from './donation.entity.js';
import type { RecordDonationInput } from './donation.input.js';
import { reversalOf } from './donation.ledger.js';
import { examineGift, type ExaminedGift, normalizedName, warnOfReceiptNumber } from './donation.rule.js';
import { bookGifts } from './donation.service.js';

type Row = Given<RecordDonationInput>;

/** A gift that is to be written. */
type GiftValues = Partial<Donation> & { input: RecordDonationInput; gift: ExaminedGift };

/** A row with what was found out about it; `values` are missing where it is refused. */
interface Examined {
  row: Row;
  problems: RowProblem[];
  values: GiftValues | null;
}

/** Takes donations in bulk. What is on record is never changed, and taking a file back reverses its entries. */
export const donationImporter: Importer<DonationsContext, GiftValues, unknown> = {
  mutation: 'recordDonation',
  input: 'RecordDonationInput',
  action: 'importDonations',
  entity: Donation.name,
  table: 'donations.donation',
  authorize: ({ authorize }) => authorize('recordDonation', {}),
  plan: planRows,
  create: createGifts,
  update: null,
  referrers: [],
  foreignReferrers: [],
  takeBack: async (writing, { created }) => reverseGifts(writing, created),
};

async function planRows(
  context: DonationsContext,
  rows: readonly Row[],
  job: Job,
): Promise<Plan<GiftValues, unknown>[]> {
  const known = rows.map((row) => ({ ...row, input: withoutAnonymousDonor(row.input) }));
  const around = await findSurroundings(
    context,
    known.map(({ input }) => input),
  );
  const examined = known.map((row) => examineRow(row, around));
  const alike = await findAlike(context, examined);
  return examined.map((found) => planOf(found, alike, job));
}

function examineRow(row: Row, around: GiftSurroundings): Examined {
  const { input } = row;
  const gift = examineGift(input, today());
  const beneficiary = beneficiaryOf(input, gift, around);
  if (beneficiary instanceof Problem) return { row, problems: refusalsOf(beneficiary), values: null };
  const campaign = campaignOf(input, around);
  const closed = campaign && closedCampaign(campaign, input);
  return {
    row,
    problems: closed ? [rowError('campaignId', { code: closed.code, message: closed.message })] : [],
    values: closed ? null : valuesOf(input, gift, beneficiary),
  };
}

const valuesOf = (input: RecordDonationInput, gift: ExaminedGift, beneficiary: Beneficiary): GiftValues => ({
  ...donationRow(input, gift.amountFen, beneficiary),
  input,
  gift,
});

function refusalsOf(found: Problem): RowProblem[] {
  if (found instanceof InvalidInput) return errorsOf(found);
  const { field } = found as Problem & { field?: string };
  return [rowError(field ?? null, { code: found.code, message: found.message })];
}

/** Reads the donations that any of some may be like: by the receipt, or by what was given to whom on which day. */
async function findAlike({ em }: DonationsContext, examined: readonly Examined[]): Promise<Alike[]> {
  const gifts = examined.flatMap(({ values }) => values ?? []);
  const of = <Key extends keyof Donation>(key: Key) => gifts.map((values) => values[key] as string | null);
  const amounts = gifts.map(({ amountFen }) => String(amountFen));
  const receipts = lookedFor(of('receiptNumber').filter((number) => number !== null));
  const donations = await entitiesWhere(
    em,
    'viewer',
    Donation,
    sql`row.status <> 'REVERSED' and row.id in (
      select id from donations.donation where receipt_number = any(${receipts}::text[])
      union all
      select d.id from (select distinct * from unnest(${of('receivedOn')}::date[], ${amounts}::bigint[], ${of('kind')}::text[],
          ${of('campaignId')}::uuid[], ${of('organizationId')}::uuid[], ${of('projectId')}::uuid[])
        as w(received_on, amount_fen, kind, campaign_id, organization_id, project_id)) w
      join donations.donation d on d.received_on = w.received_on and d.amount_fen = w.amount_fen and d.kind = w.kind
        and (d.campaign_id, d.organization_id, d.project_id) is not distinct from (w.campaign_id, w.organization_id, w.project_id))`,
    raw('order by row.created_at, row.id'),
  );
  const ids = donations.filter(({ kind }) => kind === DonationKind.IN_KIND).map(({ id }) => id);
  const items = await entitiesByKey(em, 'viewer', InKindItem, 'donationId', ids);
  const goods = Map.groupBy(items, ({ donationId }) => donationId);
  return donations.map((donation) => ({ donation, goods: goodsOf(goods.get(donation.id) ?? []) }));
}

/** A donation on record, and its goods. */
interface Alike {
  donation: Donation;
  goods: string;
}

/** Goods as they are compared: many that cannot be measured are worth the same, which is nothing. */
const goodsOf = (items: readonly Partial<InKindItem>[]): string =>
  items
    .map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`)
    .sort()
    .join();

function planOf(
  { row, problems, values }: Examined,
  alike: readonly Alike[],
  job: Job,
): Plan<GiftValues, unknown> {
  const number = values?.receiptNumber ?? null;
  const warnings = findingWarnings('receiptNumber', warnOfReceiptNumber(row.input.receiptNumber ?? null));
  return {
    number: row.number,
    problems: [...problems, ...warnings],
    existing: values && existingOf(values, alike, job),
    keys: number === null ? [] : [{ key: `receipt ${number}`, taken: null }],
    values: values as GiftValues,
    changes: null,
  };
}

/** Nobody knows whether two equal gifts without receipts are one, so each on record stands for one row of a file. */
function existingOf(values: GiftValues, alike: readonly Alike[], { claimed }: Job): Existing | null {
  const byReceipt =
    values.receiptNumber == null
      ? undefined
      : alike.find(({ donation }) => donation.receiptNumber === values.receiptNumber);
  const found = byReceipt ?? alike.find((other) => !claimed.has(other.donation.id) && isAlike(values, other));
  if (found === undefined) return null;
  const { id, version, amountFen, receivedOn } = found.donation;
  claimed.add(id);
  return { id, version, name: `${receivedOn} CNY ${yuanOfFen(amountFen)}`, taken: null };
}

function isAlike(one: GiftValues, { donation, goods }: Alike): boolean {
  // Two receipts are two gifts.
  if (one.receiptNumber != null && donation.receiptNumber !== null) return false;
  const sums = ['amountFen', 'receivedOn', 'kind', 'campaignId', 'organizationId', 'projectId'] as const;
  const donor = ({ donorPartnerId, donorName }: Partial<Donation>) =>
    donorPartnerId ?? (donorName == null ? null : normalizedName(donorName));
  return (
    sums.every((name) => one[name] === donation[name]) &&
    donor(one) === donor(donation) &&
    goodsOf(itemRows('', one.input, one.gift)) === goods
  );
}

async function createGifts(
  writing: Writing<DonationsContext>,
  plans: readonly Plan<GiftValues, unknown>[],
): Promise<WrittenRow[]> {
  const { writer } = writing;
  await addApart(writer);
  const open = await stillOpen(writing, plans);
  const rows = open.map((plan) => ({ ...plan, values: rowOf(plan.values) }));
  const { rows: donations, written } = await insertPlanned(writing, Donation, rows);
  const values = new Map(open.map((plan) => [plan.values.id, plan.values]));
  const gifts = donations.map((donation) => ({ donation, ...(values.get(donation.id) as GiftValues) }));
  await writer.insertParts(
    InKindItem,
    gifts.flatMap(({ donation, input, gift }) => itemRows(donation.id, input, gift)),
  );
  await bookGifts(writer, gifts);
  return written;
}

const rowOf = ({ input: _, gift: __, ...row }: GiftValues): Partial<Donation> => row;

/** Campaigns are held until the end, and may have closed since their gifts were examined. */
async function stillOpen(
  { writer }: Writing<DonationsContext>,
  plans: readonly Plan<GiftValues, unknown>[],
): Promise<Plan<GiftValues, unknown>[]> {
  const ids = new Set(plans.flatMap(({ values }) => values.campaignId ?? []));
  const held = await holdCampaigns(writer.em, [...ids]);
  return plans.filter(({ values }) => {
    const campaign = values.campaignId == null ? null : held.get(values.campaignId);
    return campaign === null || (campaign !== undefined && closedCampaign(campaign, values.input) === null);
  });
}

async function reverseGifts(
  { writer, job }: Writing<DonationsContext>,
  created: readonly WrittenRow[],
): Promise<void> {
  const { em } = writer;
  await addApart(writer);
  const numbers = new Map(created.map(({ id, number }) => [id, number]));
  for (let from = 0; from < created.length; from += chunkRows) {
    const ids = created.slice(from, from + chunkRows).map(({ id }) => id);
    const gifts = await entitiesByKey(em, 'viewer', Donation, 'id', ids);
    const entries = await rowsOf<{ id: string; occurredOn: string; donationId: string }>(
      em,
      sql`select id, occurred_on::text as "occurredOn", donation_id as "donationId" from donations.entry
        where donation_id = any(${ids}::uuid[])`,
    );
    const byId = new Map(gifts.map((gift) => [gift.id, gift]));
    await bookAll(
      writer,
      entries.map((entry) => ({
        cause: causeOf(job.id, numbers.get(entry.donationId) as number),
        ...reversalOf(byId.get(entry.donationId) as Donation, entry),
      })),
    );
    const changes = { status: DonationStatus.REVERSED };
    await writer.updateMany(
      Donation,
      ['status'],
      gifts.map((row) => ({ row, changes })),
    );
  }
  await run(em, sql`select donations.forget_reversed_donors(${job.id}::uuid)`);
}

const chunkRows = 1_000;

/** Lets the rest of the transaction add to sums where no gift at the same time does, so that none waits for the whole file. */
async function addApart({ em }: Writing<unknown>['writer']): Promise<void> {
  await run(em, sql`select set_config('hub.whole_file', 'on', true)`);
}

const causeOf = (job: string, row: number) => ({
  mutation: 'undoImportOfDonations',
  input: { idempotencyKey: `import:${job}:${row}` },
});
