import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { join } from 'node:path';
import { tokenOrganizationId, tokenPartnerId } from '#shared/demo/bodies.js';
import { secretFile, writeSecretFile } from '#shared/secret-file.js';
import { StartError } from '#shared/start-error.js';
import type { Role } from '#shared/viewer.js';
import type { TrustedIssuer } from './oidc.js';

/** A name that no issuer on the internet can have (RFC 2606). */
const issuer = 'https://demonstration.linkage-hub.invalid';
const audience = 'linkage-hub-demonstration';
const algorithm = 'ES256';
const lifetime = '24h';
const keyFile = 'demo-key.json';
const tokensFile = 'demo-tokens.json';

/** What a demonstration token says about its bearer. */
export interface DemoClaims {
  subject: string;
  roles: readonly Role[];
  partnerId?: string | undefined;
  organizationId?: string | undefined;
}

/** The hub's own issuer, for a start without one: its tokens are checked exactly as a real issuer's. */
export interface Demonstration extends TrustedIssuer {
  sign(claims: DemoClaims): Promise<string>;
}

/** The roles that a person can have; each gets a token. */
export const demoRoles = ['viewer', 'partner', 'organization', 'analyst', 'finance', 'admin'] as const;
export type DemoRole = (typeof demoRoles)[number];

/** Opens the demonstration of a data folder; its key is made once, at the first start. */
export async function openDemonstration(dataDir: string): Promise<Demonstration> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const fresh = { ...(await exportJWK(privateKey)), alg: algorithm, kid: 'demonstration' };
  const jwk = parseKey(
    secretFile(dataDir, keyFile, () => `${JSON.stringify(fresh)}\n`),
    dataDir,
  );
  const { kty, crv, x, y, alg, kid } = jwk;
  const key = await importJWK(jwk, algorithm);
  return {
    issuer,
    audience,
    keys: createLocalJWKSet({ keys: [{ kty, crv, x, y, alg, kid } as JWK] }),
    sign: ({ subject, roles, partnerId, organizationId }) =>
      new SignJWT({ roles, partner_id: partnerId, organization_id: organizationId })
        .setProtectedHeader({ alg: algorithm, typ: 'at+jwt', kid: 'demonstration' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),
  };
}

function parseKey(text: string, dataDir: string): JWK {
  try {
    const jwk = JSON.parse(text) as JWK;
    if (jwk.kty === 'EC' && typeof jwk.d === 'string') return jwk;
  } catch {
    // Told below, in words.
  }
  throw new StartError(`DATA_DIR: ${join(dataDir, keyFile)} holds no key; delete it, and a new one is made.`);
}

/** Yields what the token of a role says. */
export function demoClaims(role: DemoRole): DemoClaims {
  return {
    subject: `demo-${role}`,
    roles: [role],
    partnerId: role === 'partner' ? tokenPartnerId : undefined,
    organizationId: role === 'organization' ? tokenOrganizationId : undefined,
  };
}

/** Signs a token per role and writes them to the data folder, for programs that try the hub. */
export async function writeDemoTokens(
  { sign }: Demonstration,
  dataDir: string,
): Promise<Record<DemoRole, string>> {
  const pairs = await Promise.all(
    demoRoles.map(async (role) => [role, await sign(demoClaims(role))] as const),
  );
  const tokens = Object.fromEntries(pairs) as Record<DemoRole, string>;
  writeSecretFile(dataDir, tokensFile, `${JSON.stringify(tokens, null, 2)}\n`);
  return tokens;
}

/** Says in words what the tokens are and how to use each. */
export function describeDemoTokens(tokens: Record<DemoRole, string>, dataDir: string): string {
  const lines = Object.entries(tokens).map(
    ([role, token]) => `  ${role.padEnd(12)} Authorization: Bearer ${token}`,
  );
  return `Demonstration: no OIDC_ISSUER is set, so the hub signs its own tokens with the key in ${join(dataDir, keyFile)}.
One token per role, good for ${lifetime.replace('h', ' hours')}, also in ${join(dataDir, tokensFile)}:
${lines.join('\n')}\n`;
}
