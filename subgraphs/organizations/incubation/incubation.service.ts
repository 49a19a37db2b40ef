import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '#shared/calendar.js';
import { noSuchRow } from '#shared/errors.js';
import { checkedId, isId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
  problem,
  type StaleVersion,
  staleVersion,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { today } from '#shared/today.js';
import { invalidTransition } from '#shared/transition.js';
import type { Viewer } from '#shared/viewer.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { OrganizationsContext } from '../context.js';
import { Organization, OrganizationKind } from '../organization/organization.entity.js';
import { futureFindings } from '../organization/organization.rules.js';
import { closedStatuses } from '../registration/registration.status.js';
import { HandoverTask, Incubation, IncubationStage as S, StageEvent } from './incubation.entity.js';
import type { ApplyForIncubationInput, MoveIncubationInput } from './incubation.input.js';
import { findOpenIncubation, historyOf } from './incubation.queries.js';
import { AlreadyIncubating } from './incubation.result.js';
import { examineGraduation, examineMove, termFindings, termOf } from './incubation.rules.js';
import { allowedSteps } from './incubation.stages.js';

/** Rooms and papers are handed back within this time (R-INC-08). */
const handoverDays = 15;

/** Steps that the organization itself may take: out. */
const ownSteps: readonly S[] = [S.WITHDRAWN, S.EXITED];

/** Applies for an organization; a unique index, not a prior read, lets one open incubation exist (R-INC-06). */
export async function applyForIncubation(
  context: OrganizationsContext,
  input: ApplyForIncubationInput,
): Promise<Incubation | InvalidInput | AlreadyIncubating | UnknownReference> {
  const organizationId = input.organizationId.toLowerCase();
  context.authorize('applyForIncubation', { organizationId });
  type Outcome = Awaited<ReturnType<typeof applyForIncubation>>;
  return write<Outcome>(context, 'applyForIncubation', input, async () => async (writer) => {
    const organization = await organizationOf(writer, organizationId);
    if (organization === null) return unknownReference('organizationId', organizationId);
    const base = await organizationOf(writer, input.baseId.toLowerCase());
    if (base === null) return unknownReference('baseId', input.baseId);
    const invalid = examineApplication(organization, base, input).result();
    if (invalid) return invalid;
    const incubation = await writer.insertUnlessTaken(Incubation, {
      id: randomUUID(),
      organizationId,
      baseId: base.id,
      areaCode: organization.areaCode,
      stage: S.APPLIED,
      appliedOn: input.appliedOn ?? today(),
    });
    if (incubation === null) return alreadyIncubating(writer, organizationId);
    await appendStep(writer, context.viewer, incubation, { to: S.APPLIED, history: [] });
    return incubation;
  });
}

/** Moves an incubation: by its base or an administrator, and out of it by the organization itself (R-INC-01). */
export async function moveIncubation(
  context: OrganizationsContext,
  input: MoveIncubationInput,
): Promise<Incubation | InvalidTransition | StaleVersion | InvalidInput> {
  const { to } = input;
  const incubationId = checkedId('incubationId', input.incubationId);
  type Outcome = Awaited<ReturnType<typeof moveIncubation>>;
  return write<Outcome>(context, 'moveIncubation', input, async () => {
    const malformed = examineMove(input).result();
    return async (writer) => {
      const incubation = await lockedIncubation(writer, incubationId);
      context.authorize('moveIncubation', { organizationId: moverOf(context.viewer, incubation, to) });
      return (
        malformed ??
        staleVersion(input.version, incubation.version) ??
        refusedStep(incubation, to) ??
        (await takeStep(writer, context.viewer, incubation, input))
      );
    };
  });
}

/** Takes a listed step of a held incubation, unless something is missing for it. */
async function takeStep(
  writer: Writer,
  viewer: Viewer,
  incubation: Incubation,
  input: MoveIncubationInput,
): Promise<Incubation | InvalidInput> {
  const { to } = input;
  const history = await historyOf(writer.em, incubation.id);
  const organization = (await writer.find(Organization, incubation.organizationId)) as Organization;
  const term = termOf(incubation, input, today());
  const finalScore = input.finalScore ?? incubation.finalScore;
  const inspection =
    to === S.GRADUATED
      ? examineGraduation({ organization, incubation, history, score: finalScore })
      : new Inspection();
  const invalid = inspection.add('termEnd', termFindings(incubation, term)).result();
  if (invalid) return invalid;
  const moved = await writer.update<Incubation>(incubation, {
    stage: to,
    ...term,
    finalScore,
    extensions: incubation.extensions + (to === S.EXTENDED ? 1 : 0),
    entryStatus: to === S.ADMITTED ? organization.registrationStatus : incubation.entryStatus,
  });
  await appendStep(writer, viewer, incubation, { to, history, note: input.note ?? null });
  if (to === S.EXITED) await oweHandover(writer, incubation.id);
  return moved;
}

function examineApplication(
  { id, registrationStatus }: Organization,
  base: Organization,
  { appliedOn }: ApplyForIncubationInput,
): Inspection {
  return new Inspection()
    .expect(
      !closedStatuses.includes(registrationStatus),
      'organizationId',
      'ORGANIZATION_CLOSED',
      `the organization is ${registrationStatus}.`,
    )
    .expect(
      base.kind === OrganizationKind.INCUBATION_BASE && base.id !== id,
      'baseId',
      'NOT_A_BASE',
      `a ${base.kind} found, another organization of the kind INCUBATION_BASE is expected.`,
    )
    .expect(
      !closedStatuses.includes(base.registrationStatus),
      'baseId',
      'BASE_CLOSED',
      `the base is ${base.registrationStatus}.`,
    )
    .add('appliedOn', futureFindings(appliedOn, today()));
}

async function organizationOf(writer: Writer, id: string): Promise<Organization | null> {
  return isId(id) ? writer.find(Organization, id) : null;
}

async function alreadyIncubating(writer: Writer, organizationId: string): Promise<AlreadyIncubating> {
  const existing = (await findOpenIncubation(writer.em, organizationId)) as Incubation;
  const message = `organizationId: the organization has an open incubation, ${existing.stage} since its application on ${existing.appliedOn}.`;
  return problem(AlreadyIncubating, { code: 'ALREADY_INCUBATING', message, existing });
}

/** Whose step it is: the organization's own way out, else the base's. */
function moverOf({ organizationId }: Viewer, incubation: Incubation, to: S): string {
  const isOwn = organizationId === incubation.organizationId && ownSteps.includes(to);
  return isOwn ? incubation.organizationId : incubation.baseId;
}

function refusedStep(incubation: Incubation, to: S): InvalidTransition | null {
  const allowed = allowedSteps(incubation);
  return allowed.includes(to) ? null : invalidTransition(incubation.stage, to, allowed);
}

/** Reads an incubation of the viewer and holds it; what he may not change or see is NOT_FOUND (the database hides it). */
async function lockedIncubation(writer: Writer, id: string): Promise<Incubation> {
  const incubation = await writer.lock(Incubation, id);
  if (incubation === null) throw noSuchRow('incubationId', id);
  return incubation;
}

/** Appends a step; no clock that runs behind makes it earlier than the one before. */
async function appendStep(
  writer: Writer,
  { subject }: Viewer,
  { id }: Incubation,
  { to, history, note = null }: { to: S; history: readonly StageEvent[]; note?: string | null },
): Promise<void> {
  const last = history.at(-1);
  const at = new Date(Math.max(Date.now(), last?.at.getTime() ?? 0));
  await writer.insertParts(StageEvent, [
    {
      incubationId: id,
      position: (last?.position ?? 0) + 1,
      from: last?.to ?? null,
      to,
      at,
      note,
      actor: subject,
    },
  ]);
}

async function oweHandover(writer: Writer, incubationId: string): Promise<void> {
  await writer.insert(HandoverTask, { incubationId, dueOn: addWorkingDays(today(), handoverDays) });
}
