/** A link's step that made it end. */
const left = (column: string) =>
  `(select ${column} from partners.link_event e where e.link_id = l.id and e.from_status = 'ACTIVE' limit 1)`;
const dayOf = (at: string) => `(${at} at time zone 'Asia/Shanghai')::date`;
const linkTie = (validTo: string, where: string) =>
  `select l.id, 'RESOURCE_LINK' as kind, l.partner_id, l.organization_id, l.project_id, l.area_code, l.partner_kind,
      array[l.category] as categories, l.provenance,
      coalesce(l.starts_on, (select ${dayOf('e.at')} from partners.link_event e where e.link_id = l.id and e.to_status = 'ACTIVE' limit 1))
        as valid_from,
      ${validTo} as valid_to
    from partners.resource_link l where ${where}`;

/**
 * The same ties as before, cut so that an index alone answers who is tied to whom: with the states in one condition the planner reads
 * every step of every link to learn which of a hub's cancelled links were active (0.5 to 2.5 s for a partner of 24,000 ties; now 15 ms).
 * `limit 1` keeps it from turning the question round.
 */
export const tieArms = [
  `create or replace view partners.network_tie with (security_invoker = true) as
    ${linkTie(`case l.status when 'ACTIVE' then l.ends_on else coalesce(l.ends_on, ${left(dayOf('e.at'))}) end`, `l.status in ('ACTIVE', 'FULFILLED')`)}
    union all
    ${linkTie(`least(l.ends_on, ${left(dayOf('e.at'))})`, `l.status = 'CANCELLED' and ${left('true')}`)}
    union all
    select a.id, 'AGREEMENT', a.partner_id, a.organization_id, null, a.area_code, p.kind, a.scope, a.provenance, a.valid_from, a.valid_to
    from partners.cooperation_agreement a join partners.partner p on p.id = a.partner_id
    where a.organization_id is not null`,
];

/** States of links that are, or may be, ties. */
const mayTie = `status in ('ACTIVE', 'FULFILLED', 'CANCELLED')`;
const filtered = 'status, area_code, category, partner_kind, starts_on, ends_on, provenance, id';

/** Neighbours of a node and what a filter asks of their ties, without a look at the rows. */
export const tieIndexes = [
  `create index resource_link_network_partner_index on partners.resource_link (partner_id, organization_id)
    include (project_id, ${filtered}) where ${mayTie}`,
  `create index resource_link_network_organization_index on partners.resource_link (organization_id, partner_id)
    include (project_id, ${filtered}) where ${mayTie}`,
  `create index resource_link_network_project_index on partners.resource_link (project_id, partner_id)
    include (organization_id, ${filtered}) where project_id is not null and ${mayTie}`,
  `create index link_event_active_index on partners.link_event (link_id) include (at) where to_status = 'ACTIVE'`,
  `create index link_event_left_active_index on partners.link_event (link_id) include (at) where from_status = 'ACTIVE'`,
];

/** The condition on a tie `t` that it fulfils the filter of a function. */
const fulfils = `(filter.area_from is null or t.area_code >= filter.area_from) and (filter.area_to is null or t.area_code < filter.area_to)
      and (filter.edge_kinds is null or t.kind = any(filter.edge_kinds))
      and (filter.partner_kinds is null or t.partner_kind = any(filter.partner_kinds))
      and (filter.categories is null or t.categories && filter.categories)
      and (filter.valid_on is null
        or coalesce(t.valid_from <= filter.valid_on, true) and coalesce(t.valid_to > filter.valid_on, true))`;

/** SQL of a function that only reads, with the rights of whoever asks; no temporary tables, so a standby runs it, too. */
const reading = (signature: string, returns: string, settings: string, body: string) =>
  `create function partners.${signature} returns ${returns} language plpgsql stable security invoker set search_path = '' ${settings} as $$
${body}
$$`;

/** Lists of ids are parameters of unknown length: planned for each length anew, planning would take longer than reading. */
const plannedOnce = 'set plan_cache_mode = force_generic_plan set enable_sort = off set jit = off';
/** Here lists are joined with lists, and a plan for ten of ten thousand would compare each with each. */
const plannedForItsLists = `set plan_cache_mode = force_custom_plan set jit = off`;

