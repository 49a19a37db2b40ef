import { fulfils, plannedForItsLists, plannedForWhole, reading } from './large-network-functions.sql.js';

/** How many neighbours each node has by lasting ties. */
const degrees = (node: string, neighbour: string) => `select p.${node} as id, count(*) as degree from (
      select t.${node}, t.${neighbour} from partners.network_tie_lasting t where t.${node} is not null and t.${neighbour} is not null and ${fulfils}
      group by t.${node}, t.${neighbour}) p group by p.${node}`;

/** The pairs of all other ties: of which kinds they are, and whether no lasting tie joins them. */
const otherPairs = (column: string, name: string) => `other_${name} as materialized (
    select o.partner_id, o.id, o.agreed, o.linked, not exists (select from partners.network_tie_lasting t
      where t.partner_id = o.partner_id and t.${column} = o.id and ${fulfils}) as is_new
    from (select t.partner_id, t.${column} as id, bool_or(t.kind = 'AGREEMENT') as agreed, bool_or(t.kind <> 'AGREEMENT') as linked
      from partners.network_tie_other t where t.${column} is not null and ${fulfils} group by t.partner_id, t.${column}) o)`;

/** SQL of questions that concern every tie. */
export const networkWhole = [
  reading(
    'network_partners(filter partners.network_filter)',
    'uuid[]',
    plannedForItsLists,
    `begin
  return array(select p.id from partners.partner p where (select true from partners.network_tie t where t.partner_id = p.id and ${fulfils} limit 1));
end`,
  ),
  // What lies two ties from a hub is one component and most of the network: only what is left has to be looked at closely.
  reading(
    'network_components(filter partners.network_filter)',
    'table (partner uuid, component integer)',
    plannedForItsLists,
    `declare
  nowhere constant partners.network_level := row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
  everyone constant uuid[] := partners.network_partners(filter);
  hub uuid;
  near partners.network_level;
  core uuid[];
  rest uuid[];
  ones integer[];
  others integer[];
  parent integer[];
  one integer;
  other integer;
begin
  if cardinality(everyone) = 0 then return; end if;
  select t.partner_id into hub from (select t.partner_id from partners.network_tie t where ${fulfils} limit 20000) t
    group by t.partner_id order by count(*) desc, t.partner_id limit 1;
  near := partners.network_next(row(array[hub], '{}'::uuid[], '{}'::uuid[]), nowhere, filter);
  core := array[hub] || (partners.network_next(near, row(array[hub], '{}'::uuid[], '{}'::uuid[]), filter)).partners;
  -- The core is number 1, every other partner a number of its own.
  rest := array[hub] || array(select unnest(everyone) except select unnest(core));
  near := partners.network_next(row(rest[2:], '{}'::uuid[], '{}'::uuid[]), nowhere, filter);
  select coalesce(array_agg(pair.one), '{}'), coalesce(array_agg(pair.other), '{}') into ones, others from (
    select distinct min(e.number) over (partition by e.other) as one, e.number as other from (
      select e.other, coalesce(r.number, 1)::integer as number from partners.network_edges(near, filter) e
        left join unnest(rest) with ordinality r(id, number) on r.id = e.partner) e) pair where pair.one <> pair.other;
  parent := array(select generate_series(1, cardinality(rest)));
  for i in 1 .. cardinality(ones) loop
    one := ones[i];
    other := others[i];
    while parent[one] <> one loop
      parent[one] := parent[parent[one]];
      one := parent[one];
    end loop;
    while parent[other] <> other loop
      parent[other] := parent[parent[other]];
      other := parent[other];
    end loop;
    parent[greatest(one, other)] := least(one, other);
  end loop;
  -- A root is the least of its component, so every parent is settled before its children.
  for i in 1 .. cardinality(rest) loop
    parent[i] := parent[parent[i]];
  end loop;
  return query select unnest(core), 1;
  return query select r.id, parent[r.number] from unnest(rest) with ordinality r(id, number) where r.number > 1;
end`,
  ),
  reading(
    'network_component(source uuid, filter partners.network_filter, walked_max integer)',
    'table (partners integer, organizations integer, projects integer)',
    plannedForWhole,
    `declare
  before partners.network_level := row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
  here partners.network_level := partners.network_level_of(source, filter);
  beyond partners.network_level;
  member constant partners.network_level := here;
  members uuid[];
  sums integer[] := array[0, 0, 0];
begin
  -- Small components are told by walking through them.
  while partners.network_size(here) > 0 loop
    sums := array[sums[1] + cardinality(here.partners), sums[2] + cardinality(here.organizations), sums[3] + cardinality(here.projects)];
    exit when sums[1] + sums[2] + sums[3] > walked_max;
    beyond := partners.network_next(here, before, filter);
    before := here;
    here := beyond;
  end loop;
  if partners.network_size(here) = 0 then return query select sums[1], sums[2], sums[3]; return; end if;
  beyond := case when cardinality(member.partners) > 0 then member
    else partners.network_next(member, row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]), filter) end;
  members := array(with component as materialized (select * from partners.network_components(filter))
    select c.partner from component c where c.component = (select c.component from component c where c.partner = beyond.partners[1]));
  return query select cardinality(members), count(distinct o.organization_id)::integer, count(distinct o.project_id)::integer
    from (select distinct t.organization_id, t.project_id from partners.network_tie t where t.partner_id = any(members) and ${fulfils}) o;
end`,
  ),
  // What comes in the order of an index is counted as it comes; the few other ties are held against it. A table of all
  // pairs would take twice as long.
  reading(
    'network_top(filter partners.network_filter, nodes_max integer)',
    'table (nodes integer, pairs integer, edges integer, top uuid[], kinds text[], degrees integer[])',
    `${plannedForWhole} set enable_hashagg = off`,
    `begin
  return query with ${otherPairs('organization_id', 'organization')}, ${otherPairs('project_id', 'project')},
  node as materialized (
    select n.id, 'PARTNER' as kind, sum(n.degree)::integer as degree from (
      ${degrees('partner_id', 'organization_id')}
      union all ${degrees('partner_id', 'project_id')}
      union all select o.partner_id, count(*) from other_organization o where o.is_new group by o.partner_id
      union all select o.partner_id, count(*) from other_project o where o.is_new group by o.partner_id
    ) n group by n.id
    union all
    select n.id, 'ORGANIZATION', sum(n.degree)::integer from (
      ${degrees('organization_id', 'partner_id')}
      union all select o.id, count(*) from other_organization o where o.is_new group by o.id) n group by n.id
    union all
    select n.id, 'PROJECT', sum(n.degree)::integer from (
      ${degrees('project_id', 'partner_id')}
      union all select o.id, count(*) from other_project o where o.is_new group by o.id) n group by n.id
  ), best as (select n.* from node n order by n.degree desc, n.id limit nodes_max
  ), counted as (
    select count(*)::integer as nodes, coalesce(sum(n.degree) filter (where n.kind = 'PARTNER'), 0)::integer as pairs from node n
  )
  select c.nodes, c.pairs, c.pairs + (select count(*)::integer from other_organization o where o.agreed and (o.linked or not o.is_new)),
    (select coalesce(array_agg(b.id order by b.degree desc, b.id), '{}') from best b),
    (select coalesce(array_agg(b.kind order by b.degree desc, b.id), '{}') from best b),
    (select coalesce(array_agg(b.degree order by b.degree desc, b.id), '{}') from best b)
  from counted c;
end`,
  ),
  // The ties among some nodes, by pair and kind; read from the side of organizations and projects, which have fewer. A null says that one of them has no such day.
  reading(
    'network_ties_among(partners uuid[], others uuid[], filter partners.network_filter)',
    'table (partner uuid, other uuid, kind text, weight integer, valid_from date, valid_to date)',
    plannedForItsLists,
    `begin
  return query select t.partner_id, t.other_id, t.kind, count(*)::integer,
    case when count(*) = count(t.valid_from) then min(t.valid_from) end, case when count(*) = count(t.valid_to) then max(t.valid_to) end
  from (
    select t.organization_id as other_id, t.* from partners.network_tie t where t.organization_id = any(others) and ${fulfils}
    union all
    select t.project_id, t.* from partners.network_tie t where t.project_id = any(others) and ${fulfils}
  ) t where t.partner_id in (select unnest(partners)) group by t.partner_id, t.other_id, t.kind
  order by t.partner_id, t.other_id, t.kind;
end`,
  ),
];
