const branch = (changes: string, having: string) => `with change as (${changes})
      insert into organizations.organization_total
      select above, kind, registration_status, coalesce(service_level, ''), sum(sign), sum(sign * certified_social_workers), sum(sign * volunteers)
      from change, unnest(organizations.areas_of(area_code, jurisdictions)) as above
      group by 1, 2, 3, 4 ${having} order by 1, 2, 3, 4
      on conflict (area_code, kind, registration_status, service_level) do update set
        organizations = organization_total.organizations + excluded.organizations,
        certified_social_workers = organization_total.certified_social_workers + excluded.certified_social_workers,
        volunteers = organization_total.volunteers + excluded.volunteers;`;

/**
 * Totals count an organization once in each area that shares it and once in everything above them (R-DIV-06).
 * The code '' stands for everywhere: provinces that share an organization add up to more than there are.
 */
export const sharedTotalStatements = [
  `create function organizations.areas_of(area_code text, jurisdictions text[]) returns text[] language sql immutable parallel safe as $$
    select case when jurisdictions = '{}' then organizations.area_and_above(area_code) || ''::text
    else array(select distinct above from unnest(jurisdictions || area_code) as member, unnest(organizations.area_and_above(member)) as above) || ''::text end
  $$`,
  `create or replace function organizations.keep_organization_total() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    if tg_op = 'INSERT' then
      ${branch('select n.*, 1 as sign from new_rows n', '')}
    else
      ${branch(
        'select n.*, 1 as sign from new_rows n union all select o.*, -1 from old_rows o',
        'having sum(sign) <> 0 or sum(sign * certified_social_workers) <> 0 or sum(sign * volunteers) <> 0',
      )}
    end if;
    return null;
  end $$`,
  `insert into organizations.organization_total
    select '', kind, registration_status, service_level, sum(organizations), sum(certified_social_workers), sum(volunteers)
    from organizations.organization_total where length(area_code) = 6 and right(area_code, 4) = '0000' group by 2, 3, 4`,
];
