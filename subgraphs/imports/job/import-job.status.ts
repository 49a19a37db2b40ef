import type { Transitions } from '#shared/transition.js';
import { ImportStatus as S } from './import-job.entity.js';

/** Where an import may go; a dry run that has found problems is started anew with other choices. */
export const importTransitions: Transitions<S> = {
  [S.RECEIVING]: [S.WAITING],
  [S.WAITING]: [S.READING],
  [S.READING]: [S.READY, S.FAILED],
  [S.READY]: [S.CHECKING],
  [S.CHECKING]: [S.CHECKED, S.READY],
  [S.CHECKED]: [S.CHECKING, S.WRITING],
  [S.WRITING]: [S.WRITTEN, S.CHECKED],
  [S.WRITTEN]: [S.UNDOING],
  [S.UNDOING]: [S.UNDONE, S.WRITTEN],
  [S.UNDONE]: [],
  [S.FAILED]: [],
};
