import type { Transitions } from '#shared/transition.js';
import { RegistrationStatus as S } from '../organization/organization.entity.js';

/** Where a legal standing may go; a registered body is never filed again, it is closed and a new one recorded (R-REG-04). */
export const registrationTransitions: Transitions<S> = {
  [S.UNREGISTERED]: [S.FILED, S.REGISTERED, S.DEREGISTERED],
  [S.FILED]: [S.REGISTERED, S.UNREGISTERED, S.DEREGISTERED, S.REVOKED],
  [S.REGISTERED]: [S.DEREGISTERED, S.REVOKED],
  [S.REVOKED]: [S.DEREGISTERED],
  [S.DEREGISTERED]: [],
};

/** Standings of a body that no longer works. */
export const closedStatuses: readonly S[] = [S.DEREGISTERED, S.REVOKED];

/** Standings of a body that works. */
export const openStatuses: readonly S[] = Object.values(S).filter(
  (status) => !closedStatuses.includes(status),
);

export enum ManagedBy {
  CIVIL_AFFAIRS = 'CIVIL_AFFAIRS',
  TOWNSHIP = 'TOWNSHIP',
  COMMUNITY = 'COMMUNITY',
}

const managers: Partial<Record<S, ManagedBy>> = {
  [S.REGISTERED]: ManagedBy.CIVIL_AFFAIRS,
  [S.FILED]: ManagedBy.TOWNSHIP,
  [S.UNREGISTERED]: ManagedBy.COMMUNITY,
};

/** Yields who guides a body of this standing; null for a closed one (R-REG-02). */
export function managerOf(status: S): ManagedBy | null {
  return managers[status] ?? null;
}
