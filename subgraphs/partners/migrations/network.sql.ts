/** An agreement says where its organization is, as a link does: a network of an area is found by local rows. */
export const agreementArea = [
  `alter table partners.cooperation_agreement add area_code text collate "C"`,
  `update partners.cooperation_agreement a set area_code = (
    select l.area_code from partners.resource_link l where l.organization_id = a.organization_id order by l.created_at, l.id limit 1)
    where a.organization_id is not null`,
  `create index cooperation_agreement_organization_id_index on partners.cooperation_agreement (organization_id)`,
];

/** Day of a link's step in the calendar of the hub's people. */
const dayOf = (step: string) =>
  `(select (e.at at time zone 'Asia/Shanghai')::date from partners.link_event e where e.link_id = l.id and ${step} limit 1)`;

/**
 * What ties a partner to an organization: links that came about (ACTIVE, FULFILLED, or CANCELLED after they were ACTIVE) and
 * agreements with one organization. Proposals and what was only agreed on tie nobody. A tie holds in [valid_from, valid_to).
 */
export const tieView = [
  `create view partners.network_tie with (security_invoker = true) as
    select l.id, 'RESOURCE_LINK' as kind, l.partner_id, l.organization_id, l.project_id, l.area_code, l.partner_kind,
      array[l.category] as categories, l.provenance,
      coalesce(l.starts_on, ${dayOf(`e.to_status = 'ACTIVE'`)}) as valid_from,
      case l.status when 'ACTIVE' then l.ends_on
        when 'FULFILLED' then coalesce(l.ends_on, ${dayOf(`e.from_status = 'ACTIVE'`)})
        else least(l.ends_on, ${dayOf(`e.from_status = 'ACTIVE'`)}) end as valid_to
    from partners.resource_link l
    where l.status in ('ACTIVE', 'FULFILLED') or (l.status = 'CANCELLED'
      and exists (select from partners.link_event e where e.link_id = l.id and e.from_status = 'ACTIVE'))
    union all
    select a.id, 'AGREEMENT', a.partner_id, a.organization_id, null, a.area_code, p.kind, a.scope, a.provenance, a.valid_from, a.valid_to
    from partners.cooperation_agreement a join partners.partner p on p.id = a.partner_id
    where a.organization_id is not null`,
  `grant select on partners.network_tie to hub_partners`,
];
