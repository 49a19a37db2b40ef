import { compareDecimals } from '#shared/decimal.js';
import { entitiesByKey, entitiesWhere } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { HubError } from '#shared/errors.js';
import { isId } from '#shared/id.js';
import type { Given, Importer, Job, Plan, WrittenRow } from '#shared/imports/importer.js';
import { errorsOf, rowError } from '#shared/imports/problems.js';
import type { RowProblem } from '#shared/imports/protocol.js';
import {
  changeOf,
  insertPlanned,
  removeRows,
  restoreRows,
  type RowChange,
  updatePlanned,
} from '#shared/imports/writing-rows.js';
import { unknownReference } from '#shared/problem.js';
import type { PartnersContext } from '../context.js';
import { Partner } from '../partner/partner.entity.js';
import { tooLittleCapacity } from './resource.capacity.js';
import { resourceChanges, resourceRow, titleTaken } from './resource.draft.js';
import { Resource } from './resource.entity.js';
import { examineResource } from './resource.examination.js';
import type { RegisterResourceInput } from './resource.input.js';

/** What a file may change of a resource: links are counted in its category and unit. */
const changeable = ['title', 'description', 'capacity', 'areaCodes', 'availableFrom', 'availableTo'] as const;

type ResourcePlan = Plan<Partial<Resource>, RowChange<Resource>>;
type Row = Given<RegisterResourceInput>;

/** What is on record around some rows. */
interface Known {
  partners: ReadonlySet<string>;
  /** By partner and title. */
  resources: ReadonlyMap<string, Resource>;
}

/** Takes resources in bulk: a partner its own, an administrator everybody's. */
export const resourceImporter: Importer<PartnersContext, Partial<Resource>, RowChange<Resource>> = {
  mutation: 'registerResource',
  input: 'RegisterResourceInput',
  action: 'importResources',
  entity: Resource.name,
  table: 'partners.resource',
  authorize: ({ authorize, viewer }) => authorize('registerResource', { partnerId: viewer.partnerId }),
  plan: async (context, rows: readonly Row[], job) => {
    const known = await findAround(context, rows);
    return rows.map((row) => planOf(context, row, known, job));
  },
  create: async (writing, plans) => (await insertPlanned(writing, Resource, plans)).written,
  update: async (writing, plans) => (await updatePlanned(writing, Resource, changeable, plans)).written,
  referrers: [{ table: 'partners.resource_link', column: 'resource_id', says: 'a link' }],
  foreignReferrers: [],
  hindrances: async ({ em }, rows) => {
    const held = await entitiesByKey(em, 'viewer', Resource, 'id', updatedIds(rows));
    return held.filter((row) => isHeldBeyond(row, rows)).map(({ id }) => ({ ...beyond, id }));
  },
  takeBack: async (writing, { created, updated }) => {
    const rows = await entitiesByKey(writing.writer.em, 'viewer', Resource, 'id', updatedIds(updated));
    await restoreRows(writing, Resource, changeable, rows, updated);
    await removeRows(writing, Resource.name, 'partners.resource', created);
  },
};

const updatedIds = (rows: readonly WrittenRow[]): string[] =>
  rows.filter(({ before }) => before !== null).map(({ id }) => id);

const beyond = rowError('capacity', {
  code: 'CAPACITY_EXCEEDED',
  message: 'Links hold more since than it had before the import.',
});

function isHeldBeyond({ id, held }: Resource, rows: readonly WrittenRow[]): boolean {
  const before = rows.find((row) => row.id === id)?.before;
  return typeof before?.['capacity'] === 'string' && compareDecimals(held, before['capacity']) > 0;
}

const keyOf = (partnerId: string, title: string): string =>
  `${partnerId.toLowerCase()} ${title.trim().toLowerCase()}`;

async function findAround({ em }: PartnersContext, rows: readonly Row[]): Promise<Known> {
  const named = rows.filter(({ input }) => isId(input.partnerId) && !input.title.includes('\0'));
  const ids = [...new Set(named.map(({ input }) => input.partnerId.toLowerCase()))];
  const partners = await entitiesByKey(em, 'everybody', Partner, 'id', ids);
  const resources = await entitiesWhere(
    em,
    'viewer',
    Resource,
    sql`row.status <> 'WITHDRAWN' and (row.partner_id, lower(row.title)) in (select w.partner_id, lower(w.title)
      from unnest(${named.map(({ input }) => input.partnerId)}::uuid[], ${named.map(({ input }) => input.title.trim())}::text[]) as w(partner_id, title))`,
  );
  return {
    partners: new Set(partners.map(({ id }) => id)),
    resources: new Map(resources.map((resource) => [keyOf(resource.partnerId, resource.title), resource])),
  };
}

function planOf(context: PartnersContext, row: Row, known: Known, { onDuplicate }: Job): ResourcePlan {
  const { number, input, named } = row;
  const found = known.resources.get(keyOf(input.partnerId, input.title)) ?? null;
  const taken = (title: string) =>
    rowError('title', { code: 'RESOURCE_ALREADY_REGISTERED', message: titleTaken({ title }) });
  const changes = Object.fromEntries(
    Object.entries(resourceChanges(input)).filter(([property]) => named.has(property)),
  );
  const isUpdate = found !== null && onDuplicate === 'UPDATE';
  const wrong = errorsOf(examineResource(input).result());
  return {
    number,
    existing: found && {
      id: found.id,
      name: found.title,
      version: found.version,
      taken: taken(found.title),
    },
    keys: [{ key: keyOf(input.partnerId, input.title), taken: taken(input.title.trim()) }],
    problems: [
      ...forbidden(context, input.partnerId),
      ...unknownPartner(input.partnerId, known),
      ...wrong,
      ...(isUpdate && wrong.length === 0 ? examineChange(found, changes) : []),
    ],
    values: resourceRow(input),
    changes: found && changeOf(found, changes),
  };
}

/** Whose resources a viewer may offer is decided row by row. */
function forbidden({ authorize }: PartnersContext, partnerId: string): RowProblem[] {
  try {
    authorize('registerResource', { partnerId: partnerId.toLowerCase() });
    return [];
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const message = 'partnerId: you may offer resources of your own partner only.';
    return [rowError('partnerId', { code: 'FORBIDDEN', message })];
  }
}

function unknownPartner(id: string, { partners }: Known): RowProblem[] {
  return partners.has(id.toLowerCase()) ? [] : [rowError('partnerId', unknownReference('partnerId', id))];
}

/** As updateResource: days that the file does not name stay, and links keep what they hold. */
function examineChange(found: Resource, changes: Partial<Resource>): RowProblem[] {
  const { availableFrom, availableTo } = found;
  const { capacity } = changes;
  const problems = errorsOf(examineResource({ availableFrom, availableTo, ...changes }).result());
  if (capacity === undefined || compareDecimals(capacity, found.held) >= 0) return problems;
  const message = tooLittleCapacity(found, `capacity ${capacity} is too little`);
  return [...problems, rowError('capacity', { code: 'CAPACITY_EXCEEDED', message })];
}
