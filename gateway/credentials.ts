import { apiKeyMark, parseApiKey } from '#shared/api-key.js';
import { sha256Hex } from '#shared/hash.js';
import type { Logger } from '#shared/log.js';
import type { Redis } from '#shared/redis.js';
import { apiKeyReader, type ReadKey } from './api-keys.js';
import { type Attempts, countAttempts } from './attempts.js';
import { RefusedKey, type ReadToken } from './authenticate.js';
import type { TrustedIssuer } from './oidc.js';
import type { SourceFor } from './source.js';
import { TokenReader } from './tokens.js';

/** As many keys as a department's programs have, many times over. */
const trustedMax = 10_000;

/** Reads whatever may stand behind `Bearer`: a person's token, or a program's API key. */
export function credentialReader(
  issuer: TrustedIssuer,
  sourceFor: SourceFor,
  log: Logger,
  redis: Redis | null = null,
): ReadToken {
  // Asked for when the first key comes: a supergraph need not have an identity subgraph.
  const readKey = countedReader(
    apiKeyReader(() => sourceFor('identity')),
    countAttempts(log, redis),
  );
  const tokens = new TokenReader(issuer);
  return (token, address) => {
    if (token.startsWith(apiKeyMark)) return readKey(token, address);
    return tokens.known(token) ?? tokens.read(token);
  };
}

/** Makes an address wait that tries many keys. A key that has been good before is not in question: programs may share an address. */
function countedReader(readKey: ReadKey, attempts: Attempts): ReadToken {
  const trusted = new Set<string>();
  return async (token, address) => {
    const key = parseApiKey(token);
    // A mistyped key cannot be right: refusing it costs nothing and tells nothing.
    if (key === null) return readKey(token);
    const hash = sha256Hex(token);
    if (!trusted.has(hash)) await attempts.check(address, key.prefix);
    try {
      const viewer = await readKey(token);
      if (trusted.size < trustedMax) trusted.add(hash);
      return viewer;
    } catch (error) {
      trusted.delete(hash);
      if (error instanceof RefusedKey) await attempts.refused(address, key.prefix);
      throw error;
    }
  };
}
