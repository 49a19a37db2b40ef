import { Migration } from '@mikro-orm/migrations';

/** What analysts' questions are answered from. */
export class Partners20261126Analyses extends Migration {
  override up(): void {
    for (const statement of neighbours) this.addSql(statement);
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
  `create index partner_area_code_index on partners.partner (area_code)`,
  `create index resource_published_at_index on partners.resource (published_at desc, id) where status = 'PUBLISHED'`,
  // What partners offer: the row rules look at published_at.
  `create index resource_partner_category_index on partners.resource (partner_id, category) include (published_at) where status = 'PUBLISHED'`,
];
