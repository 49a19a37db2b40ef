// Authorization belongs to the field: role × field × route, generated from the schemas and the policy tables.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLObjectType, isLeafType, isObjectType } from 'graphql';
import { subgraphs } from '#gateway/embedded.js';
import type { SubgraphName } from '#shared/directory.js';
import { everyone, mayUse, policyGaps, type Rule, ruleOf } from '#shared/policy.js';
import { buildSubgraph, wholePolicy } from '#shared/subgraph.js';
import { anonymous, type Role, roles, type Viewer } from '#shared/viewer.js';
import { withClient } from './kit/database.js';
import { sampleArguments } from './kit/sample.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from './kit/subgraphs.js';
import { pathsTo } from './kit/paths.js';

const names = Object.keys(subgraphs) as SubgraphName[];
const schemas = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => [name, (await buildSubgraph(subgraphs[name])).schema] as const),
  ),
);

/** Everybody there can be: a stranger and each role, bound to parties that own nothing. */
const viewers: Viewer[] = [
  anonymous,
  ...roles.map((role: Role) => viewerAs(role, { partnerId: randomUUID(), organizationId: randomUUID() })),
];
const nameOf = ({ roles: [role] }: Viewer) => role ?? 'anonymous';

interface Guarded {
  subgraph: SubgraphName;
  type: GraphQLObjectType;
  field: string;
  rule: Rule;
}

const guarded: Guarded[] = names.flatMap((subgraph) =>
  Object.values(schemas[subgraph]!.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => !field.startsWith('_'))
        .map((field) => ({
          subgraph,
          type,
          field,
          rule: ruleOf(wholePolicy(subgraphs[subgraph]), type.name, field),
        })),
    )
    .filter(({ rule }) => rule !== everyone),
);
const isRoot = ({ type }: Guarded) => ['Query', 'Mutation'].includes(type.name);
const refusal = (viewer: Viewer) => (viewer.subject === null ? 'UNAUTHENTICATED' : 'FORBIDDEN');

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

test('a field without a row, and a row without a field, fail the build', async () => {
  const partners = subgraphs.partners;
  const rows = Object.entries(partners.policy.types['Resource']!).filter(([name]) => name !== 'title');
  const Resource = { ...Object.fromEntries(rows), gone: everyone };
  const open = { ...partners.policy, types: { ...partners.policy.types, Resource } };
  expect(policyGaps(schemas['partners']!, wholePolicy({ ...partners, policy: open as never }))).toEqual([
    'Resource.title has no row',
    'Resource.gone is a row without a field',
  ]);
  await expect(buildSubgraph({ ...partners, policy: open as never })).rejects.toThrow(
    /Resource\.title has no row/,
  );
});

describe.each(guarded.filter(isRoot).map((row) => ({ ...row, coordinate: `${row.type.name}.${row.field}` })))(
  'root $coordinate',
  ({ subgraph, type, field, rule }) => {
    const { args, type: answer } = type.getFields()[field]!;
    const { declared, passed, variables } = sampleArguments(args);
    const selection = isLeafType(getNamedType(answer)) ? '' : '{ __typename }';
    const operation = `${type.name.toLowerCase()} ${declared} { ${field}${passed} ${selection} }`;

    const ask = async (viewer: Viewer) => {
      const { data, errors } = await hub.ask(subgraph, viewer, operation, variables);
      return { data, codes: (errors ?? []).map(({ extensions }) => extensions?.['code']) };
    };

    test('refuses every role without the right, and writes nothing', async () => {
      const before = await auditLength(subgraph);
      for (const viewer of viewers.filter((denied) => !mayUse(rule, denied))) {
        const { data, codes } = await ask(viewer);
        expect([nameOf(viewer), ...codes]).toEqual([nameOf(viewer), refusal(viewer)]);
        expect(data?.[field as never] ?? null).toBeNull();
      }
      expect(await auditLength(subgraph)).toBe(before);
    });

    test('lets every role with the right pass', async () => {
      for (const viewer of viewers.filter((allowed) => mayUse(rule, allowed))) {
        const { codes } = await ask(viewer);
        expect(codes).not.toContain('UNAUTHENTICATED');
        // A role that needs no row of its own passes the wall; what it meets behind is for the story to say.
        if (rule !== everyone && rule.some((grant) => viewer.roles.includes(grant as Role)))
          expect(codes).not.toContain('FORBIDDEN');
      }
    });
  },
);

