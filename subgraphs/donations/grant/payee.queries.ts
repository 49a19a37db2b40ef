import type { Finding } from '#shared/finding.js';
import type { DonationsContext } from '../context.js';
import {
  closedOrganization,
  findOrganization,
  withoutFiscalHost,
} from '../organization/organization.queries.js';
import type { Grant } from './grant.entity.js';

/** Says why a grant's organization cannot be paid now (R-REG-05); owners never delete, so it is still there. */
export async function examinePayee(context: DonationsContext, { organizationId }: Grant): Promise<Finding[]> {
  const organization = await findOrganization(context, organizationId);
  if (organization === null) throw new Error(`Organization ${organizationId} was there when it applied.`);
  return [...closedOrganization(organization), ...withoutFiscalHost(organization)];
}
