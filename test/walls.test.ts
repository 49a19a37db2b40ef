// Case 50: what is another's stays untouched, whoever asks and however, and also where the services let everybody through.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type pg from 'pg';
import { partners } from '#subgraphs/partners/index.js';
import { roleAddress } from '#shared/database/provision.js';
import { sessionOf } from '#shared/database/row-security.sql.js';
import type { Question, SubgraphName } from '#shared/directory.js';
import { demoId } from '#shared/demo/identity.js';
import { everyone, type Policy } from '#shared/policy.js';
import { type RunningSubgraph, runSubgraph } from '#shared/run-subgraph.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { withClient } from './kit/database.js';
import {
  admin,
  base,
  changePartners,
  makeLink,
  makePartner,
  makeResource,
  organizationViewer,
  type Outcome,
  partnersMutation,
  partnersMutations,
  partnerViewer,
} from './kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from './kit/subgraphs.js';

/** A partner with something in every table. */
interface Tenant {
  partner: Outcome;
  published: Outcome;
  draft: Outcome;
  proposed: Outcome;
  agreement: Outcome;
  qualification: Outcome;
  viewer: Viewer;
}

let hub: TestSubgraphs;
let tenants: [Tenant, Tenant];
beforeAll(async () => {
  hub = await openSubgraphs();
  tenants = [await makeTenant(), await makeTenant()];
});
afterAll(() => hub?.stop());

const certificate = { registeredOn: '2020-01-01', certificateNumber: '赣慈募001' };

async function makeTenant(): Promise<Tenant> {
  const partner = await makePartner(hub, { kind: 'FOUNDATION' });
  const viewer = partnerViewer(partner.id);
  const published = await makeResource(hub, partner.id);
  const draft = await changePartners(hub, viewer, 'registerResource', {
    ...offerOf(partner.id),
    idempotencyKey: randomUUID(),
  });
  return {
    partner,
    viewer,
    published,
    draft,
    proposed: await makeLink(hub, published.id, {}, viewer),
    agreement: await changePartners(hub, viewer, 'signAgreement', agreementOf(partner.id)),
    qualification: await changePartners(hub, admin, 'recordQualification', {
      ...certificate,
      partnerId: partner.id,
      grantedOn: '2021-01-01',
    }),
  };
}

const offerOf = (partnerId: string) => ({
  partnerId,
  title: `offer ${randomUUID()}`,
  category: 'VENUE',
  capacity: '1',
  unit: '次',
});
const agreementOf = (partnerId: string) => ({
  partnerId,
  title: '合作协议',
  scope: ['VENUE'],
  organizationId: base,
});

/** Every mutation, aimed at what is another's: by its id, or by naming the other in the input. */
function attacksOn({ partner, published, draft, proposed, qualification }: Tenant): [string, object][] {
  const known = { resourceId: published.id, version: 1 };
  return [
    ['registerPartner', { name: `伙伴 ${randomUUID()}`, kind: 'ENTERPRISE' }],
    ['updatePartner', { partnerId: partner.id, version: 1, name: '他人' }],
    ['signAgreement', agreementOf(partner.id)],
    ['recordQualification', { ...certificate, partnerId: partner.id, grantedOn: '2022-01-01' }],
    ['revokeQualification', { qualificationId: qualification.id, revokedOn: '2022-01-01' }],
    ['registerResource', offerOf(partner.id)],
    ['updateResource', { ...known, title: '他人' }],
    ['updateResource', { ...known, resourceId: draft.id, title: '他人' }],
    ['publishResource', { ...known, resourceId: draft.id }],
    ['withdrawResource', known],
    ['proposeLink', { resourceId: published.id, organizationId: base, quantity: '1' }],
    ['proposeLink', { resourceId: draft.id, organizationId: base, quantity: '1' }],
    ['moveLink', { linkId: proposed.id, to: 'CANCELLED', version: 1 }],
  ];
}

const guarded = [
  'partner',
  'cooperation_agreement',
  'resource',
  'resource_link',
  'link_event',
  'fundraising_qualification',
  'idempotency',
  'audit_record',
];

/** Everything that stands in the guarded tables. */
async function contents(): Promise<Record<string, string>> {
  return withClient(hub.database.address, async (client) => {
    const hashes: Record<string, string> = {};
    for (const table of guarded) {
      const { rows } = await client.query<{ hash: string }>(
        `select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as hash from partners.${table} r`,
      );
      hashes[table] = rows[0]?.hash ?? '';
    }
    return hashes;
  });
}

/** Runs every attack as each stranger; yields what did not end as a refusal. */
async function runAttacks(
  ask: (viewer: Viewer, name: string, input: object) => Promise<{ data?: unknown; errors?: unknown }>,
): Promise<unknown[]> {
  const [first, second] = tenants;
  const strangers: [Viewer, Tenant][] = [
    [first.viewer, second],
    [second.viewer, first],
    ...[first, second].flatMap((victim): [Viewer, Tenant][] => [
      [organizationViewer(demoId('organization', 'party-mass-center')), victim],
      [viewerAs('analyst'), victim],
      [anonymous, victim],
    ]),
  ];
  const through: unknown[] = [];
  for (const [viewer, victim] of strangers)
    for (const [name, input] of attacksOn(victim)) {
      const { data, errors } = await ask(viewer, name, input);
      const type = (data as { result: Outcome } | null | undefined)?.result.__typename;
      if (errors === undefined && type !== 'UnknownReference') through.push([viewer.subject, name, data]);
    }
  return through;
}