const types = [
  // A null fits everything. Areas are a half-open range of codes.
  `create type partners.network_filter as
    (area_from text, area_to text, edge_kinds text[], partner_kinds text[], categories text[], valid_on date)`,
  // Nodes of one distance. Ties lead from partners to others only, so it holds partners or others, never both.
  `create type partners.network_level as (partners uuid[], organizations uuid[], projects uuid[])`,
  // The cost is 63/confidence of the best of all ties between two nodes: whole for each provenance, so sums of equal ones are equal.
  `create type partners.network_edge as (partner uuid, other uuid, cost integer)`,
  `create type partners.network_step as (place integer, here uuid, next uuid, cost integer)`,
];

const levels = [
  `create function partners.network_size(level partners.network_level) returns integer language sql immutable parallel safe set search_path = ''
    as $$ select coalesce(cardinality(level.partners), 0) + coalesce(cardinality(level.organizations), 0) + coalesce(cardinality(level.projects), 0) $$`,
  reading(
    'network_level_of(node uuid, filter partners.network_filter)',
    'partners.network_level',
    plannedOnce,
    `begin
  if exists (select from partners.network_tie t where t.partner_id = node and ${fulfils}) then return row(array[node], '{}'::uuid[], '{}'::uuid[]); end if;
  if exists (select from partners.network_tie t where t.organization_id = node and ${fulfils}) then return row('{}'::uuid[], array[node], '{}'::uuid[]); end if;
  if exists (select from partners.network_tie t where t.project_id = node and ${fulfils}) then return row('{}'::uuid[], '{}'::uuid[], array[node]); end if;
  return row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
end`,
  ),
  // What is tied to a level lies one further or one nearer; so what lies nearer is all that must be left out.
  reading(
    'network_next(here partners.network_level, before partners.network_level, filter partners.network_filter)',
    'partners.network_level',
    plannedOnce,
    `declare
  beyond partners.network_level := row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
begin
  if cardinality(here.partners) > 0 then
    select coalesce(array_agg(distinct found.organization_id), '{}'),
      coalesce(array_agg(distinct found.project_id) filter (where found.project_id is not null), '{}')
    into beyond.organizations, beyond.projects
    from (select distinct t.organization_id, t.project_id from partners.network_tie t where t.partner_id = any(here.partners) and ${fulfils}) found;
    beyond.organizations := array(select unnest(beyond.organizations) except select unnest(before.organizations));
    beyond.projects := array(select unnest(beyond.projects) except select unnest(before.projects));
  else
    beyond.partners := array((select t.partner_id from partners.network_tie t where t.organization_id = any(here.organizations) and ${fulfils}
      union select t.partner_id from partners.network_tie t where t.project_id = any(here.projects) and ${fulfils})
      except select unnest(before.partners));
  end if;
  return beyond;
end`,
  ),
  `create function partners.network_common(one partners.network_level, other partners.network_level) returns partners.network_level
    language sql immutable parallel safe set search_path = '' as $$
    select row(array(select unnest(one.partners) intersect select unnest(other.partners)),
      array(select unnest(one.organizations) intersect select unnest(other.organizations)),
      array(select unnest(one.projects) intersect select unnest(other.projects)))::partners.network_level $$`,
];

/** 63/confidence of a tie `t`. */
const cost = `case t.provenance when 'PUBLISHED' then 63 when 'REGISTERED' then 70 when 'IMPORTED' then 90 else 126 end`;

