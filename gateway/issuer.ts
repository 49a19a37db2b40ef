import type { Env } from '#shared/env.js';
import { internalKeys } from '#shared/internal-keys.js';
import { StartError } from '#shared/start-error.js';
import { describeDemoTokens, openDemonstration, writeDemoTokens } from './demonstration.js';
import { remoteKeys, type TrustedIssuer } from './oidc.js';

/** Whose tokens the hub believes. */
export interface ChosenIssuer {
  issuer: TrustedIssuer;
  /** What the person who starts a demonstration is told; null when an issuer is configured. */
  notice: string | null;
}

/** Refuses a production start that would believe a demonstration's tokens or sign calls with a key of its own. */
export function assertProductionSettings(env: Env): void {
  if (env.NODE_ENV !== 'production') return;
  if (env.OIDC_ISSUER === undefined) {
    throw new StartError(
      'OIDC_ISSUER: found nothing; allowed with NODE_ENV=production: the URL of an OpenID Connect issuer (a demonstration, which signs its own tokens, starts without NODE_ENV).',
    );
  }
  internalKeys(env);
}

const openNotice = `Everybody may ask queries of his own, within the limits; with TRUSTED_DOCUMENTS=on only analyst and admin may.\n`;

/** Yields the configured issuer, else the demonstration's own, whose tokens it writes to DATA_DIR. */
export async function chooseIssuer(env: Env): Promise<ChosenIssuer> {
  const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, DATA_DIR } = env;
  if (OIDC_ISSUER !== undefined && OIDC_AUDIENCE !== undefined) {
    const keys = remoteKeys(OIDC_ISSUER, OIDC_JWKS_URL);
    return { issuer: { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, keys }, notice: null };
  }
  const demonstration = await openDemonstration(DATA_DIR);
  const tokens = await writeDemoTokens(demonstration, DATA_DIR);
  const notice = [
    describeDemoTokens(tokens, DATA_DIR),
    ...(env.TRUSTED_DOCUMENTS === 'on' ? [] : [openNotice]),
  ];
  return { issuer: demonstration, notice: notice.join('\n') };
}
