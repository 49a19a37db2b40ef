import type { Transitions } from '#shared/transition.js';
import { DonationStatus as S } from './donation.entity.js';

/** Where a donation may go; nothing can be given back of what was only promised. */
export const donationTransitions: Transitions<S> = {
  [S.PLEDGED]: [S.RECEIVED],
  [S.RECEIVED]: [S.PARTLY_REFUNDED, S.REFUNDED],
  [S.PARTLY_REFUNDED]: [S.PARTLY_REFUNDED, S.REFUNDED],
  [S.REFUNDED]: [],
  // No mutation leads there: only a file that is taken back as a whole.
  [S.REVERSED]: [],
};
