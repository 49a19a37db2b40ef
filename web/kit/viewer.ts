import { useMemo } from 'react';
import { decodeJwt } from 'jose';
import { useToken } from './session.js';

/** Roles that decide what is shown; what is allowed decides the hub. */
export type Role = 'viewer' | 'partner' | 'organization' | 'analyst' | 'finance' | 'admin';

export interface KnownViewer {
  /** Null for a stranger. */
  subject: string | null;
  roles: readonly string[];
  partnerId: string | null;
  organizationId: string | null;
  /** Whether one of the roles is the viewer's. */
  is(...some: Role[]): boolean;
}

/** What a token says of its bearer, without asking anybody. */
function claimsOf(token: string | null): ReturnType<typeof decodeJwt> {
  try {
    return token === null ? {} : decodeJwt(token);
  } catch {
    return {};
  }
}

const textOf = (claim: unknown) => (typeof claim === 'string' ? claim : null);

/** Yields who is signed in. */
export function useViewer(): KnownViewer {
  const token = useToken();
  return useMemo(() => {
    const claims = claimsOf(token);
    const roles = Array.isArray(claims['roles']) ? claims['roles'].map(String) : [];
    return {
      subject: claims.sub ?? null,
      roles,
      partnerId: textOf(claims['partner_id']),
      organizationId: textOf(claims['organization_id']),
      is: (...some) => some.some((role) => roles.includes(role)),
    };
  }, [token]);
}
