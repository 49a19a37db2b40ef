// Case 50: what is another's stays untouched, whoever asks and however, and also where the services let everybody through.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { partners } from '#subgraphs/partners/index.js';
import type { Question, SubgraphName } from '#shared/directory.js';
import { demoId } from '#shared/demo/identity.js';
import { everyone, type Policy } from '#shared/policy.js';
import { type RunningSubgraph, runSubgraph } from '#shared/run-subgraph.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import { withClient } from '../kit/database.js';
import {
  base,
  organizationViewer,
  type Outcome,
  partnersMutation,
  partnersMutations,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';
import {
  agreementOf,
  attacksOn,
  certificate,
  guarded,
  makeTenant,
  offerOf,
  type Tenant,
} from '../kit/tenants.js';

let hub: TestSubgraphs;
let tenants: [Tenant, Tenant];
beforeAll(async () => {
  hub = await openSubgraphs();
  tenants = [await makeTenant(hub), await makeTenant(hub)];
});
afterAll(() => hub?.stop());

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
      { poolMax },
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
    const { partner, viewer, published, proposed } = await makeTenant(hub);
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

  test('a partner does not qualify itself', async () => {
    const { partner, viewer } = tenants[0];
    const input = { ...certificate, partnerId: partner.id, grantedOn: '2023-01-01' };
    const { errors } = await ask(viewer, partnersMutation('recordQualification'), { input });
    expect(errors?.[0]?.message).toMatch(/row-level security/);
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
