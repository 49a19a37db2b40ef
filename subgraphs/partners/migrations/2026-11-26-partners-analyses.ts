import { Migration } from '@mikro-orm/migrations';

/** What analysts' questions are answered from. */
export class Partners20261126Analyses extends Migration {
  override up(): void {
    for (const statement of [...neighbours, ...use]) this.addSql(statement);
  }
}

/**
 * Who is linked with whom, from either side, without a look at the links themselves. The planner does not see through `coalesce`: only
 * questions that write their condition so are answered by these indexes, and the lists of every day keep the plans they have.
 */
const neighbours = [
  `create index resource_link_organization_partner_index on partners.resource_link (organization_id, partner_id, resource_id)
    include (status) where coalesce(status in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'FULFILLED'), false)`,
  `create index resource_link_partner_organization_index on partners.resource_link (partner_id, organization_id)
    where coalesce(status in ('ACCEPTED', 'ACTIVE', 'FULFILLED'), false)`,
  // Who has which category where; one entry each, in the order in which they are told apart.
  `create index resource_link_coverage_index on partners.resource_link (area_code, category, organization_id) where coalesce(status = 'ACTIVE', false)`,
  `create index partner_area_code_index on partners.partner (area_code)`,
  `create index resource_published_at_index on partners.resource (published_at desc, id) where status = 'PUBLISHED'`,
  // What partners offer: the row rules look at published_at.
  `create index resource_partner_category_index on partners.resource (partner_id, category) include (published_at) where status = 'PUBLISHED'`,
];

/** Links that begin (1) or cease (-1) to be ACTIVE, by the events of theirs that a statement named `some` holds. */
const changesOf = (some: string) => `select g.day, l.resource_id, sum(s.sign * l.quantity)
    from ${some} e join partners.resource_link l on l.id = e.link_id,
      lateral (values ((e.to_status = 'ACTIVE')::int - coalesce(e.from_status = 'ACTIVE', false)::int)) s(sign),
      lateral (values (date '0001-01-01'), ((e.at at time zone 'Asia/Shanghai')::date)) g(day)
    where s.sign <> 0 group by 1, 2 order by 1, 2`;

/**
 * How much of a resource came into use or went out of it on a day, and, on the day 0001-01-01, how much is in use: what was used between
 * two days is reckoned from what changed since, without a look at links.
 */
const use = [
  `create table partners.resource_use (
    day date not null,
    resource_id uuid not null,
    change numeric not null,
    primary key (day, resource_id)
  )`,
  `insert into partners.resource_use ${changesOf('partners.link_event')}`,
  `analyze partners.resource_use`,
  `create function partners.keep_resource_use() returns trigger language plpgsql security definer set search_path = '' as $$
  begin
    insert into partners.resource_use ${changesOf('new_rows')}
    on conflict (day, resource_id) do update set change = resource_use.change + excluded.change;
    return null;
  end $$`,
  `create trigger resource_use_insert after insert on partners.link_event
    referencing new table as new_rows for each statement execute function partners.keep_resource_use()`,
  `grant select on partners.resource_use to hub_partners`,
];