const paths = [
  reading(
    'network_edges(here partners.network_level, filter partners.network_filter)',
    'setof partners.network_edge',
    `rows 10000 ${plannedOnce}`,
    `begin
  if cardinality(here.partners) > 0 then
    return query select t.partner_id, n.id, min(${cost}) from partners.network_tie t, lateral (values (t.organization_id), (t.project_id)) n(id)
      where t.partner_id = any(here.partners) and n.id is not null and ${fulfils} group by t.partner_id, n.id;
  else
    return query select t.partner_id, t.organization_id, min(${cost}) from partners.network_tie t
      where t.organization_id = any(here.organizations) and ${fulfils} group by t.partner_id, t.organization_id;
    return query select t.partner_id, t.project_id, min(${cost}) from partners.network_tie t
      where t.project_id = any(here.projects) and ${fulfils} group by t.partner_id, t.project_id;
  end if;
end`,
  ),
  // The side of fewer nodes says whose ties are read.
  reading(
    'network_steps(place integer, here partners.network_level, beyond partners.network_level, filter partners.network_filter)',
    'partners.network_step[]',
    plannedForItsLists,
    `declare
  from_partners constant boolean := cardinality(here.partners) > 0;
  from_here constant boolean := partners.network_size(here) <= partners.network_size(beyond);
  fewer constant partners.network_level := case when from_here then here else beyond end;
  more constant partners.network_level := case when from_here then beyond else here end;
begin
  return array(select row(place, case when from_partners then e.partner else e.other end, case when from_partners then e.other else e.partner end,
      e.cost)::partners.network_step
    from partners.network_edges(fewer, filter) e
    where case when from_partners = from_here then e.other else e.partner end in (select unnest(more.partners || more.organizations || more.projects)));
end`,
  ),
  reading(
    'network_shortest_paths(source uuid, target uuid, filter partners.network_filter, paths_max integer, nodes_max integer)',
    'table (nodes uuid[], visited integer)',
    plannedForItsLists,
    `declare
  nowhere constant partners.network_level := row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
  ahead partners.network_level[] := array[partners.network_level_of(source, filter)];
  back partners.network_level[] := array[partners.network_level_of(target, filter)];
  found partners.network_level;
  layer partners.network_level;
  steps partners.network_step[] := '{}';
  taken partners.network_step[];
  length integer;
  seen integer := 2;
begin
  if partners.network_size(ahead[1]) = 0 or partners.network_size(back[1]) = 0 then return; end if;
  -- The search goes on from the side that has fewer nodes to go on from.
  loop
    found := partners.network_common(ahead[cardinality(ahead)], back[cardinality(back)]);
    exit when partners.network_size(found) > 0;
    if partners.network_size(ahead[cardinality(ahead)]) <= partners.network_size(back[cardinality(back)]) then
      layer := partners.network_next(ahead[cardinality(ahead)], coalesce(ahead[cardinality(ahead) - 1], nowhere), filter);
      ahead := ahead || layer;
    else
      layer := partners.network_next(back[cardinality(back)], coalesce(back[cardinality(back) - 1], nowhere), filter);
      back := back || layer;
    end if;
    if partners.network_size(layer) = 0 then return; end if;
    seen := seen + partners.network_size(layer);
    if seen > nodes_max then return query select null::uuid[], seen; return; end if;
  end loop;
  length := cardinality(ahead) + cardinality(back) - 2;
  -- From where both sides met only what lies on a shortest path, to either end.
  layer := found;
  for place in reverse cardinality(ahead) - 1 .. 1 loop
    taken := partners.network_steps(place, ahead[place], layer, filter);
    steps := steps || taken;
    layer := partners.network_ends(ahead[place], array(select s.here from unnest(taken) s));
  end loop;
  layer := found;
  for place in reverse cardinality(back) - 1 .. 1 loop
    taken := partners.network_steps(length + 1 - place, layer, back[place], filter);
    steps := steps || taken;
    layer := partners.network_ends(back[place], array(select s.next from unnest(taken) s));
  end loop;
  -- Of the ways to a node only the best can be part of the best ways beyond it.
  return query with recursive way as (
    select 1 as place, source as node, 0 as cost, array[source] as ids
    union all
    select w.place + 1, w.node, w.cost, w.ids from (
      select w.place, s.next as node, w.cost + s.cost as cost, w.ids || s.next as ids,
        row_number() over (partition by s.next order by w.cost + s.cost, w.ids) as rank
      from way w join unnest(steps) s on s.place = w.place and s.here = w.node
    ) w where w.rank <= paths_max
  ) select w.ids, seen from way w where w.place = length + 1 order by w.cost, w.ids limit paths_max;
end`,
  ),
  `create function partners.network_ends(level partners.network_level, ids uuid[]) returns partners.network_level
    language sql immutable parallel safe set search_path = '' as $$
    select partners.network_common(level, row(ids, ids, ids)::partners.network_level) $$`,
];

const reach = [
  reading(
    'network_reach(source uuid, depth integer, filter partners.network_filter, nodes_max integer)',
    'table (node uuid, kind text, distance integer, visited integer)',
    plannedForItsLists,
    `declare
  beyond partners.network_level;
  nowhere constant partners.network_level := row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
  before partners.network_level := nowhere;
  here partners.network_level := partners.network_level_of(source, filter);

  seen integer := 0;
begin
  for far in 0 .. depth loop
    seen := seen + partners.network_size(here);
    if seen > nodes_max then return query select null::uuid, null, far, seen; return; end if;
    return query select n.id, n.kind, far, seen from (
      select unnest(here.partners) as id, 'PARTNER' as kind union all select unnest(here.organizations), 'ORGANIZATION'
      union all select unnest(here.projects), 'PROJECT') n order by n.id;
    exit when partners.network_size(here) = 0 or far = depth;
    beyond := partners.network_next(here, before, filter);
    before := here;
    here := beyond;
  end loop;
end`,
  ),
];