async function auditLength(subgraph: SubgraphName): Promise<number> {
  return withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${subgraph}.audit_record`,
    );
    return rows[0]!.count;
  });
}

const codesOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => [
  ...new Set((errors ?? []).map(({ extensions }) => extensions?.['code'])),
];
const inside = guarded.filter((row) => !isRoot(row));

test('no guarded field answers by `_entities`, with and without a fragment between', async () => {
  const keyed = inside.filter(
    ({ subgraph, type }) => subgraphs[subgraph].references[type.name] !== undefined,
  );
  expect(new Set(keyed.map(({ type }) => type.name))).toContain('Donation');
  for (const { subgraph, type, field, rule } of keyed) {
    const id = await someId(subgraph, type.name);
    const selection = selectionOf(type, field);
    for (const document of [
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} { ${selection} } } }`,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ...Outer } } fragment Outer on ${type.name} { ... { ${selection} } }`,
    ]) {
      for (const viewer of viewers) {
        const answer = await hub.ask<{ _entities: (Record<string, unknown> | null)[] }>(
          subgraph,
          viewer,
          document,
          {
            of: [{ __typename: type.name, id }],
          },
        );
        // Either the field refuses, or the database has not even shown the row.
        if (!mayUse(rule, viewer)) expect(answer.data?._entities?.[0]?.[field] ?? null).toBeNull();
        expect(codesOf(answer).filter((code) => code !== refusal(viewer) || mayUse(rule, viewer))).toEqual(
          [],
        );
      }
    }
  }
});

describe('fields that public ways lead to', () => {
  // Fields of a type with the same rule go together: what refuses one of them refuses each.
  const groups = [
    ...Map.groupBy(
      inside,
      ({ subgraph, type, rule }) => `${subgraph} ${type.name} ${JSON.stringify(rule)}`,
    ).values(),
  ];
  const ways = groups
    .flatMap((group) =>
      pathsTo(schemas[group[0]!.subgraph]!, group[0]!.type.name).map((path) => ({ group, path })),
    )
    .filter(
      ({ group, path }) =>
        ruleOf(wholePolicy(subgraphs[group[0]!.subgraph]), 'Query', path[0]!.field) === everyone,
    )
    .map(({ group, path }) => {
      const names = group.map(({ field }) => field).join(' ');
      return [`${path.map(({ field }) => field).join('.')}: ${names}`, group, path] as const;
    });

  test.each(ways)('%s', async (_name, group, path) => {
    const { subgraph, type, rule } = group[0]!;
    const inner = `... on ${type.name} { ${group.map(({ field }) => selectionOf(type, field)).join(' ')} }`;
    const nested = path.reduceRight(
      (selection, step) => `${step.field}${step.passed} { ${selection} }`,
      inner,
    );
    const ask = (viewer: Viewer) => hub.ask(subgraph, viewer, `{ ${nested} }`);
    const names = group.map(({ field }) => field).join('|');
    const allowed = await ask(viewers.find((viewer) => mayUse(rule, viewer))!);
    expect(allowed.errors).toBeUndefined();
    const isShown = new RegExp(`"(${names})":`).test(JSON.stringify(allowed.data));
    for (const viewer of viewers.filter((denied) => !mayUse(rule, denied))) {
      const answer = await ask(viewer);
      // A step of the way may be guarded itself, and refuses even where it would lead to nothing.
      expect(codesOf(answer).filter((code) => code !== refusal(viewer))).toEqual([]);
      if (isShown) expect(codesOf(answer)).toEqual([refusal(viewer)]);
      expect(JSON.stringify(answer.data)).not.toMatch(new RegExp(`"(${names})":(?!null)`));
    }
  });
});

function selectionOf(type: GraphQLObjectType, field: string): string {
  const named = getNamedType(type.getFields()[field]!.type);
  return isLeafType(named) ? field : `${field} { __typename }`;
}

/** Yields the id of some row of an entity that the dataset holds. */
async function someId(subgraph: SubgraphName, type: string): Promise<string> {
  const table = type.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
  // What a subgraph adds to another's entity is asked for by the key of a row there.
  const owner = names.find((name) => subgraphs[name].owns.includes(type)) ?? subgraph;
  return withClient(hub.database.address, async (client) => {
    const { rows } = await client.query<{ id: string }>(`select id from ${owner}.${table} limit 1`);
    if (rows[0] === undefined) throw new Error(`The dataset holds no ${type}.`);
    return rows[0].id;
  });
}
