import type { Export } from '#gateway/exports/export.js';
import type { Env } from '#shared/env.js';
import { donations } from './donations.js';
import { grants } from './grants.js';
import { links } from './links.js';
import { network } from './network.js';
import { organizations } from './organizations.js';
import { resources } from './resources.js';

/** Everything that can be downloaded. */
export function hubExports({
  PUBLISHER_NAME: publisher,
  DATA_LICENSE: license,
}: Pick<Env, 'PUBLISHER_NAME' | 'DATA_LICENSE'>): readonly Export[] {
  const publishing = { publisher, license: license ?? null };
  return [...links, ...resources, organizations, grants(publishing), donations(publishing), ...network];
}
