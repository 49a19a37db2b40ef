import { addMonths } from '#shared/calendar.js';
import { Disclosure, DisclosureKind } from './disclosure.result.js';

/** R-FND-08: a cycle longer than this is reported on in between. */
const shortCycleMonths = 6;
const intervalMonths = 3;

/**
 * Yields the days by which a campaign's receipts must be published (R-FND-08): every three months of one that runs longer than
 * half a year, and in full three months after its end. Of one without an end, those up to the next.
 */
export function disclosuresOf(startsOn: string, endsOn: string | null, today: string): Disclosure[] {
  const isLong = endsOn === null || endsOn > addMonths(startsOn, shortCycleMonths);
  const until = endsOn ?? addMonths(today > startsOn ? today : startsOn, intervalMonths + 1);
  const list: Disclosure[] = [];
  for (let months = intervalMonths; isLong && addMonths(startsOn, months) < until; months += intervalMonths) {
    list.push(disclosure(addMonths(startsOn, months), DisclosureKind.INTERIM));
  }
  if (endsOn !== null) list.push(disclosure(addMonths(endsOn, intervalMonths), DisclosureKind.FINAL));
  return list;
}

const disclosure = (dueOn: string, kind: DisclosureKind): Disclosure =>
  Object.assign(new Disclosure(), { dueOn, kind });
