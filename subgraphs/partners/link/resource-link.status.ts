import type { Transitions } from '#shared/transition.js';
import { ResourceLinkStatus as S } from './resource-link.entity.js';

/** Where a link may go. A proposal is answered or taken back; what was agreed begins or is called off; what runs ends. */
export const linkTransitions: Transitions<S> = {
  [S.PROPOSED]: [S.ACCEPTED, S.DECLINED, S.CANCELLED],
  [S.ACCEPTED]: [S.ACTIVE, S.CANCELLED],
  [S.ACTIVE]: [S.FULFILLED, S.CANCELLED],
  [S.FULFILLED]: [],
  [S.DECLINED]: [],
  [S.CANCELLED]: [],
};

/** Steps that answer a proposal: they are not for whoever proposed. */
export const linkAnswers: readonly S[] = [S.ACCEPTED, S.DECLINED];
