import { fulfils, plannedForItsLists, plannedOnce, reading } from './large-network-functions.sql.js';

/** 1/confidence of a tie `t`, in millionths as the network in memory has it: whole numbers add up alike in every order. */
const cost = `case t.provenance when 'PUBLISHED' then 1000000 when 'REGISTERED' then 1111111 when 'IMPORTED' then 1428571 else 2000000 end`;

/** SQL of the shortest paths between two nodes. */
export const networkPaths = [
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
  // The side of less work says whose ties are read.
  reading(
    'network_steps(place integer, here partners.network_level, beyond partners.network_level, filter partners.network_filter)',
    'partners.network_step[]',
    plannedForItsLists,
    `declare
  from_partners constant boolean := cardinality(here.partners) > 0;
  from_here constant boolean := partners.network_work(here) <= partners.network_work(beyond);
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
  -- The search goes on from the side where that is less work.
  loop
    found := partners.network_common(ahead[cardinality(ahead)], back[cardinality(back)]);
    exit when partners.network_size(found) > 0;
    if partners.network_work(ahead[cardinality(ahead)]) <= partners.network_work(back[cardinality(back)]) then
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
