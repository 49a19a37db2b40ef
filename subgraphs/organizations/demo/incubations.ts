import { type DemoBody, incubatees, incubationBase } from '#shared/demo/bodies.js';
import { demoId } from '#shared/demo/identity.js';
import { type Incubation, IncubationStage as S, type StageEvent } from '../incubation/incubation.entity.js';
import { RegistrationStatus } from '../organization/organization.entity.js';
import { funnelStages } from '../incubation/incubation.stages.js';

type Row = Omit<Incubation, 'createdAt' | 'updatedAt' | 'version'>;

/** The way to each stage that is not on the straight path; the last stage of the list is the one reached. */
const detours: Partial<Record<S, S[]>> = {
  [S.RECTIFYING]: [...before(S.MIDTERM_REVIEW), S.MIDTERM_REVIEW, S.RECTIFYING],
  [S.EXTENDED]: [...before(S.FINAL_REVIEW), S.FINAL_REVIEW, S.EXTENDED],
  [S.REJECTED]: [...before(S.REVIEWING), S.REVIEWING, S.REJECTED],
  [S.WITHDRAWN]: [...before(S.SCREENING), S.SCREENING, S.WITHDRAWN],
  [S.EXITED]: [...before(S.MIDTERM_REVIEW), S.MIDTERM_REVIEW, S.EXITED],
};

/** The straight path to a stage, without it; after a midterm review an organization goes on incubating (R-INC-01). */
function before(stage: S): S[] {
  const path: S[] = [];
  for (const step of funnelStages) {
    if (step === stage) return path;
    path.push(step);
    if (step === S.MIDTERM_REVIEW) path.push(S.INCUBATING);
  }
  return path;
}

/** Every stage once for fifteen organizations in turn; those that are only FILED never graduate (R-INC-04). */
const stagesOfRegistered = Object.values(S);
const stagesOfFiled = [
  S.APPLIED,
  S.SCREENING,
  S.REVIEWING,
  S.PUBLICIZED,
  S.ADMITTED,
  S.INCUBATING,
  S.MIDTERM_REVIEW,
  S.RECTIFYING,
  S.FINAL_REVIEW,
  S.EXTENDED,
];

/** One incubation for each incubatee, with its whole history: a step every thirty days from the application on. */
export function demoIncubations(): { incubations: Row[]; events: StageEvent[] } {
  const incubations: Row[] = [];
  const events: StageEvent[] = [];
  incubatees.forEach((body, index) => {
    const stages = isFiled(body) ? stagesOfFiled : stagesOfRegistered;
    const stage = stages[index % stages.length] as S;
    const path = [...(detours[stage] ?? [...before(stage), stage])];
    const applied = new Date(Date.UTC(2024, index % 12, 1 + (index % 28)));
    const incubation = incubationOf(body, stage, path, applied);
    incubations.push(incubation);
    path.forEach((to, step) =>
      events.push({
        incubationId: incubation.id,
        position: step + 1,
        from: path[step - 1] ?? null,
        to,
        at: daysAfter(applied, step * 30),
        note: null,
        actor: null,
      }),
    );
  });
  return { incubations, events };
}

function incubationOf(body: DemoBody, stage: S, path: readonly S[], applied: Date): Row {
  const admitted = path.indexOf(S.ADMITTED);
  const start = admitted < 0 ? null : daysAfter(applied, admitted * 30);
  return {
    id: demoId('incubation', body.key),
    organizationId: demoId('organization', body.key),
    baseId: demoId('organization', incubationBase.key),
    areaCode: body.areaCode,
    stage,
    appliedOn: dayOf(applied),
    termStart: start && dayOf(start),
    // Twelve months, and twelve more once extended (R-INC-05).
    termEnd: start && dayOf(daysAfter(start, stage === S.EXTENDED ? 730 : 365)),
    extensions: stage === S.EXTENDED ? 1 : 0,
    entryStatus: start && (isFiled(body) ? RegistrationStatus.FILED : RegistrationStatus.REGISTERED),
    finalScore: null,
    furthest: path.reduce((rank, step) => Math.max(rank, funnelStages.indexOf(step as never) + 1), 0),
  };
}

const isFiled = ({ key }: DemoBody): boolean => key.startsWith('community-');
const daysAfter = (day: Date, days: number): Date => new Date(day.getTime() + days * 86_400_000);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
