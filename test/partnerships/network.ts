// Who is tied with whom: the questions of an analyst, through GraphQL.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import pg from 'pg';
import { type EmbeddedSubgraphs, embedSubgraphs } from '#gateway/embedded.js';
import { driverConfig } from '#shared/database/connection.js';
import { roleAddress } from '#shared/database/provision.js';
import { defaultLimits } from '#shared/limits.js';
import { Graphs } from '#subgraphs/partners/network/graphs.js';
import { selectionOf } from '#subgraphs/partners/network/network.input.js';
import { withClient } from '../kit/database.js';
import { registerAs } from '../kit/organizations.js';
import { admin, changePartners, makeLink, makePartner, makeResource, moveAlong } from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

/** Two counties where nobody of the dataset and of other tests is tied to anybody. */
const area = '510604';
const elsewhere = '510682';
const active = ['ACCEPTED', 'ACTIVE'];

let hub: TestSubgraphs;
let ids: Record<'university' | 'foundation' | 'bureau' | 'one' | 'two' | 'three' | 'far' | 'project', string>;
beforeAll(async () => {
  hub = await openSubgraphs();
  const organization = async (areaCode = area) =>
    (
      await registerAs(hub, {
        name: `机构 ${randomUUID()}`,
        kind: 'COMMUNITY_ORGANIZATION',
        registrationStatus: 'FILED',
        areaCode,
      })
    ).id;
  const partner = async (kind: string) => (await makePartner(hub, { kind })).id;
  ids = {
    university: await partner('UNIVERSITY'),
    foundation: await partner('FOUNDATION'),
    bureau: await partner('GOVERNMENT_BODY'),
    one: await organization(),
    two: await organization(),
    three: await organization(),
    far: await organization(elsewhere),
    project: '',
  };
  ids.project = await registerProject(ids.two);
  // university – one, two · foundation – two (and its project), three · university – three by an agreement.
  await tie(ids.university, ids.one, { startsOn: '2024-01-01', endsOn: '2025-01-01' });
  await tie(ids.university, ids.two, { startsOn: '2024-06-01' });
  await tie(ids.university, ids.two, { startsOn: '2023-06-01', endsOn: '2024-07-01' });
  await tie(ids.foundation, ids.two, { projectId: ids.project }, ['ACCEPTED', 'ACTIVE', 'FULFILLED'], 'FUND');
  await tie(ids.foundation, ids.three, { startsOn: '2025-01-01' }, active, 'FUND');
  await agree(ids.university, ids.three, { validFrom: '2024-01-01', validTo: '2026-01-01' });
  // What ties nobody: a proposal, what was agreed on, what was declined, and what was called off before it began.
  for (const path of [[], ['ACCEPTED'], ['DECLINED'], ['CANCELLED'], ['ACCEPTED', 'CANCELLED']])
    await tie(ids.bureau, ids.one, {}, path);
  await tie(ids.bureau, ids.far, {}, ['ACCEPTED', 'ACTIVE', 'CANCELLED']);
});
afterAll(() => hub?.stop());

async function registerProject(organizationId: string): Promise<string> {
  const mutation = `mutation ($input: RegisterProjectInput!) { result: registerProject(input: $input) { ... on Project { id } } }`;
  const input = { organizationId, name: `项目 ${randomUUID()}`, beneficiaries: ['儿童'] };
  return (await hub.mutate<{ id: string }>('organizations', admin, mutation, input)).id;
}

async function tie(
  partnerId: string,
  organizationId: string,
  rest: object = {},
  path: readonly string[] = active,
  category = 'TRAINING',
) {
  const resource = await makeResource(hub, partnerId, { category });
  const link = await makeLink(hub, resource.id, { organizationId, ...rest });
  return moveAlong(hub, link, path);
}

const agree = (partnerId: string, organizationId: string, rest: object = {}) =>
  changePartners(hub, admin, 'signAgreement', {
    partnerId,
    organizationId,
    title: '合作协议',
    scope: ['TRAINING'],
    ...rest,
  });

const analyst = viewerAs('analyst');
async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await hub.ask<Data>('partners', analyst, query, variables);
  expect(errors).toBeUndefined();
  return data as Data;
}
async function mistakeOf(query: string, variables: Record<string, unknown> = {}) {
  const { errors } = await hub.ask('partners', analyst, query, variables);
  return errors?.map(({ message, extensions }) => ({ message, code: extensions?.['code'] }))[0];
}

