import { entitiesByKey, entitiesWhere } from '#shared/database/rows.js';
import { raw, sql } from '#shared/database/sql.js';
import type { Given, Importer, Job, LikeKey, Plan, WrittenRow } from '#shared/imports/importer.js';
import { errorsOf, rowError, warningsFrom } from '#shared/imports/problems.js';
import type { RowProblem } from '#shared/imports/protocol.js';
import { comparedColumn, comparedName, lookedFor } from '#shared/imports/references.js';
import {
  changeOf,
  insertPlanned,
  removeRows,
  restoreRows,
  type RowChange,
  updatePlanned,
} from '#shared/imports/writing-rows.js';
import { InvalidInput, Problem, type UnknownReference } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { today } from '#shared/today.js';
import { randomUUID } from 'node:crypto';
import type { Area } from '../area/area.entity.js';
import { findAreas } from '../area/area.queries.js';
import type { OrganizationsContext } from '../context.js';
import { appendRegistrations, isStep, type Standing } from '../registration/registration.history.js';
import { type Change, examineChange, refusedStanding } from './organization.change.js';
import { changesOf, draftOf, draftOfRow, usccTaken } from './organization.draft.js';
import { Organization } from './organization.entity.js';
import type { RegisterOrganizationInput, UpdateOrganizationInput } from './organization.input.js';
import { findCountyCenters } from './organization.loader.js';
import { examineOrganization, type OrganizationDraft, type Surroundings } from './organization.rules.js';
import { holdParents, idsAbove, surroundingsOfAll } from './organization.surroundings.js';
import { organizationWarnings } from './organization.warnings.js';

/** What a file may change of an organization: everything that an administrator may, and so not its kind. */
const changeable = [
  ...['name', 'nameEn', 'uscc', 'registrationStatus', 'registeredOn', 'areaCode', 'jurisdictions'],
  ...['functionalZone', 'serviceLevel', 'communityClass', 'parentId', 'fiscalHostId', 'foundedOn'],
  ...['certifiedSocialWorkers', 'volunteers'],
] as (keyof OrganizationDraft)[];

type Row = Given<RegisterOrganizationInput>;
type OrganizationPlan = Plan<Partial<Organization>, RowChange<Organization>>;

/** A row beside what it may be like, each with what is around it. */
interface Drafted {
  row: Row;
  draft: OrganizationDraft;
  existing: Organization | null;
  /** What would be when the row changes what exists. */
  change: Omit<Change, 'aroundBefore' | 'aroundAfter'> | null;
}

/** What warnings compare with, of a whole page. */
interface Sources {
  divisions: ReadonlyMap<string, Area>;
  /** County centres that work, by area. */
  centers: ReadonlyMap<string, number>;
}

/** Takes organizations in bulk. */
export const organizationImporter: Importer<
  OrganizationsContext,
  Partial<Organization>,
  RowChange<Organization>
