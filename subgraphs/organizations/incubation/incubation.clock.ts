import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { addDays, addWorkingDays } from '#shared/calendar.js';
import { type Sql, sql } from '#shared/database/sql.js';
import { DateScalar } from '#shared/scalars.js';
import type { HandoverTask, Incubation } from './incubation.entity.js';
import { currentStages } from './incubation.stages.js';
import { screeningDays, screeningDueOn, type Step } from './incubation.rules.js';

export enum IncubationClockKind {
  SCREENING = 'SCREENING',
  TERM = 'TERM',
  HANDOVER = 'HANDOVER',
}
registerEnumType(IncubationClockKind, {
  name: 'IncubationClockKind',
  description: 'What a rule wants done by a day.',
  valuesConfig: {
    SCREENING: { description: 'The first decision, within five working days (R-INC-02).' },
    TERM: { description: 'The end of the agreed term (R-INC-03, R-INC-05).' },
    HANDOVER: { description: 'Handing back rooms and papers after leaving (R-INC-08).' },
  },
});

@ObjectType({ description: 'What an incubation is waiting for, where a rule says until when.' })
export class IncubationClock {
  @Field(() => IncubationClockKind)
  kind!: IncubationClockKind;

  @Field(() => DateScalar, { description: 'Last day for it.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether that day is over.' })
  late!: boolean;
}

/** Makes the clock of a kind; none where no day is known. */
const clock = (kind: IncubationClockKind, dueOn: string | null, today: string): IncubationClock | null =>
  dueOn === null ? null : Object.assign(new IncubationClock(), { kind, dueOn, late: today > dueOn });

/** Yields the clock of a screening, of its history. */
export const screeningClock = (history: readonly Step[], today: string): IncubationClock | null =>
  clock(IncubationClockKind.SCREENING, screeningDueOn(history), today);

/** Yields the clock of what was left to hand back; null once that is done. */
export const handoverClock = (task: HandoverTask | null, today: string): IncubationClock | null =>
  task === null || task.doneOn !== null ? null : clock(IncubationClockKind.HANDOVER, task.dueOn, today);

/** Yields the clock of the term; null unless the organization is at its base. */
export const termClock = ({ stage, termEnd }: Incubation, today: string): IncubationClock | null =>
  currentStages.includes(stage) ? clock(IncubationClockKind.TERM, termEnd, today) : null;

/** The condition on `row` that its clock has run out on a day: what `late` says of one, said of all. */
export function isLateOn(today: string): Sql {
  return sql`case
    when row.stage = 'SCREENING' then (
      select max(event.at) from organizations.stage_event event
      where event.incubation_id = row.id and event.to_stage = 'SCREENING'
    ) < (${screenedFrom(today)}::date)::timestamp at time zone 'Asia/Shanghai'
    when row.stage = 'EXITED' then exists (
      select from organizations.handover_task task
      where task.incubation_id = row.id and task.done_on is null and task.due_on < ${today}::date
    )
    when row.stage = any(${[...currentStages]}::text[]) then coalesce(row.term_end < ${today}::date, false)
    else false end`;
}

/** Yields the first day from which a screening that began then is still in time: working days are only counted here. */
export function screenedFrom(today: string): string {
  let day = today;
  while (addWorkingDays(addDays(day, -1), screeningDays) >= today) day = addDays(day, -1);
  return day;
}
