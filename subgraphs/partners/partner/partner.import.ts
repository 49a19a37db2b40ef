import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey, entitiesWhere } from '#shared/database/rows.js';
import { raw, sql } from '#shared/database/sql.js';
import type { Existing, Given, Importer, LikeKey, Plan } from '#shared/imports/importer.js';
import { errorsOf, findingWarnings, rowError } from '#shared/imports/problems.js';
import { comparedColumn, comparedName, lookedFor } from '#shared/imports/references.js';
import {
  changeOf,
  insertPlanned,
  removeRows,
  restoreRows,
  type RowChange,
  updatePlanned,
} from '#shared/imports/writing-rows.js';
import { normalizeUscc } from '#shared/uscc.js';
import type { PartnersContext } from '../context.js';
import { Partner } from './partner.entity.js';
import { examinePartner, partnerChanges, partnerRow, usccTaken } from './partner.examination.js';
import type { RegisterPartnerInput } from './partner.input.js';
import { examinePartnerUscc } from './partner.uscc.js';

/** What a file may change of a partner; kind and credit code are for life (R-USCC-09). */
const changeable = ['name', 'nameEn', 'areaCode'] as const;

type PartnerPlan = Plan<Partial<Partner>, RowChange<Partner>>;
type Row = Given<RegisterPartnerInput>;

/** Takes partners in bulk. */
export const partnerImporter: Importer<PartnersContext, Partial<Partner>, RowChange<Partner>> = {
  mutation: 'registerPartner',
  input: 'RegisterPartnerInput',
  action: 'importPartners',
  entity: Partner.name,
  table: 'partners.partner',
  authorize: ({ authorize }) => authorize('registerPartner', {}),
  plan: async ({ em }, rows: readonly Row[]) => {
    const known = await findAlike(em, rows);
    return rows.map((row) => planOf(row, known));
  },
  create: async (writing, plans) => (await insertPlanned(writing, Partner, plans)).written,
  update: async (writing, plans) => (await updatePlanned(writing, Partner, changeable, plans)).written,
  referrers: [
    { table: 'partners.resource', column: 'partner_id', says: 'a resource' },
    { table: 'partners.cooperation_agreement', column: 'partner_id', says: 'an agreement' },
    { table: 'partners.fundraising_qualification', column: 'partner_id', says: 'a qualification' },
    { table: 'partners.resource_link', column: 'partner_id', says: 'a link' },
  ],
  foreignReferrers: [
    { subgraph: 'donations', says: 'a donation or campaign' },
    { subgraph: 'identity', says: 'an API key' },
  ],
  takeBack: async (writing, { created, updated }) => {
    const ids = updated.map(({ id }) => id);
    const rows = await entitiesByKey(writing.writer.em, 'viewer', Partner, 'id', ids);
    await restoreRows(writing, Partner, changeable, rows, updated);
    await removeRows(writing, Partner.name, 'partners.partner', created);
  },
};

const codeOf = ({ uscc }: RegisterPartnerInput): string | null => (uscc == null ? null : normalizeUscc(uscc));

/** Reads the partners that any of some rows may be like: by code, or by name. */
function findAlike(em: EntityManager, rows: readonly Row[]): Promise<Partner[]> {
  const codes = lookedFor(rows.flatMap(({ input }) => codeOf(input) ?? []));
  const names = lookedFor(rows.map(({ input }) => comparedName(input.name)));
  const name = raw(comparedColumn('row.name'));
  return entitiesWhere(
    em,
    'everybody',
    Partner,
    sql`row.uscc = any(${codes}::text[]) or ${name} = any(${names}::text[])`,
    raw('order by row.created_at, row.id'),
  );
}

function planOf({ number, input, named }: Row, known: readonly Partner[]): PartnerPlan {
  const code = codeOf(input);
  const found = likeOf(input, code, known);
  const existing: Existing | null = found && {
    id: found.id,
    name: found.name,
    version: found.version,
    taken: code !== null && found.uscc === code ? taken(found) : null,
  };
  const changes = Object.fromEntries(
    Object.entries(partnerChanges(input)).filter(([property]) => named.has(property)),
  ) as Partial<Partner>;
  return {
    number,
    existing,
    keys: keysOf(input, code),
    problems: [
      ...errorsOf(examinePartner(input, 'WARNING').result()),
      ...findingWarnings(
        'uscc',
        code === null ? [] : examinePartnerUscc(code, input.kind, 'WARNING').warnings,
      ),
    ],
    values: partnerRow(input),
    changes: found && changeOf(found, changes),
  };
}

/** The same code, or the same name and kind where not both have codes: bodies with two codes are two. */
function likeOf(
  { name, kind }: RegisterPartnerInput,
  code: string | null,
  known: readonly Partner[],
): Partner | null {
  const byCode = code === null ? undefined : known.find(({ uscc }) => uscc === code);
  const called = comparedName(name);
  const byName = () =>
    known.find(
      (other) =>
        other.kind === kind &&
        comparedName(other.name) === called &&
        (code === null || other.uscc === null || other.uscc === code),
    );
  return byCode ?? byName() ?? null;
}

const taken = (existing: Pick<Partner, 'name'>) =>
  rowError('uscc', { code: 'DUPLICATE_USCC', message: usccTaken(existing) });

/** A row without a code is like any other of its name; rows with codes are like those of their code. */
function keysOf({ name, kind }: RegisterPartnerInput, code: string | null): LikeKey[] {
  if (code !== null) return [{ key: `code ${code}`, taken: taken({ name: name.trim() }) }];
  return [{ key: `name ${kind} ${comparedName(name)}`, taken: null }];
}
