import { incubationStages, registrationStatuses } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { dayOf, daysBetween } from '../kit/days.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import { Clock } from './clock.js';
import type { KnownIncubation } from './history-drawer.js';

const texts = words(
  {
    stage: '现在的阶段',
    since: (days: string): string => `已 ${days} 天`,
    base: '孵化基地',
    area: '所在地区',
    standing: '登记状态',
    applied: '申请日期',
    term: '孵化期',
    termText: (from: string, to: string, extensions: number): string =>
      `${from} 至 ${to}${extensions > 0 ? '（已延期一次）' : ''}`,
    score: '终期评分',
    handover: '离开后的交接',
    handoverDue: (due: string): string => `应在 ${due} 前完成`,
    handoverDone: (day: string): string => `${day} 已完成`,
    short: '公示不足五个工作日就入壳（R-INC-03），请核对。',
  },
  {
    stage: 'Present stage',
    since: (days: string): string => `for ${days} days`,
    base: 'Incubation base',
    area: 'Area',
    standing: 'Legal standing',
    applied: 'Applied on',
    term: 'Term',
    termText: (from: string, to: string, extensions: number): string =>
      `${from} to ${to}${extensions > 0 ? ' (extended once)' : ''}`,
    score: 'Final score',
    handover: 'Handover after leaving',
    handoverDue: (due: string): string => `due by ${due}`,
    handoverDone: (day: string): string => `done on ${day}`,
    short: 'Admitted after less than five working days of publicity (R-INC-03); please check.',
  },
);

/** What is known of an incubation today. */
export function Facts({ incubation }: { incubation: KnownIncubation }) {
  const text = useWords(texts);
  const stage = useLabels(incubationStages);
  const standing = useLabels(registrationStatuses);
  const nameOf = useName();
  const { organization, termStart, termEnd, handoverTask, finalScore } = incubation;
  const days = count(daysBetween(dayOf(incubation.since), dayOf()));
  const facts: [string, string | null][] = [
    [text.stage, `${stage(incubation.stage)} · ${text.since(days)}`],
    [text.base, nameOf(incubation.base)],
    [text.area, nameOf(organization?.area)],
    [text.standing, organization == null ? '—' : standing(organization.registrationStatus)],
    [text.applied, incubation.appliedOn],
    [text.term, termStart && termEnd && text.termText(termStart, termEnd, incubation.extensions)],
    [text.score, finalScore ?? null],
    [
      text.handover,
      handoverTask &&
        (handoverTask.doneOn === null
          ? text.handoverDue(handoverTask.dueOn)
          : text.handoverDone(handoverTask.doneOn)),
    ],
  ];
  return (
    <>
      <dl className="incubation-facts">
        {facts.flatMap(([name, value]) =>
          value === null ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>],
        )}
      </dl>
      <Clock clock={incubation.clock} />
      {incubation.warnings?.map(({ code, message }) => (
        <p key={code} className="state stale">
          {code === 'PUBLICITY_TOO_SHORT' ? text.short : message}
        </p>
      ))}
    </>
  );
}
