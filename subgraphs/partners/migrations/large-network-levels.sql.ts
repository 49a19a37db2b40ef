import { fulfils, plannedForItsLists, plannedOnce, reading } from './large-network-functions.sql.js';

/** SQL of a step of a search in breadth. */
export const networkLevels = [
  `create function partners.network_size(level partners.network_level) returns integer language sql immutable parallel safe set search_path = ''
    as $$ select coalesce(cardinality(level.partners), 0) + coalesce(cardinality(level.organizations), 0) + coalesce(cardinality(level.projects), 0) $$`,
  // About how much is read to go on from a level: a partner has many times the ties of an organization.
  `create function partners.network_work(level partners.network_level) returns integer language sql immutable parallel safe set search_path = ''
    as $$ select 8 * coalesce(cardinality(level.partners), 0) + coalesce(cardinality(level.organizations), 0) + coalesce(cardinality(level.projects), 0) $$`,
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

/** SQL of everything within a distance. */
export const networkReach = [
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