test('case 50: every mutation is aimed at', () => {
  expect(new Set(attacksOn(tenants[0]).map(([name]) => name))).toEqual(new Set(partnersMutations));
  const known = Object.keys(partners.policy.Mutation);
  expect(partnersMutations.toSorted()).toEqual(known.toSorted());
});

test("case 50: no stranger changes what is another's, by its id or by naming it", async () => {
  const before = await contents();
  const codes = new Set<unknown>();
  const through = await runAttacks(async (viewer, name, input) => {
    const answer = await hub.ask('partners', viewer, partnersMutation(name), { input });
    answer.errors?.forEach(({ extensions }) => codes.add(extensions?.['code']));
    return answer;
  });
  expect(through).toEqual([]);
  expect(codes).toEqual(new Set(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']));
  expect(await contents()).toEqual(before);
});

describe.each([10, 1])('case 50: with the first wall switched off and a pool of %i', (poolMax) => {
  let open: RunningSubgraph;
  beforeAll(async () => {
    open = await runSubgraph(
      { ...partners, policy: openPolicy(partners.policy) },
      hub.database.address,
      {
        ask: async <Data>(name: SubgraphName, { query, variables, viewer }: Question) =>
          (await hub.ask<Data>(name, viewer, query, variables)).data as Data,
      },
      poolMax,
    );
  });
  afterAll(() => open?.close());

  const ask = (viewer: Viewer, query: string, variables: Record<string, unknown>) =>
    open.execute({ document: parse(query), variables, viewer });

  test("no stranger changes what is another's", async () => {
    const before = await contents();
    const through = await runAttacks((viewer, name, input) => ask(viewer, partnersMutation(name), { input }));
    expect(through).toEqual([]);
    expect(await contents()).toEqual(before);
  });

  test('everybody changes what is his own, so it was the second wall that refused', async () => {
    const { partner, viewer, published, proposed } = await makeTenant();
    const own: [Viewer, string, object][] = [
      [viewer, 'updatePartner', { partnerId: partner.id, version: 1, nameEn: 'Own' }],
      [viewer, 'signAgreement', agreementOf(partner.id)],
      [viewer, 'registerResource', offerOf(partner.id)],
      [viewer, 'updateResource', { resourceId: published.id, version: 1, title: `own ${randomUUID()}` }],
      [viewer, 'proposeLink', { resourceId: published.id, organizationId: base, quantity: '1' }],
      [organizationViewer(base), 'moveLink', { linkId: proposed.id, to: 'ACCEPTED', version: 1 }],
    ];
    for (const [who, name, input] of own) {
      const { data, errors } = await ask(who, partnersMutation(name), { input });
      expect([name, errors, (data?.['result'] as Outcome).code]).toEqual([name, undefined, undefined]);
    }
  });

  test('each sees his own drafts and nobody else’s, however the connections are shared', async () => {
    const drafts = tenants.map(({ draft }) => draft.id);
    const seen = 'query ($a: ID!, $b: ID!) { a: resource(id: $a) { id } b: resource(id: $b) { id } }';
    const viewers = [
      ...tenants.map(({ viewer }) => viewer),
      organizationViewer(base),
      viewerAs('viewer'),
      anonymous,
    ];
    const asked = Array.from({ length: 50 }, (_, turn) => turn % viewers.length);
    const answers = await Promise.all(
      asked.map(async (turn) => {
        const { data } = await ask(viewers[turn] as Viewer, seen, { a: drafts[0], b: drafts[1] });
        return [data?.['a'] !== null, data?.['b'] !== null];
      }),
    );
    expect(answers).toEqual(asked.map((turn) => [turn === 0, turn === 1]));
  });
});

/** The same table with every row for everybody. */
function openPolicy({ Query, Mutation, types }: Policy): Policy {
  const open = <T extends object>(rows: T) =>
    Object.fromEntries(Object.keys(rows).map((name) => [name, everyone])) as never;
  return {
    Query: open(Query),
    Mutation: open(Mutation),
    types: Object.fromEntries(Object.entries(types).map(([type, rows]) => [type, open(rows)])),
  };
}

describe('case 50: in the database itself', () => {
  test('every table that the hub may write is guarded', async () => {
    const { rows } = await withClient(hub.database.address, (client) =>
      client.query<{ table: string; guarded: boolean }>(
        `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as guarded from pg_class c
         where c.relnamespace = 'partners'::regnamespace and c.relkind = 'r'
           and (has_any_column_privilege('hub_partners', c.oid, 'insert, update') or c.relname = 'audit_record')`,
      ),
    );
    expect(rows.filter((row) => !row.guarded)).toEqual([]);
    expect(rows.map(({ table }) => table).toSorted()).toEqual(guarded.toSorted());
  });

  /** One foreign row of each table, and what somebody might try with it. */
  const attempts = ({ partner, published, draft, proposed, agreement, qualification, viewer }: Tenant) => ({
    partner: [`id = '${partner.id}'`, `update partners.partner set name = 'x'`],
    cooperation_agreement: [
      `id = '${agreement.id}'`,
      `update partners.cooperation_agreement set title = 'x'`,
    ],
    resource: [`id in ('${published.id}', '${draft.id}')`, `update partners.resource set title = 'x'`],
    resource_link: [`id = '${proposed.id}'`, `update partners.resource_link set status = 'CANCELLED'`],
    link_event: [`link_id = '${proposed.id}'`, `update partners.link_event set note = 'x'`],
    fundraising_qualification: [
      `id = '${qualification.id}'`,
      `update partners.fundraising_qualification set revoked_on = '2022-01-01'`,
    ],
    idempotency: [`subject = '${viewer.subject}'`, `update partners.idempotency set answer = '{}'`],
    audit_record: [`entity_id = '${draft.id}'`, `update partners.audit_record set subject = 'x'`],
  });

  const inserts = ({ partner, published, proposed, viewer }: Tenant) => ({
    partner: `insert into partners.partner (id, name, kind, provenance) values (gen_random_uuid(), 'x', 'ENTERPRISE', 'REGISTERED')`,
    cooperation_agreement: `insert into partners.cooperation_agreement (id, partner_id, title, scope, provenance)
      values (gen_random_uuid(), '${partner.id}', 'x', '{VENUE}', 'REGISTERED')`,
    resource: `insert into partners.resource (id, partner_id, title, category, capacity, unit, status, provenance)
      values (gen_random_uuid(), '${partner.id}', 'x', 'VENUE', 1, 'x', 'DRAFT', 'REGISTERED')`,
    resource_link: `insert into partners.resource_link (id, resource_id, organization_id, area_code, status, quantity, provenance)
      values (gen_random_uuid(), '${published.id}', gen_random_uuid(), '360300', 'PROPOSED', 1, 'REGISTERED')`,
    link_event: `insert into partners.link_event (link_id, position, to_status) values ('${proposed.id}', 9, 'ACCEPTED')`,
    fundraising_qualification: `insert into partners.fundraising_qualification
      (id, partner_id, registered_on, granted_on, certificate_number, provenance)
      values (gen_random_uuid(), '${partner.id}', '2010-01-01', '2012-01-01', 'x', 'REGISTERED')`,
    idempotency: `insert into partners.idempotency (scope, key, request_hash, subject)
      values ('x', gen_random_uuid()::text, 'x', '${viewer.subject}')`,
    audit_record: `insert into partners.audit_record select * from partners.audit_record`,
  });

  /** What only its owner reads; the other tables are public, drafts apart. */
  const visible: Record<string, number> = { resource: 1, idempotency: 0, audit_record: 0 };

  describe.each([0, 1])('tenant %i', (index) => {
    test.each(guarded)('neither reads what is hidden in %s nor writes there for the other', async (table) => {
      const [mine, others] = index === 0 ? tenants : [tenants[1], tenants[0]];
      const name = table as keyof ReturnType<typeof inserts>;
      const [where, change] = attempts(others)[name] as [string, string];
      const run = (statement: string) => asTenant(mine.viewer, statement);
      expect(await run(`select from partners.${table} where ${where}`)).toBe(visible[table] ?? 1);
      expect([0, 'refused']).toContain(await run(`${change} where ${where}`));
      expect(await run(`delete from partners.${table} where ${where}`)).toBe('refused');
      expect(await run(inserts(others)[name])).toBe('refused');
    });

    test('takes no row of the other by writing its own name on it, and gives none away', async () => {
      const [mine, others] = index === 0 ? tenants : [tenants[1], tenants[0]];
      const take = `update partners.resource set partner_id = '${mine.partner.id}' where id = '${others.published.id}'`;
      expect(await asTenant(mine.viewer, take)).toBe(0);
      const give = `update partners.resource set partner_id = '${others.partner.id}' where id = '${mine.published.id}'`;
      expect(await asTenant(mine.viewer, give)).toBe('refused');
      const change = `update partners.resource_link set resource_id = '${mine.published.id}' where id = '${mine.proposed.id}'`;
      expect(await asTenant(mine.viewer, change)).toBe('refused');
    });
  });

  /** Runs one statement as the hub would for a viewer, and takes it back; yields how many rows it met, or that it was refused. */
  async function asTenant(viewer: Viewer, statement: string): Promise<number | 'refused'> {
    return withClient(roleAddress('partners', hub.database.address), async (client: pg.Client) => {
      await client.query('begin');
      for (const [name, value] of Object.entries(sessionOf(viewer) ?? {}))
        await client.query('select set_config($1, $2, true)', [name, value]);
      try {
        return (await client.query(statement)).rowCount ?? 0;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== '42501') throw error;
        return 'refused';
      } finally {
        await client.query('rollback');
      }
    });
  }
});
