import type { Effort } from '../measure.js';
import { startProfile } from '../profile.js';

/** How a part is measured. */
export interface PartOptions {
  effort: Effort;
  /** Whether to say where the hub's time goes. */
  profile: boolean;
}

/** Settings of a hub that may be profiled. */
export const startProfiled = ({ profile }: PartOptions) => (profile ? startProfile.settings : {});