> = {
  mutation: 'registerOrganization',
  input: 'RegisterOrganizationInput',
  action: 'importOrganizations',
  entity: Organization.name,
  table: 'organizations.organization',
  authorize: ({ authorize }) => authorize('registerOrganization', {}),
  plan: planRows,
  create: async (writing, plans) => {
    const { rows, written } = await insertPlanned(writing, Organization, plans);
    await appendRegistrations(
      writing.writer,
      writing.context,
      rows.map((after) => ({ before: null, after })),
    );
    return written;
  },
  update: async (writing, plans) => {
    const isMoved = plans.some(({ changes }) => changes?.changes.parentId != null);
    // Before the rows: whoever waits for the tree must hold nothing of it.
    if (isMoved) await holdParents(writing.writer.em);
    const { rows, written } = await updatePlanned(writing, Organization, changeable, plans);
    await appendRegistrations(writing.writer, writing.context, stepsOf(rows, written));
    if (!isMoved) return written;
    const above = await idsAbove(
      writing.writer.em,
      rows.map(({ id }) => id),
    );
    // Two rows of one file may put each below the other, which none of them does alone.
    return written.filter(({ id }) => !above.get(id)?.includes(id));
  },
  referrers: [
    { table: 'organizations.organization', column: 'parent_id', says: 'an organization below it' },
    { table: 'organizations.organization', column: 'fiscal_host_id', says: 'an organization that it hosts' },
    { table: 'organizations.incubation', column: 'organization_id', says: 'an incubation' },
    { table: 'organizations.incubation', column: 'base_id', says: 'an incubation at it' },
    { table: 'organizations.project', column: 'organization_id', says: 'a project' },
    { table: 'organizations.award', column: 'organization_id', says: 'an award' },
    { table: 'organizations.rating_period', column: 'organization_id', says: 'a rating' },
    { table: 'organizations.compliance_record', column: 'organization_id', says: 'a compliance record' },
  ],
  foreignReferrers: [
    { subgraph: 'partners', says: 'a link or an agreement' },
    { subgraph: 'donations', says: 'a donation, campaign or grant' },
  ],
  takeBack: async (writing, { created, updated }) => {
    const ids = updated.map(({ id }) => id);
    const rows = await entitiesByKey(writing.writer.em, 'viewer', Organization, 'id', ids);
    const before = new Map(rows.map((row) => [row.id, row]));
    const restored = await restoreRows(writing, Organization, changeable as never, rows, updated);
    const steps = restored.map((after) => ({ before: before.get(after.id) ?? null, after }));
    await appendRegistrations(writing.writer, writing.context, steps.filter(isStep));
    await removeRows(writing, Organization.name, 'organizations.organization', created);
  },
};

function stepsOf(rows: readonly Organization[], written: readonly WrittenRow[]): Standing[] {
  const before = new Map(written.map((row) => [row.id, row.before as Standing['before']]));
  return rows.map((after) => ({ before: before.get(after.id) ?? null, after })).filter(isStep);
}

async function planRows(
  { em }: OrganizationsContext,
  rows: readonly Row[],
  { onDuplicate }: Job,
): Promise<OrganizationPlan[]> {
  const known = await findAlike(em, rows);
  const drafted = rows.map((row) => draftRow(row, known, onDuplicate === 'UPDATE'));
  const around = await surroundingsOfAll(
    em,
    drafted.flatMap(({ draft, change }) => (change === null ? [draft] : [change.before, change.after])),
  );
  const sources = await sourcesOf(em, drafted);
  let place = 0;
  return drafted.map((found) => {
    const isChange = found.change !== null;
    const own = around.slice(place, (place += isChange ? 2 : 1));
    return planOf(found, own, sources);
  });
}

/** Reads the organizations that any of some rows may be like: by code, or by name. */
function findAlike(em: OrganizationsContext['em'], rows: readonly Row[]): Promise<Organization[]> {
  const drafts = rows.map(({ input }) => draftOf(input));
  const codes = lookedFor(drafts.flatMap(({ uscc }) => uscc ?? []));
  const names = lookedFor(drafts.map(({ name }) => comparedName(name)));
  return entitiesWhere(
    em,
    'everybody',
    Organization,
    sql`row.uscc = any(${codes}::text[]) or ${raw(comparedColumn('row.name'))} = any(${names}::text[])`,
    raw('order by row.created_at, row.id'),
  );
}

function draftRow(row: Row, known: readonly Organization[], mayChange: boolean): Drafted {
  const draft = draftOf(row.input);
  const existing = likeOf(draft, known);
  if (existing === null || !mayChange) return { row, draft, existing, change: null };
  const named = Object.entries(row.input).filter(
    ([field]) => row.named.has(field) && changeable.includes(field as keyof OrganizationDraft),
  );
  const changes = changesOf(existing, Object.fromEntries(named) as unknown as UpdateOrganizationInput);
  const before = draftOfRow(existing);
  return { row, draft, existing, change: { before, after: { ...before, ...changes }, changes } };
}

