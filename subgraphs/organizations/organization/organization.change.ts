import {
  type InvalidInput,
  type InvalidTransition,
  Problem,
  type UnknownReference,
} from '#shared/problem.js';
import { refusedTransition } from '#shared/transition.js';
import { registrationTransitions } from '../registration/registration.status.js';
import type { OrganizationChanges } from './organization.draft.js';
import {
  examineOrganization,
  type Mismatch,
  type OrganizationDraft,
  type Surroundings,
} from './organization.rules.js';

/** An organization before and after a change, each with what is around it. */
export interface Change {
  before: OrganizationDraft;
  after: OrganizationDraft;
  changes: OrganizationChanges;
  aroundBefore: Surroundings | UnknownReference;
  aroundAfter: Surroundings | UnknownReference;
}

/** Says that a standing does not become this one; null when it may or stays (R-REG-04). */
export function refusedStanding({
  before,
  after,
}: Pick<Change, 'before' | 'after'>): InvalidTransition | null {
  const [from, to] = [before.registrationStatus, after.registrationStatus];
  return from === to ? null : refusedTransition(registrationTransitions, from, to);
}

/** Examines what a change makes wrong; what was wrong before does not stop a change of something else. */
export function examineChange(
  { before, after, changes, aroundBefore, aroundAfter }: Change,
  mismatch: Mismatch = 'ERROR',
): InvalidInput | UnknownReference | null {
  if (aroundAfter instanceof Problem) return aroundAfter;
  const known =
    aroundBefore instanceof Problem ? null : examineOrganization(before, aroundBefore, mismatch).result();
  return examineOrganization(after, aroundAfter, mismatch)
    .without(known, new Set(Object.keys(changes)))
    .result();
}
