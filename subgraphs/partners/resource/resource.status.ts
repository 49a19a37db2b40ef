import type { Transitions } from '#shared/transition.js';
import { ResourceStatus as S } from './resource.entity.js';

/** Where a resource may go; a withdrawn one may be offered again. */
export const resourceTransitions: Transitions<S> = {
  [S.DRAFT]: [S.PUBLISHED, S.WITHDRAWN],
  [S.PUBLISHED]: [S.WITHDRAWN],
  [S.WITHDRAWN]: [S.PUBLISHED],
};
