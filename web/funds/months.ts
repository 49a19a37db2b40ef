import type { Money } from './money.js';

interface Month {
  month: string;
  raised: Money;
  donationCount: number;
}

/** A gap of more years would make bars too thin to see: then only months with something are shown. */
const monthsMax = 120;

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthOf = (number: number) =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

/** Fills the months in which nothing happened between the first and the last: time is drawn as long as it was. */
export function everyMonth(months: readonly Month[]): (Month & { when: string })[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = numberOf(last.month) - numberOf(first.month) + 1;
  if (span > monthsMax) return months.map((month) => ({ ...month, when: month.month }));
  const known = new Map(months.map((month) => [month.month, month]));
  return Array.from({ length: span }, (_, index) => {
    const when = monthOf(numberOf(first.month) + index);
    return { when, ...(known.get(when) ?? { month: when, raised: { amount: '0.00' }, donationCount: 0 }) };
  });
}
