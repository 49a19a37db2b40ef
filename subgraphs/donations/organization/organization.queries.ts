import { type Asking, lookUp, lookUpAll } from '#shared/directory.js';
import type { Finding } from '#shared/finding.js';
import { asStranger } from '../ledger/asking.js';

/** What the books ask about an organization. */
export interface OrganizationFacts {
  id: string;
  registrationStatus: 'REGISTERED' | 'FILED' | 'UNREGISTERED' | 'DEREGISTERED' | 'REVOKED';
  area: { code: string };
  fiscalHost: { registrationStatus: string } | null;
}

/** Asks the organizations subgraph; null when there is no such organization. */
export function findOrganization(asking: Asking, id: string): Promise<OrganizationFacts | null> {
  return lookUp(asStranger(asking), { ...sought, id });
}

const sought = {
  subgraph: 'organizations',
  type: 'Organization',
  selection: 'id registrationStatus area { code } fiscalHost { registrationStatus }',
} as const;

/** Asks for several at once. */
export const findOrganizations = (
  asking: Asking,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganizationFacts>> => lookUpAll(asStranger(asking), { ...sought, ids });

/** Says that an organization is no more and takes no money; what it was given can still go back. */
export function closedOrganization({ registrationStatus }: OrganizationFacts): Finding[] {
  if (registrationStatus !== 'DEREGISTERED' && registrationStatus !== 'REVOKED') return [];
  const message = `the organization is ${registrationStatus}; it takes no money.`;
  return [{ code: 'ORGANIZATION_CLOSED', message, found: registrationStatus }];
}

/** Says that an organization is no legal person and nobody receives money for it (R-REG-05). */
export function withoutFiscalHost({ registrationStatus, fiscalHost }: OrganizationFacts): Finding[] {
  if (registrationStatus !== 'FILED' && registrationStatus !== 'UNREGISTERED') return [];
  if (fiscalHost?.registrationStatus === 'REGISTERED') return [];
  const message = `the organization is ${registrationStatus}, no legal person; it needs a REGISTERED fiscal host.`;
  return [
    {
      code: 'FISCAL_HOST_REQUIRED',
      message,
      found: registrationStatus,
      allowed: 'REGISTERED, or a fiscal host',
    },
  ];
}
