import type { Transitions } from '#shared/transition.js';
import { GrantStatus as S } from './grant.entity.js';

/** Where a grant may go; the first payment moves an award on. */
export const grantTransitions: Transitions<S> = {
  [S.APPLIED]: [S.AWARDED, S.REJECTED],
  [S.AWARDED]: [S.IN_PROGRESS, S.TERMINATED],
  [S.IN_PROGRESS]: [S.CLOSED, S.TERMINATED],
  [S.CLOSED]: [],
  [S.REJECTED]: [],
  [S.TERMINATED]: [],
};

/** States of a grant that takes, or took, money from its pool. */
export const awardedStates: readonly S[] = [S.AWARDED, S.IN_PROGRESS, S.CLOSED];