interface Edge {
  source: string;
  target: string;
  kind: string;
  weight: number;
  validFrom: string | null;
  validTo: string | null;
}
interface Net {
  nodes: { id: string; kind: string; degree: number; betweenness: number; community: number }[];
  edges: Edge[];
  nodeCount: number;
  edgeCount: number;
  density: number;
  components: number;
  modularity: number | null;
  truncated: boolean;
  dataVersion: string;
}
const shown = `nodes { id kind degree betweenness community x y } edges { source target kind weight validFrom validTo }
  nodeCount edgeCount density components modularity truncated dataVersion`;
const linkNetwork = async (filter: object = { area }, maxNodes = 500): Promise<Net> =>
  (
    await ask<{ linkNetwork: Net }>(
      `query ($filter: NetworkFilter, $maxNodes: Int) { linkNetwork(filter: $filter, maxNodes: $maxNodes) { ${shown} } }`,
      { filter, maxNodes },
    )
  ).linkNetwork;

/** Nodes by the names of this test. */
const nameOf = (id: string) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? id;
const told = ({ source, target, kind, weight }: Edge) =>
  `${[nameOf(source), nameOf(target)].sort().join('–')} ${kind} ${weight}`;
const edgesOf = async (filter: object) => (await linkNetwork({ area, ...filter })).edges.map(told).sort();

const everything = [
  'foundation–project RESOURCE_LINK 1',
  'foundation–three RESOURCE_LINK 1',
  'foundation–two RESOURCE_LINK 1',
  'one–university RESOURCE_LINK 1',
  'three–university AGREEMENT 1',
  'two–university RESOURCE_LINK 2',
];

