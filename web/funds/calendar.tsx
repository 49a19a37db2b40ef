import { disclosureKinds } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { dayOf, daysBetween } from '../kit/days.js';
import { type Labels, useLabels, useName, useWords, words } from '../kit/words.js';

const texts = words(
  {
    label: '信息公开日历，按月',
    late: (days: string): string => `⚠ 已过截止日 ${days} 天`,
    left: (days: string): string => `还有 ${days} 天`,
    next: '下一个到期',
    number: (number: string): string => `备案编号 ${number}`,
  },
  {
    label: 'Disclosure calendar by month',
    late: (days: string): string => `⚠ Due day passed ${days} days ago`,
    left: (days: string): string => `${days} days left`,
    next: 'Next due',
    number: (number: string): string => `Filing number ${number}`,
  },
);

/** Something to be published. */
export interface CalendarItem {
  dueOn: string;
  kind: keyof typeof disclosureKinds;
  campaign: { id: string; title: string; titleEn: string | null; filingNumber: string | null };
}

/** Sorts what comes next to the top, and what is past below it, the latest first. */
function inOrder(items: readonly CalendarItem[], today: string): CalendarItem[] {
  const byDay = [...items].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const next = byDay.filter(({ dueOn }) => dueOn >= today);
  return [...next, ...byDay.filter(({ dueOn }) => dueOn < today).reverse()];
}

/** Puts items of one month together, in the order in which they are. */
function byMonth(items: readonly CalendarItem[]): [string, CalendarItem[]][] {
  const months = new Map<string, CalendarItem[]>();
  for (const item of items) {
    const month = item.dueOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months];
}

/** What must be published, month by month: what comes next first, then what is past its day. */
export function Calendar({ items }: { items: readonly CalendarItem[] }) {
  const { label } = useWords(texts);
  const today = dayOf();
  const sorted = inOrder(items, today);
  const first = sorted[0]?.dueOn ?? '';
  return (
    <div className="scroll funds-calendar" tabIndex={0} role="region" aria-label={label}>
      {byMonth(sorted).map(([month, some]) => (
        <section key={month}>
          <h3>{month}</h3>
          <ul>
            {some.map((item) => (
              <Item
                key={item.campaign.id + item.dueOn}
                item={item}
                today={today}
                isNext={item.dueOn === first && first >= today}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ item, today, isNext }: { item: CalendarItem; today: string; isNext: boolean }) {
  const { late, left, next, number } = useWords(texts);
  const kindOf = useLabels(disclosureKinds as Labels<CalendarItem['kind']>);
  const nameOf = useName();
  const { dueOn, kind, campaign } = item;
  const days = daysBetween(today, dueOn);
  return (
    <li>
      <time dateTime={dueOn}>{dueOn}</time>
      <span>
        {nameOf({ name: campaign.title, nameEn: campaign.titleEn })} · {kindOf(kind)}
        {campaign.filingNumber !== null && <span className="quiet"> · {number(campaign.filingNumber)}</span>}
      </span>
      <span className={days < 0 ? 'funds-late' : 'quiet'}>
        {isNext && <strong>{next} · </strong>}
        {days < 0 ? late(count(-days)) : left(count(days))}
      </span>
    </li>
  );
}
