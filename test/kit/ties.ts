import { createHash } from 'node:crypto';
import createGraph, { type Graph } from 'ngraph.graph';
import type pg from 'pg';

/** A link or an agreement, as a test thinks of it; nodes are numbers, days are days of January 2026. */
export interface TestTie {
  kind: 'RESOURCE_LINK' | 'AGREEMENT';
  partner: number;
  organization: number;
  /** Of links only. */
  project: number | null;
  status: 'PROPOSED' | 'ACCEPTED' | 'ACTIVE' | 'FULFILLED' | 'CANCELLED';
  /** Of CANCELLED links: whether they were ACTIVE before. */
  wasActive: boolean;
  starts: number | null;
  ends: number | null;
  /** Days of its first and last step as an ACTIVE one. */
  activated: number;
  left: number;
  provenance: 'PUBLISHED' | 'REGISTERED' | 'IMPORTED' | 'SYNTHETIC';
  category: string;
}

export interface TestFilter {
  area?: string | null;
  edgeKinds?: string[] | null;
  partnerKind?: string[] | null;
  category?: string[] | null;
  validOn?: string | null;
}

const uuid = /(.{8})(.{4})(.{4})(.{4})(.{12})/;
export const nodeId = (kind: 'partner' | 'organization' | 'project', number: number): string =>
  createHash('md5').update(`${kind} ${number}`).digest('hex').replace(uuid, '$1-$2-$3-$4-$5');
export const partnerKinds = ['UNIVERSITY', 'FOUNDATION', 'ENTERPRISE'];
export const areas = ['360302001', '360302002', '360321001'];
export const categories = ['FUND', 'VENUE', 'GOODS'];
const kindOf = (partner: number) => partnerKinds[partner % partnerKinds.length] as string;
const areaOf = (organization: number) => areas[organization % areas.length] as string;
export const dayOf = (day: number): string => `2026-01-${String(day).padStart(2, '0')}`;
const timeOf = (day: number) => `${dayOf(day)}T00:30:00+08:00`;

/** Steps of a link to its state. */
function stepsOf({ status, wasActive, activated, left }: TestTie): [string | null, string, string][] {
  const first: [string | null, string, string][] = [[null, 'PROPOSED', timeOf(1)]];
  if (status === 'PROPOSED') return first;
  if (status === 'CANCELLED' && !wasActive) return [...first, ['PROPOSED', 'CANCELLED', timeOf(left)]];
  const accepted = [...first, ['PROPOSED', 'ACCEPTED', timeOf(1)]] as typeof first;
  if (status === 'ACCEPTED') return accepted;
  const active = [...accepted, ['ACCEPTED', 'ACTIVE', timeOf(activated)]] as typeof first;
  return status === 'ACTIVE' ? active : [...active, ['ACTIVE', status, timeOf(left)]];
}

/** Replaces all partners, links and agreements of a database by those of a test; as the administrator, past every trigger. */
export async function writeTies(client: pg.Client, ties: readonly TestTie[]): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  for (const table of ['link_event', 'resource_link', 'cooperation_agreement', 'partner'])
    await client.query(`delete from partners.${table}`);
  const partners = [...new Set(ties.map(({ partner }) => partner))];
  await insert(
    client,
    'partner (id, name, kind, provenance)',
    partners.map((partner) => [nodeId('partner', partner), `伙伴${partner}`, kindOf(partner), 'SYNTHETIC']),
  );
  const numbered = ties.map((tie, number) => ({ ...tie, id: nodeId('project', 1_000_000 + number) }));
  const links = numbered.filter(({ kind }) => kind === 'RESOURCE_LINK');
  await insert(
    client,
    'resource_link (id, resource_id, partner_id, organization_id, project_id, area_code, category, partner_kind, status, quantity, starts_on, ends_on, provenance, source)',
    links.map((tie) => [
      ...[tie.id, tie.id, ...ends(tie)],
      tie.project === null ? null : nodeId('project', tie.project),
      ...[areaOf(tie.organization), tie.category, kindOf(tie.partner), tie.status, '1'],
      ...[day(tie.starts), day(tie.ends), tie.provenance, 'test'],
    ]),
  );
  await insert(
    client,
    'link_event (link_id, position, from_status, to_status, at)',
    links.flatMap((tie) => stepsOf(tie).map((step, index) => [tie.id, String(index + 1), ...step])),
  );
  await insert(
    client,
    'cooperation_agreement (id, partner_id, organization_id, area_code, title, scope, valid_from, valid_to, provenance, source)',
    numbered
      .filter(({ kind }) => kind === 'AGREEMENT')
      .map((tie) => [
        ...[tie.id, ...ends(tie), areaOf(tie.organization), '协议', `{${tie.category}}`],
        ...[day(tie.starts), day(tie.ends), tie.provenance, 'test'],
      ]),
  );
  await client.query('commit');
}

const day = (number: number | null) => (number === null ? null : dayOf(number));
const ends = ({ partner, organization }: TestTie) => [
  nodeId('partner', partner),
  nodeId('organization', organization),
];