describe('linkNetwork', () => {
  test('is made of the links that came about and of agreements, each tying its partner to organization and project', async () => {
    const network = await linkNetwork();
    expect(network.edges.map(told).sort()).toEqual(everything);
    expect(network).toMatchObject({ nodeCount: 6, edgeCount: 6, components: 1, truncated: false });
    expect(network.density).toBeCloseTo(6 / 15, 10);
    const nodes = network.nodes.map(({ id, kind, degree }) => `${nameOf(id)} ${kind} ${degree}`);
    expect(nodes.slice(0, 2).sort()).toEqual(['foundation PARTNER 3', 'university PARTNER 3']);
    expect(nodes.slice(2).sort()).toEqual([
      'one ORGANIZATION 1',
      'project PROJECT 1',
      'three ORGANIZATION 2',
      'two ORGANIZATION 2',
    ]);
    const edge = network.edges.find((one) => told(one) === 'two–university RESOURCE_LINK 2');
    // The first of the two begins first, and the second has no end.
    expect(edge).toMatchObject({ validFrom: '2023-06-01', validTo: null });
  });

  test.each([
    ['of a kind of ties', { edgeKinds: ['AGREEMENT'] }, ['three–university AGREEMENT 1']],
    ['of a kind of partners', { partnerKind: ['FOUNDATION'] }, everything.slice(0, 3)],
    ['of a category, which agreements cover too', { category: ['TRAINING'] }, everything.slice(3)],
    [
      'of a day, on whose first moment a tie holds',
      { validOn: '2024-01-01' },
      ['one–university RESOURCE_LINK 1', 'three–university AGREEMENT 1', 'two–university RESOURCE_LINK 1'],
    ],
    ['of the day before', { validOn: '2023-12-31' }, ['two–university RESOURCE_LINK 1']],
    [
      'of a day on which a tie no longer holds',
      { validOn: '2025-01-01', partnerKind: ['UNIVERSITY'] },
      ['three–university AGREEMENT 1', 'two–university RESOURCE_LINK 1'],
    ],
    [
      'of everything at once',
      {
        validOn: '2025-01-01',
        category: ['FUND'],
        edgeKinds: ['RESOURCE_LINK'],
        partnerKind: ['FOUNDATION', 'UNIVERSITY'],
      },
      ['foundation–three RESOURCE_LINK 1'],
    ],
    ['of nothing', { partnerKind: [] }, []],
  ])('is narrowed to ties %s', async (_what, filter, expected) => {
    expect(await edgesOf(filter)).toEqual(expected);
  });

  test('knows a link that was called off after it began as one that has ended', async () => {
    const { edges } = await linkNetwork({ area: elsewhere });
    // It began and ended on the day of this test.
    expect(edges.map(told)).toEqual(['bureau–far RESOURCE_LINK 1']);
    expect(edges[0]?.validTo).toBe(edges[0]?.validFrom);
    expect((await linkNetwork({ area: elsewhere, validOn: edges[0]?.validFrom })).edges).toEqual([]);
  });

  test('shows the nodes with most neighbours, and says that there are more', async () => {
    const network = await linkNetwork({ area }, 2);
    expect(network.nodes.map(({ id }) => nameOf(id)).sort()).toEqual(['foundation', 'university']);
    expect(network).toMatchObject({ edges: [], nodeCount: 6, edgeCount: 6, truncated: true });
    // Measures are those of the whole network.
    const whole = await linkNetwork();
    expect(network.nodes.map(({ betweenness }) => betweenness)).toEqual(
      whole.nodes.slice(0, 2).map(({ betweenness }) => betweenness),
    );
  });

  test('of an area without ties is empty', async () => {
    expect(await linkNetwork({ area: '510113001' })).toMatchObject({
      nodes: [],
      edges: [],
      nodeCount: 0,
      edgeCount: 0,
      density: 0,
      components: 0,
      modularity: null,
      truncated: false,
    });
  });

  test('has the same picture, communities and version each time it is asked', async () => {
    expect(await linkNetwork()).toEqual(await linkNetwork());
  });

  test('follows every write, and is what one built anew is', async () => {
    const before = await linkNetwork();
    const organizationId = ids.far;
    const link = await tie(ids.foundation, organizationId, {});
    await agree(ids.foundation, organizationId);
    const agreement = await agree(ids.bureau, organizationId);
    const after = await linkNetwork({ area: elsewhere });
    expect(after.edges.map(told).sort()).toEqual([
      'bureau–far AGREEMENT 1',
      'bureau–far RESOURCE_LINK 1',
      'far–foundation AGREEMENT 1',
      'far–foundation RESOURCE_LINK 1',
    ]);
    expect(after.dataVersion).not.toBe(before.dataVersion);
    await moveAlong(hub, link, ['CANCELLED']);
    await byHand('Partner', ids.bureau, `update partners.partner set kind = 'ENTERPRISE' where id = $1`);
    await byHand(
      'CooperationAgreement',
      agreement.id,
      'delete from partners.cooperation_agreement where id = $1',
    );
    expect((await linkNetwork({ area: elsewhere, edgeKinds: ['AGREEMENT'] })).edges.map(told)).toEqual([
      'far–foundation AGREEMENT 1',
    ]);
    const filters = [{}, { area: elsewhere }, { partnerKind: ['ENTERPRISE'] }, { validOn: '2025-06-01' }];
    for (const filter of filters) expect(await linkNetwork(filter)).toMatchObject(await builtAnew(filter));
  });

  test('is there again after its connection was cut', async () => {
    const before = await linkNetwork();
    const { rowCount } = await withClient(hub.database.address, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'hub partners network'`,
      ),
    );
    expect(rowCount).toBeGreaterThan(0);
    // What meets the cut connection is told that the database did not answer, and the next question is answered.
    const answer = () =>
      hub.ask<{ linkNetwork: Net }>(
        'partners',
        analyst,
        `{ linkNetwork(filter: { area: "${area}" }) { nodeCount } }`,
      );
    const first = await answer();
    if (first.errors !== undefined) expect(first.errors[0]?.extensions?.['code']).toBe('UNAVAILABLE');
    expect((await answer()).data).toEqual({ linkNetwork: { nodeCount: before.nodeCount } });
  });

  test('is refused to who may not analyse, and for what makes no network', async () => {
    for (const viewer of [viewerAs('viewer'), viewerAs('partner'), viewerAs('finance')]) {
      const { errors } = await hub.ask('partners', viewer, '{ linkNetwork { nodeCount } }');
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    for (const maxNodes of [0, -1, 5_001, null])
      expect(
        await mistakeOf('query ($maxNodes: Int) { linkNetwork(maxNodes: $maxNodes) { nodeCount } }', {
          maxNodes,
        }),
      ).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('from 1 to 5000') });
  });
});

/** Changes a row with SQL, and says so as the README tells. */
async function byHand(entity: string, id: string, statement: string): Promise<void> {
  await withClient(hub.database.address, async (client) => {
    await client.query(statement, [id]);
    await client.query(`select partners.append_audit($1::jsonb, 'test', '{admin}', 'by hand', null)`, [
      JSON.stringify([{ entity, entityId: id, changes: {} }]),
    ]);
  });
}

/** What a thread that begins now finds. */
async function builtAnew(filter: object): Promise<object> {
  const config = driverConfig(roleAddress('partners', hub.database.address), 'test');
  const client = new pg.Client({ ...config, options: `${config.options} -c hub.roles=admin` });
  await client.connect();
  try {
    const selection = selectionOf(filter);
    const answer = await new Graphs(10_000).answer(client, {
      ask: 'greatest',
      selection,
      maxNodes: 500,
      maxEdges: 1_500,
    });
    if (!('facts' in answer)) throw new Error('no network');
    const { nodeCount, edgeCount, density, components, version: dataVersion } = answer.facts;
    const { nodes, edges } = answer.found as { nodes: { id: string }[]; edges: Edge[] };
    return {
      nodeCount,
      edgeCount,
      density,
      components,
      dataVersion,
      edges,
      nodes: nodes.map(({ id }) => ({ id })),
    };
  } finally {
    await client.end();
  }
}

test('a network of more ties than are held is refused in words, and a smaller one of it is answered', async () => {
  const config = driverConfig(roleAddress('partners', hub.database.address), 'test');
  const client = new pg.Client({ ...config, options: `${config.options} -c hub.roles=admin` });
  await client.connect();
  try {
    const graphs = new Graphs(7);
    const question = { ask: 'greatest', maxNodes: 500, maxEdges: 1_500 } as const;
    expect(await graphs.answer(client, { ...question, selection: selectionOf({}) })).toMatchObject({
      tooLarge: { version: expect.any(String) },
    });
    expect(await graphs.answer(client, { ...question, selection: selectionOf({ area }) })).toMatchObject({
      facts: { edgeCount: 6 },
    });
  } finally {
    await client.end();
  }
});

describe('where more ties are in a network than are held', () => {
  let large: EmbeddedSubgraphs;
  beforeAll(async () => {
    const limits = { ...defaultLimits, networkTies: 3 };
    large = await embedSubgraphs(() => hub.database.address, { limits });
  });
  afterAll(() => large?.close());
  const askLarge = (query: string, variables: object) =>
    large.sourceFor('partners')({ document: parse(query), variables: { ...variables }, viewer: analyst });

  test.each([
    [
      'a network',
      'linkNetwork(filter: $filter) { nodes { id kind degree partner { id } } edges { source target kind weight validFrom validTo } nodeCount edgeCount density components truncated dataVersion }',
    ],
    [
      'the greatest of it',
      'linkNetwork(filter: $filter, maxNodes: 3) { nodes { id } edges { kind } nodeCount truncated }',
    ],
    ['a picture', 'linkNetwork(filter: $filter) { nodes { x y } }'],
    [
      'an ego network',
      'egoNetwork(id: $one, filter: $filter, depth: 2) { nodes { id kind degree } nodeCount truncated }',
    ],
    [
      'an ego network in part',
      'egoNetwork(id: $one, filter: $filter, depth: 3, maxNodes: 2) { nodes { id degree } truncated }',
    ],
    ['the ego network of a stranger', 'egoNetwork(id: $other, filter: $filter) { nodeCount }'],
    [
      'ways',
      'linkPath(from: $one, to: $project, filter: $filter) { length nodes { id kind degree } edges { source target kind weight } }',
    ],
    ['no way', 'linkPath(from: $one, to: $other) { length }'],
    ['reach', 'networkReach(id: $one, filter: $filter) { organizations partners projects }'],
    ['reach of a stranger', 'networkReach(id: $other, filter: $filter) { organizations }'],
  ])('the database answers the same: %s', async (_what, selection) => {
    const query = `query ($filter: NetworkFilter, $one: ID!, $other: ID!, $project: ID!) { ${selection} }`;
    const used = query.replace(/\$(\w+): [\w!]+,? ?/g, (declaration, name: string) =>
      selection.includes(`$${name}`) ? declaration : '',
    );
    const variables = { filter: { area }, one: ids.one, other: randomUUID(), project: ids.project };
    const declared = Object.fromEntries(
      Object.entries(variables).filter(([name]) => selection.includes(`$${name}`)),
    );
    const { data, errors } = await askLarge(used, declared);
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(JSON.stringify(await ask(used, declared))));
  });

  test.each([
    'linkNetwork(filter: $filter) { nodes { betweenness } }',
    'linkNetwork(filter: $filter) { modularity }',
    'linkPath(from: $one, to: $one) { nodes { community } }',
    'brokers(filter: $filter) { id }',
    'linkCommunities(filter: $filter) { modularity }',
    'linkRobustness(filter: $filter) { bridgeCount }',
    'linkNetworkChanges(from: "2024-01-01", to: "2025-01-01", filter: $filter) { addedCount }',
  ])('what is measured is refused in words: %s', async (selection) => {
    const declared = selection.includes('$one') ? '$one: ID!' : '$filter: NetworkFilter';
    const { errors } = await askLarge(
      `query (${declared}) { ${selection} }`,
      selection.includes('$one') ? { one: ids.one } : { filter: { area } },
    );
    expect(errors?.[0]?.toJSON()).toMatchObject({
      message: expect.stringContaining('more than 3 links and agreements is not measured'),
      extensions: { code: 'LIMIT_EXCEEDED', allowed: 3 },
    });
  });

  test('a smaller network within it is measured', async () => {
    const { data, errors } = await askLarge(
      'query ($filter: NetworkFilter) { linkNetwork(filter: $filter) { edgeCount nodes { betweenness } } }',
      {
        filter: { area, partnerKind: ['FOUNDATION'] },
      },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ linkNetwork: { edgeCount: 3 } });
  });
});

const pathQuery = `query ($from: ID!, $to: ID!, $filter: NetworkFilter) { linkPath(from: $from, to: $to, filter: $filter) {
  length nodes { id kind partner { id } organization { id } project { id } } edges { source target kind weight } } }`;
interface Path {
  length: number;
  nodes: { id: string; partner: object | null; organization: object | null; project: object | null }[];
  edges: Edge[];
}
const linkPath = async (from: string, to: string, filter: object = {}) =>
  (await ask<{ linkPath: Path[] }>(pathQuery, { from, to, filter })).linkPath;

describe('linkPath', () => {
  test('yields every shortest way, the surest first, with what ties each step', async () => {
    const paths = await linkPath(ids.university, ids.project);
    expect(paths.map(({ length, nodes }) => [length, nodes.map(({ id }) => nameOf(id)).join(' ')])).toEqual(
      [
        [3, 'university three foundation project'],
        [3, 'university two foundation project'],
      ].sort(([, one], [, other]) => (idsIn(String(one)) < idsIn(String(other)) ? -1 : 1)),
    );
    const overTwo = paths.find(({ nodes }) => nodes.some(({ id }) => id === ids.two));
    expect(overTwo?.edges.map(told)).toEqual([
      'two–university RESOURCE_LINK 2',
      'foundation–two RESOURCE_LINK 1',
      'foundation–project RESOURCE_LINK 1',
    ]);
    expect(
      overTwo?.nodes.map(({ partner, organization, project }) =>
        [partner, organization, project].map((one) => one !== null),
      ),
    ).toEqual([
      [true, false, false],
      [false, true, false],
      [true, false, false],
      [false, false, true],
    ]);
  });
  const idsIn = (names: string) =>
    names
      .split(' ')
      .map((name) => ids[name as keyof typeof ids])
      .join();

  test('is found within the filter only, and there is none between strangers', async () => {
    expect((await linkPath(ids.university, ids.project, { validOn: '2024-07-01' })).length).toBe(0);
    expect((await linkPath(ids.one, ids.three, { area })).map(({ length }) => length)).toEqual([2]);
    expect(await linkPath(ids.university, randomUUID())).toEqual([]);
  });

  test('from a node to itself has no step', async () => {
    expect(await linkPath(ids.one.toUpperCase(), ids.one)).toMatchObject([
      { length: 0, edges: [], nodes: [{ id: ids.one }] },
    ]);
  });

  test('refuses what is no id', async () => {
    expect(await mistakeOf(pathQuery, { from: 'x', to: ids.one })).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('from: "x"'),
    });
  });
});

test('brokers are those with most betweenness; nodes with many neighbours may be left out', async () => {
  const brokers = async (rest: string) =>
    (
      await ask<{ brokers: { id: string; betweenness: number; betweennessPercentile: number }[] }>(
        `query ($filter: NetworkFilter) { brokers(filter: $filter${rest}) { id betweenness betweennessPercentile } }`,
        { filter: { area } },
      )
    ).brokers;
  const all = await brokers('');
  expect(
    all
      .slice(0, 2)
      .map(({ id }) => nameOf(id))
      .sort(),
  ).toEqual(['foundation', 'university']);
  expect(all.map(({ betweenness }) => Number(betweenness.toFixed(3)))).toEqual(
    [...all].map(({ betweenness }) => Number(betweenness.toFixed(3))).sort((one, other) => other - one),
  );
  expect(all[0]).toMatchObject({ betweennessPercentile: 4 / 6 });
  expect(await brokers(', first: 1')).toEqual(all.slice(0, 1));
  expect(await brokers(', first: 0')).toEqual([]);
  // Without the two that everybody is tied to, nobody is between others.
  expect((await brokers(', degreeMax: 2')).map(({ betweenness }) => betweenness)).toEqual([0, 0, 0, 0]);
  expect(await mistakeOf('{ brokers(first: 101) { id } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await mistakeOf('{ brokers(degreeMax: 0) { id } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('an ego network is what is near a node, the nearest first', async () => {
  const around = async (id: string, rest: string) =>
    (
      await ask<{ egoNetwork: Net | null }>(
        `query ($id: ID!, $filter: NetworkFilter) { egoNetwork(id: $id, filter: $filter${rest}) { ${shown} } }`,
        {
          id,
          filter: { area },
        },
      )
    ).egoNetwork;
  const one = await around(ids.one, '');
  expect(one?.nodes.map(({ id }) => nameOf(id))).toEqual(['one', 'university']);
  expect(one).toMatchObject({ nodeCount: 6, truncated: false });
  expect((await around(ids.one, ', depth: 2'))?.nodes.length).toBe(4);
  const three = await around(ids.one, ', depth: 3');
  expect(three?.nodes.map(({ id }) => nameOf(id)).at(-1)).toBe('foundation');
  expect((await around(ids.one, ', depth: 3, maxNodes: 2'))?.truncated).toBe(true);
  expect(await around(ids.bureau, '')).toBeNull();
  expect(
    await mistakeOf('query ($id: ID!) { egoNetwork(id: $id, depth: 4) { nodeCount } }', { id: ids.one }),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('depth: 4 is not allowed; a whole number from 1 to 3'),
  });
});

test('reach counts everybody who is connected at all', async () => {
  const reach = async (id: string, filter: object) =>
    (
      await ask<{ networkReach: object | null }>(
        'query ($id: ID!, $filter: NetworkFilter) { networkReach(id: $id, filter: $filter) { organizations partners projects } }',
        { id, filter },
      )
    ).networkReach;
  expect(await reach(ids.one, { area })).toEqual({ organizations: 3, partners: 2, projects: 1 });
  expect(await reach(ids.one, { area, validOn: '2024-06-15' })).toEqual({
    organizations: 3,
    partners: 1,
    projects: 0,
  });
  expect(await reach(ids.bureau, { area })).toBeNull();
});

test('two days are compared: what holds on one of them only', async () => {
  const changes = async (from: string, to: string) =>
    (
      await ask<{
        linkNetworkChanges: {
          added: Edge[];
          ended: Edge[];
          addedCount: number;
          endedCount: number;
          joined: string[];
          left: string[];
          nodes: { id: string }[];
        };
      }>(
        `query ($from: Date!, $to: Date!, $filter: NetworkFilter) { linkNetworkChanges(from: $from, to: $to, filter: $filter) {
          added { source target kind weight validFrom validTo } ended { source target kind weight validFrom validTo }
          addedCount endedCount joined left nodes { id } dataVersion } }`,
        { from, to, filter: { area } },
      )
    ).linkNetworkChanges;
  const { added, ended, joined, left, nodes, ...counts } = await changes('2023-12-31', '2025-01-01');
  expect(added.map(told).sort()).toEqual([
    'foundation–three RESOURCE_LINK 1',
    'three–university AGREEMENT 1',
  ]);
  expect(ended).toEqual([]);
  expect(joined.map(nameOf).sort()).toEqual(['foundation', 'three']);
  expect(left).toEqual([]);
  expect(nodes.map(({ id }) => nameOf(id)).sort()).toEqual(['foundation', 'three', 'university']);
  expect(counts).toMatchObject({ addedCount: 2, endedCount: 0 });
  const back = await changes('2024-12-31', '2026-01-01');
  expect(back.ended.map(told).sort()).toEqual([
    'one–university RESOURCE_LINK 1',
    'three–university AGREEMENT 1',
  ]);
  expect(back.left.map(nameOf)).toEqual(['one']);
  expect(
    await mistakeOf('{ linkNetworkChanges(from: "2025-01-01", to: "2025-01-01") { addedCount } }'),
  ).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('communities say who is in them, and whether they are more than chance', async () => {
  const { linkCommunities: found } = await ask<{
    linkCommunities: {
      communities: {
        community: number;
        size: number;
        organizations: number;
        partners: number;
        projects: number;
        topPartnerKind: string;
        topAreaCode: string;
        greatest: { id: string; community: number }[];
      }[];
      communityCount: number;
      modularity: number;
      isWeak: boolean;
    };
  }>(
    `query ($filter: NetworkFilter) { linkCommunities(filter: $filter) { communityCount modularity isWeak communities {
      community size organizations partners projects topPartnerKind topAreaCode greatest { id community } } } }`,
    { filter: { area } },
  );
  const { nodes, modularity } = await linkNetwork();
  expect(found.modularity).toBe(modularity);
  expect(found.isWeak).toBe((modularity as number) < 0.3);
  expect(found.communityCount).toBe(new Set(nodes.map(({ community }) => community)).size);
  for (const {
    community,
    size,
    organizations,
    partners,
    projects,
    topAreaCode,
    greatest,
  } of found.communities) {
    const members = nodes.filter((node) => node.community === community);
    const count = (kind: string) => members.filter((node) => node.kind === kind).length;
    expect([size, organizations, partners, projects]).toEqual([
      members.length,
      count('ORGANIZATION'),
      count('PARTNER'),
      count('PROJECT'),
    ]);
    // A partner and its project alone are nowhere.
    expect(topAreaCode).toBe(organizations > 0 ? area : null);
    expect(greatest.map(({ id }) => id)).toEqual(members.slice(0, 5).map(({ id }) => id));
  }
});

test('robustness names who and what alone holds others together', async () => {
  const { linkRobustness: found } = await ask<{
    linkRobustness: {
      cutPoints: { node: { id: string }; organizationsCutOff: number }[];
      cutPointCount: number;
      bridges: Edge[];
      bridgeCount: number;
    };
  }>(
    `query ($filter: NetworkFilter) { linkRobustness(filter: $filter) { cutPointCount bridgeCount
      cutPoints { organizationsCutOff node { id } } bridges { source target kind weight validFrom validTo } } }`,
    { filter: { area } },
  );
  expect(
    found.cutPoints.map(({ node, organizationsCutOff }) => [nameOf(node.id), organizationsCutOff]),
  ).toEqual([
    ['university', 1],
    ['foundation', 0],
  ]);
  expect(found.bridges.map(told).sort()).toEqual([
    'foundation–project RESOURCE_LINK 1',
    'one–university RESOURCE_LINK 1',
  ]);
  expect(found).toMatchObject({ cutPointCount: 2, bridgeCount: 2 });
});

test('progress of a small network ends with everything measured', async () => {
  const progress = async () =>
    (
      await ask<{ linkNetworkProgress: { isReady: boolean; betweenness: number; layout: number } }>(
        'query ($filter: NetworkFilter) { linkNetworkProgress(filter: $filter) { isReady betweenness layout } }',
        { filter: { area } },
      )
    ).linkNetworkProgress;
  await linkNetwork();
  expect(await progress()).toEqual({ isReady: true, betweenness: 1, layout: 1 });
});
