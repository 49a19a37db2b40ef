import type { Answer } from '../../kit/ask.js';
import { useAskNamed } from '../../kit/named.js';
import { OrganizationLinks, PartnerLinks, type PartnerLinksQuery } from '../../operations.js';
import type { LinkStatus } from '../search.js';

/** Whose links are looked at. */
export interface LinkOwner {
  kind: 'partner' | 'organization';
  id: string;
}

/** A page of links. */
export type Links = NonNullable<PartnerLinksQuery['partner']>['resourceLinks'];
export type Link = Links['nodes'][number];

export interface KnownLinks {
  answer: Answer<unknown>;
  /** The name of the owner; undefined until it is known. */
  name: string | undefined;
  links: Links | undefined;
}

interface Page {
  status: readonly LinkStatus[] | null;
  after?: string | undefined;
  first?: number;
}

/** Asks for the links of a partner or of an organization. */
export function useLinks({ kind, id }: LinkOwner, { status, after, first = 20 }: Page): KnownLinks {
  const variables = { id, first, after: after ?? null, filter: status === null ? null : { status } };
  const ofPartner = useAskNamed(PartnerLinks, variables, { pause: kind !== 'partner' });
  const ofOrganization = useAskNamed(OrganizationLinks, variables, { pause: kind !== 'organization' });
  const owner = kind === 'partner' ? ofPartner.data?.partner : ofOrganization.data?.organization;
  return {
    answer: kind === 'partner' ? ofPartner : ofOrganization,
    name: owner?.name,
    links: owner?.resourceLinks,
  };
}