/** So many nodes are walked through before a component is told by way of all of them. */
const walkMax = 20_000;

const whole = [
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
    'network_component(source uuid, filter partners.network_filter)',
    'table (partners integer, organizations integer, projects integer)',
    plannedForItsLists,
    `declare
  before partners.network_level := row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]);
  here partners.network_level := partners.network_level_of(source, filter);
  beyond partners.network_level;
  member constant partners.network_level := here;
  members uuid[];
  sums integer[] := array[0, 0, 0];
begin
  -- Small components are told by walking through them.
  while partners.network_size(here) > 0 and sums[1] + sums[2] + sums[3] < ${walkMax} loop
    sums := array[sums[1] + cardinality(here.partners), sums[2] + cardinality(here.organizations), sums[3] + cardinality(here.projects)];
    beyond := partners.network_next(here, before, filter);
    before := here;
    here := beyond;
  end loop;
  if partners.network_size(here) = 0 then return query select sums[1], sums[2], sums[3]; return; end if;
  beyond := case when cardinality(member.partners) > 0 then member
    else partners.network_next(member, row('{}'::uuid[], '{}'::uuid[], '{}'::uuid[]), filter) end;
  members := array(with component as materialized (select * from partners.network_components(filter))
    select c.partner from component c where c.component = (select c.component from component c where c.partner = beyond.partners[1]));
  return query select cardinality(members), sum(o.organizations)::integer, sum(o.projects)::integer from (
    select 1 as organizations, 0 as projects from partners.network_tie t where t.partner_id = any(members) and ${fulfils} group by t.organization_id
    union all
    select 0, 1 from partners.network_tie t where t.partner_id = any(members) and t.project_id is not null and ${fulfils} group by t.project_id) o;
end`,
  ),
  reading(
    'network_top(filter partners.network_filter, nodes_max integer)',
    'table (nodes integer, pairs integer, edges integer, top uuid[], kinds text[], degrees integer[])',
    `${plannedForItsLists} set work_mem = '64MB'`,
    `begin
  return query with pair as materialized (
    select t.partner_id, n.id as other, n.kind, (bool_or(t.kind = 'AGREEMENT')::integer + bool_or(t.kind <> 'AGREEMENT')::integer) as kinds
    from partners.network_tie t, lateral (values (t.organization_id, 'ORGANIZATION'), (t.project_id, 'PROJECT')) n(id, kind)
    where n.id is not null and ${fulfils} group by t.partner_id, n.id, n.kind
  ), node as materialized (
    select p.partner_id as id, 'PARTNER' as kind, count(*)::integer as degree, sum(p.kinds)::integer as kinds from pair p group by p.partner_id
    union all select p.other, p.kind, count(*)::integer, 0 from pair p group by p.other, p.kind
  ), best as (select n.* from node n order by n.degree desc, n.id limit nodes_max)
  select count(*)::integer, coalesce(sum(n.degree) filter (where n.kind = 'PARTNER'), 0)::integer, coalesce(sum(n.kinds), 0)::integer,
    (select coalesce(array_agg(b.id order by b.degree desc, b.id), '{}') from best b),
    (select coalesce(array_agg(b.kind order by b.degree desc, b.id), '{}') from best b),
    (select coalesce(array_agg(b.degree order by b.degree desc, b.id), '{}') from best b)
  from node n;
end`,
  ),
  // The ties among some nodes, by pair and kind. A null says that one of them has no such day.
  reading(
    'network_ties_among(partners uuid[], others uuid[], filter partners.network_filter)',
    'table (partner uuid, other uuid, kind text, weight integer, valid_from date, valid_to date)',
    plannedForItsLists,
    `begin
  return query select t.partner_id, n.id, t.kind, count(*)::integer,
    case when count(*) = count(t.valid_from) then min(t.valid_from) end, case when count(*) = count(t.valid_to) then max(t.valid_to) end
  from partners.network_tie t, lateral (values (t.organization_id), (t.project_id)) n(id)
  where t.partner_id = any(partners) and n.id in (select unnest(others)) and ${fulfils} group by t.partner_id, n.id, t.kind
  order by t.partner_id, n.id, t.kind;
end`,
  ),
];

/** SQL types and functions that search the network where it is too large for one process. */
export const searches = [...types, ...levels, ...paths, ...reach, ...whole];
