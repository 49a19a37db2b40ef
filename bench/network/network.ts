import type { Measured } from '../goals.js';
import { aside } from '../processes.js';
import type { PartOptions } from '../parts/options.js';
import { largeNetwork } from './large.js';

/** The relationship network: what the database is asked where it is too large for one process. */
export async function network(options: PartOptions): Promise<Measured> {
  await aside(() => largeNetwork(options));
  return {};
}