/** The same code, or the same name and area where not both have codes: bodies with two codes are two. */
function likeOf(
  { uscc, name, areaCode }: OrganizationDraft,
  known: readonly Organization[],
): Organization | null {
  const byCode = uscc === null ? undefined : known.find((other) => other.uscc === uscc);
  const called = comparedName(name);
  const byName = () =>
    known.find(
      (other) =>
        other.areaCode === areaCode &&
        comparedName(other.name) === called &&
        (uscc === null || other.uscc === null),
    );
  return byCode ?? byName() ?? null;
}

async function sourcesOf(em: OrganizationsContext['em'], drafted: readonly Drafted[]): Promise<Sources> {
  const drafts = drafted.map(({ draft, change }) => change?.after ?? draft);
  const divisions = lookedFor(drafts.flatMap(({ uscc }) => uscc?.slice(2, 8) ?? []));
  const counted = await findCountyCenters(em, lookedFor(drafts.map(({ areaCode }) => areaCode)));
  const centers = Map.groupBy(counted, ({ areaCode }) => areaCode);
  return {
    divisions: await findAreas(em, [...new Set(divisions)]),
    centers: new Map([...centers].map(([code, list]) => [code, list.length])),
  };
}

function planOf(
  { row, draft, existing, change }: Drafted,
  around: readonly (Surroundings | UnknownReference)[],
  sources: Sources,
): OrganizationPlan {
  const [aroundBefore, aroundAfter] = change === null ? [around[0], around[0]] : around;
  const errors =
    change === null
      ? errorsOfDraft(draft, aroundAfter as Surroundings | UnknownReference)
      : errorsOfChange({ ...change, aroundBefore, aroundAfter } as Change);
  const taken = (name: string) =>
    rowError('uscc', { code: 'DUPLICATE_USCC', message: usccTaken(draft.uscc ?? '', { name }) });
  const isSameCode = draft.uscc !== null && existing?.uscc === draft.uscc;
  return {
    number: row.number,
    existing: existing && {
      id: existing.id,
      name: existing.name,
      version: existing.version,
      taken: isSameCode ? taken(existing.name) : null,
    },
    keys: keysOf(draft, taken(draft.name)),
    problems: [...errors, ...warningsOf(change?.after ?? draft, aroundAfter, sources, errors)],
    values: { ...draft, id: randomUUID(), provenance: Provenance.REGISTERED },
    changes: existing && change && changeOf(existing, change.changes as Partial<Organization>),
  };
}

function keysOf({ uscc, name, areaCode }: OrganizationDraft, taken: RowProblem): LikeKey[] {
  if (uscc !== null) return [{ key: `code ${uscc}`, taken }];
  return [{ key: `name ${areaCode} ${comparedName(name)}`, taken: null }];
}

function errorsOfDraft(draft: OrganizationDraft, around: Surroundings | UnknownReference): RowProblem[] {
  if (around instanceof Problem) return [rowError(around.field, around)];
  return errorsOf(examineOrganization(draft, around, 'WARNING').result());
}

function errorsOfChange(change: Change): RowProblem[] {
  const refused = refusedStanding(change);
  if (refused) return [rowError('registrationStatus', { code: refused.code, message: refused.message })];
  const problem = examineChange(change, 'WARNING');
  if (problem instanceof InvalidInput) return errorsOf(problem);
  return problem === null ? [] : [rowError(problem.field, problem)];
}

/** What its record would show as warnings, without what refuses it anyway. */
function warningsOf(
  draft: OrganizationDraft,
  around: Surroundings | UnknownReference | undefined,
  { divisions, centers }: Sources,
  errors: readonly RowProblem[],
): RowProblem[] {
  if (around === undefined || around instanceof Problem) return [];
  const warnings = organizationWarnings(draft, {
    area: around.areas.get(draft.areaCode) ?? null,
    division: (draft.uscc && divisions.get(draft.uscc.slice(2, 8))) || null,
    fiscalHost: around.fiscalHost,
    countyCenters: (centers.get(draft.areaCode) ?? 0) + (draft.id === null ? 1 : 0),
    today: today(),
  });
  const known = new Set(errors.map(({ field, code }) => `${field} ${code}`));
  return warningsFrom(warnings).filter(({ field, code }) => !known.has(`${field} ${code}`));
}