async function insert(client: pg.Client, into: string, rows: (string | null)[][]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => `(${row.map((value) => literal(client, value)).join(', ')})`);
  await client.query(`insert into partners.${into} values ${values.join(', ')}`);
}

const literal = (client: pg.Client, value: string | null) =>
  value === null ? 'null' : client.escapeLiteral(value);

/** When a tie holds, [from, to); null when it ties nobody. Written from the rules, not from the hub's SQL. */
function validity(tie: TestTie): { from: number | null; to: number | null } | null {
  if (tie.kind === 'AGREEMENT') return { from: tie.starts, to: tie.ends };
  const from = tie.starts ?? tie.activated;
  switch (tie.status) {
    case 'ACTIVE':
      return { from, to: tie.ends };
    case 'FULFILLED':
      return { from, to: tie.ends ?? tie.left };
    case 'CANCELLED':
      return tie.wasActive ? { from, to: Math.min(tie.ends ?? tie.left, tie.left) } : null;
    default:
      return null;
  }
}

/** Yields the ties that a filter leaves, with their days. */
export function tiesOf(ties: readonly TestTie[], filter: TestFilter) {
  const { area, edgeKinds, partnerKind, category, validOn } = filter;
  return ties.flatMap((tie) => {
    const days = validity(tie);
    if (days === null) return [];
    const fits =
      (area == null || areaOf(tie.organization).startsWith(area)) &&
      (edgeKinds == null || edgeKinds.includes(tie.kind)) &&
      (partnerKind == null || partnerKind.includes(kindOf(tie.partner))) &&
      (category == null || category.includes(tie.category)) &&
      (validOn == null ||
        ((days.from === null || dayOf(days.from) <= validOn) &&
          (days.to === null || validOn < dayOf(days.to))));
    return fits ? [{ ...tie, ...days }] : [];
  });
}

/** Pairs of nodes that a tie makes. */
export function pairsOf({ partner, organization, project }: TestTie): [string, string][] {
  const giver = nodeId('partner', partner);
  const pairs: [string, string][] = [[giver, nodeId('organization', organization)]];
  return project === null ? pairs : [...pairs, [giver, nodeId('project', project)]];
}

/** 63/confidence: whole for each. */
const doubts = { PUBLISHED: 63, REGISTERED: 70, IMPORTED: 90, SYNTHETIC: 126 };

/** The network of ties; an edge knows the doubt of its surest tie. */
export type TestNetwork = Graph<never, { doubt: number }>;

export function networkOf(ties: readonly TestTie[], filter: TestFilter): TestNetwork {
  const network: TestNetwork = createGraph();
  for (const tie of tiesOf(ties, filter)) {
    for (const [one, other] of pairsOf(tie)) {
      const doubt = Math.min(network.getLink(one, other)?.data.doubt ?? Infinity, doubts[tie.provenance]);
      network.addLink(one, other, { doubt });
    }
  }
  return network;
}

const neighbours = (network: TestNetwork, node: string): string[] => {
  const found: string[] = [];
  network.forEachLinkedNode(node, ({ id }) => void found.push(String(id)), false);
  return found;
};

/** Steps from a node to every node that is connected with it; empty when the node is not in the network. */
export function distancesFrom(network: TestNetwork, node: string): Map<string, number> {
  const distances = new Map<string, number>();
  if (!network.hasNode(node)) return distances;
  distances.set(node, 0);
  for (const [here, distance] of distances)
    for (const next of neighbours(network, here)) if (!distances.has(next)) distances.set(next, distance + 1);
  return distances;
}

/** All shortest paths, the surest first, then by ids. */
export function allShortestPaths(network: TestNetwork, from: string, to: string): string[][] {
  const distances = distancesFrom(network, to);
  if (!distances.has(from)) return [];
  const walk = (here: string): { nodes: string[]; doubt: number }[] => {
    if (here === to) return [{ nodes: [to], doubt: 0 }];
    return neighbours(network, here)
      .filter((next) => distances.get(next) === (distances.get(here) as number) - 1)
      .flatMap((next) =>
        walk(next).map(({ nodes, doubt }) => ({
          nodes: [here, ...nodes],
          doubt: doubt + (network.getLink(here, next) ?? network.getLink(next, here))!.data.doubt,
        })),
      );
  };
  const sorted = walk(from).sort((one, other) =>
    one.doubt !== other.doubt ? one.doubt - other.doubt : one.nodes.join() < other.nodes.join() ? -1 : 1,
  );
  return sorted.map(({ nodes }) => nodes);
}

/** The nodes of each part of a network. */
export function componentsOf(network: TestNetwork): string[][] {
  const seen = new Set<string>();
  const components: string[][] = [];
  network.forEachNode(({ id }) => {
    if (seen.has(String(id))) return;
    const nodes = [...distancesFrom(network, String(id)).keys()];
    for (const node of nodes) seen.add(node);
    components.push(nodes);
  });
  return components;
}
