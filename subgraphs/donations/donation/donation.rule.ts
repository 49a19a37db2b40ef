import { examineQuantity } from '#shared/decimal.js';
import type { Finding } from '#shared/finding.js';
import { amountMaxFen, examineAmount, yuanOfFen } from '#shared/money.js';
import { Inspection } from '#shared/problem.js';
import { examineText } from '#shared/text.js';
import { examineWords } from '../ledger/note.rule.js';
import { DonationKind, Valuation } from './donation.entity.js';
import { ContributionKind, type InKindItemInput, type RecordDonationInput } from './donation.input.js';

const nameMax = 200;
const unitMax = 20;
const receiptNumberMax = 50;
/** A gift of more kinds of goods is a list, to be recorded in parts. */
const itemsMax = 200;
/** Nothing in the hub is older; an earlier year is a slip of the keyboard. */
const firstDay = '2000-01-01';
/** R-VAL-03: units in which service is counted, not goods. */
const serviceUnits = /^(小时|钟头|工时|课时|学时|人时|工日|人日|h|hrs?|hours?|person-hours?)$/iu;

/** A gift with its amounts read. */
export interface ExaminedGift {
  amountFen: bigint;
  /** Fair values in the order of the items. */
  fairValuesFen: (bigint | null)[];
  inspection: Inspection;
}

/** Examines what a gift says by itself; whom it names is asked afterwards. */
export function examineGift(input: RecordDonationInput, today: string): ExaminedGift {
  const inspection = new Inspection()
    .add('receivedOn', examineReceivedOn(input.receivedOn, input.pledged === true ? null : today))
    .add('donorName', input.donorName == null ? [] : examineName(input.donorName))
    .expect(input.currency !== null, 'currency', 'CURRENCY_MISSING', 'CNY is expected.')
    .expect(
      (input.campaignId ?? input.organizationId ?? input.projectId) != null,
      'organizationId',
      'BENEFICIARY_MISSING',
      'a campaign, an organization or a project is expected.',
    );
  examineContribution(inspection, input);
  return { inspection, ...examineAmounts(inspection, input) };
}

/** Says that a gift is none, or that its receipt may not exist (R-RCP-03, R-RCP-04). */
function examineContribution(inspection: Inspection, input: RecordDonationInput): void {
  const kind = input.contributionKind ?? ContributionKind.DONATION;
  const isGift = kind === ContributionKind.DONATION;
  inspection.expect(
    isGift,
    'contributionKind',
    'NOT_A_DONATION',
    `a ${kind} is no gift and is not booked as one.`,
  );
  const number = input.receiptNumber;
  if (number == null) return;
  const reason = isGift ? receiptRefusal(input) : `a ${kind} has none`;
  inspection.add('receiptNumber', examineReceiptNumber(number, reason));
}

const receiptRefusal = ({ anonymous, pledged }: RecordDonationInput): string | null => {
  if (anonymous === true) return 'an anonymous gift has none';
  return pledged === true ? 'a pledge has none until it is received' : null;
};

/** Examines a receipt's number; a reason says why there may be no receipt at all. */
export function examineReceiptNumber(number: string, reason: string | null): Finding[] {
  if (reason !== null) return [{ code: 'RECEIPT_NOT_ALLOWED', message: `${reason}.` }];
  return examineText(number, { max: receiptNumberMax });
}

/** R-RCP-02: how receipts are usually numbered; a warning, because other forms are about. */
export function warnOfReceiptNumber(number: string | null): Finding[] {
  if (number === null || /^\d{10}$/.test(number)) return [];
  return [
    { code: 'RECEIPT_NUMBER_UNUSUAL', message: 'a receipt number usually has 10 digits.', found: number },
  ];
}

/** Examines the day of a receipt; a pledge has no latest day. */
export function examineReceivedOn(day: string, today: string | null): Finding[] {
  if (day < firstDay)
    return [
      { code: 'DAY_TOO_EARLY', message: `${day} found, ${firstDay} or later is expected.`, found: day },
    ];
  if (today !== null && day > today)
    return [
      {
        code: 'DAY_IN_FUTURE',
        message: `${day} is after today, ${today}.`,
        found: day,
        allowed: `at most ${today}`,
      },
    ];
  return [];
}

