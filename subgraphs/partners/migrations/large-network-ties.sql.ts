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
    from partners.resource_link l where l.partner_id <> l.organization_id and ${where}`;

const grant = (view: string) => `grant select on partners.${view} to hub_partners`;

/**
 * The same ties as before, cut so that an index alone answers who is tied to whom: with the states in one condition the planner reads
 * every step of every link to learn which of a hub's cancelled links were active (1.5 to 2.5 s for a partner of 24,000 ties; now 15 ms).
 * `limit 1` keeps it from turning the question round. Most ties are links that run or ran to their end: read alone they come in the
 * order of an index.
 */
export const tieArms = [
  `create view partners.network_tie_lasting with (security_invoker = true) as
    ${linkTie(`case l.status when 'ACTIVE' then l.ends_on else coalesce(l.ends_on, ${left(dayOf('e.at'))}) end`, `l.status in ('ACTIVE', 'FULFILLED')`)}`,
  `create view partners.network_tie_other with (security_invoker = true) as
    ${linkTie(`least(l.ends_on, ${left(dayOf('e.at'))})`, `l.status = 'CANCELLED' and ${left('true')}`)}
    union all
    select a.id, 'AGREEMENT', a.partner_id, a.organization_id, null, a.area_code, p.kind, a.scope, a.provenance, a.valid_from, a.valid_to
    from partners.cooperation_agreement a join partners.partner p on p.id = a.partner_id
    where a.organization_id is not null`,
  `create or replace view partners.network_tie with (security_invoker = true) as
    select * from partners.network_tie_lasting union all select * from partners.network_tie_other`,
  ...['network_tie_lasting', 'network_tie_other'].map(grant),
];

/** What filters ask of a tie. */
const filtered = 'status, area_code, category, partner_kind, starts_on, ends_on, provenance, id';

/** No tie joins a node with itself; and no other statement says so, so that none of them takes these indexes for its own. */
const apart = 'partner_id <> organization_id';

/** One index for those that are ties, and a small one for those that may be: a hub's neighbours are read once. */
const indexesOf = (name: string, key: string, rest: string, where: string) => [
  `create index resource_link_tied_${name}_index on partners.resource_link (${key}) include (${rest}, ${filtered})
    where ${where}${apart} and status in ('ACTIVE', 'FULFILLED')`,
  `create index resource_link_untied_${name}_index on partners.resource_link (${key}) include (${rest}, ${filtered})
    where ${where}${apart} and status = 'CANCELLED'`,
];

/** Neighbours of a node and what a filter asks of their ties, without a look at the rows. */
export const tieIndexes = [
  ...indexesOf('partner', 'partner_id, organization_id', 'project_id', ''),
  ...indexesOf('organization', 'organization_id, partner_id', 'project_id', ''),
  ...indexesOf('project', 'project_id, partner_id', 'organization_id', 'project_id is not null and '),
  `create index link_event_active_index on partners.link_event (link_id) include (at) where to_status = 'ACTIVE'`,
  `create index link_event_left_active_index on partners.link_event (link_id) include (at) where from_status = 'ACTIVE'`,
];
