import { apiKeyMark } from '#shared/api-key.js';
import { apiKeyReader } from './api-keys.js';
import type { ReadToken } from './authenticate.js';
import { type TrustedIssuer, viewerOfToken } from './oidc.js';
import type { SourceFor } from './source.js';

/** Reads whatever may stand behind `Bearer`: a person's token, or a program's API key. */
export function credentialReader(issuer: TrustedIssuer, sourceFor: SourceFor): ReadToken {
  // Asked for when the first key comes: a supergraph need not have an identity subgraph.
  const readKey = apiKeyReader(() => sourceFor('identity'));
  return (token) => (token.startsWith(apiKeyMark) ? readKey(token) : viewerOfToken(token, issuer));
}