/** Yields the day on which something was given: of a promise for a later day, today, because that is when it was made. */
export function givenOn(
  { receivedOn, pledged }: Pick<RecordDonationInput, 'receivedOn' | 'pledged'>,
  today: string,
): string {
  return pledged === true && receivedOn > today ? today : receivedOn;
}

/** Says nothing of the name itself: the answer may be logged somewhere. */
function examineName(name: string): Finding[] {
  return examineWords(name, { max: nameMax }).map(({ code, message }) => ({ code, message }));
}

function examineAmounts(
  inspection: Inspection,
  input: RecordDonationInput,
): Omit<ExaminedGift, 'inspection'> {
  const items = input.items ?? [];
  if (input.kind === DonationKind.CASH) {
    inspection.expect(items.length === 0, 'items', 'ITEMS_NOT_ALLOWED', 'a gift in cash has no goods.');
    if (input.amount == null) {
      inspection.expect(false, 'amount', 'AMOUNT_MISSING', 'a gift in cash has an amount.');
      return { amountFen: 0n, fairValuesFen: [] };
    }
    const { fen, findings } = examineAmount(input.amount);
    inspection.add('amount', findings);
    return { amountFen: fen ?? 0n, fairValuesFen: [] };
  }
  const counted = items.length > 0 && items.length <= itemsMax;
  inspection.expect(
    counted,
    'items',
    'ITEMS_COUNT',
    `${items.length} kinds of goods found, 1 to ${itemsMax} are expected.`,
  );
  const fairValuesFen = items
    .slice(0, itemsMax)
    .map((item, index) => examineItem(inspection, item, `items.${index}`));
  const amountFen = fairValuesFen.reduce<bigint>((sum, fen) => sum + (fen ?? 0n), 0n);
  examineSum(inspection, input.amount, amountFen);
  return { amountFen, fairValuesFen };
}

/** R-RCP-05: goods are worth the sum of their fair values, whatever else is written. */
function examineSum(inspection: Inspection, amount: string | null | undefined, sum: bigint): void {
  inspection.expect(
    sum <= amountMaxFen,
    'items',
    'AMOUNT_TOO_LARGE',
    `fair values of ${yuanOfFen(sum)} found, at most ${yuanOfFen(amountMaxFen)} is allowed.`,
  );
  if (amount == null) return;
  // Goods that cannot be measured are worth 0, and saying so is right.
  const { fen, findings } = /^0(\.0{1,2})?$/.test(amount) ? { fen: 0n, findings: [] } : examineAmount(amount);
  inspection.add('amount', findings);
  inspection.expect(
    findings.length > 0 || fen === sum,
    'amount',
    'AMOUNT_MISMATCH',
    `${amount} found, the fair values add up to ${yuanOfFen(sum)}.`,
  );
}

function examineItem(inspection: Inspection, item: InKindItemInput, path: string): bigint | null {
  inspection
    .add(`${path}.name`, examineWords(item.name, { max: nameMax }))
    .add(`${path}.quantity`, examineQuantity(item.quantity))
    .add(`${path}.unit`, examineText(item.unit, { max: unitMax }))
    .expect(
      !serviceUnits.test(item.unit.normalize('NFKC').trim()),
      `${path}.unit`,
      'SERVICE_HOURS_HAVE_NO_VALUE',
      'hours of service are no goods and have no value in the books.',
    );
  const field = `${path}.fairValue`;
  const { fairValue, valuation } = item;
  if (valuation === Valuation.NOT_MEASURABLE) {
    inspection.expect(
      fairValue == null,
      field,
      'FAIR_VALUE_NOT_ALLOWED',
      'what is NOT_MEASURABLE has no fair value.',
    );
    return null;
  }
  if (fairValue == null) {
    inspection.expect(
      false,
      field,
      'FAIR_VALUE_MISSING',
      `a fair value is expected, or the valuation NOT_MEASURABLE.`,
    );
    return null;
  }
  const { fen, findings } = examineAmount(fairValue);
  inspection.add(field, findings);
  return fen;
}

/** Makes names that people write alike equal: width, case and blanks do not tell donors apart. */
export function normalizedName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
