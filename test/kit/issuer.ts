import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose';
import { type KeyTimes, remoteKeys, type TrustedIssuer } from '#gateway/oidc.js';

/** A key pair of an issuer, or of somebody who would like to be one. */
export interface SigningKey {
  id: string;
  alg: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

/** Makes a key pair. */
export async function signingKey(id: string, alg = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { id, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid: id, alg } };
}

/** An issuer whose keys a test publishes, withdraws, or makes unreachable. */
export interface TestIssuer extends TrustedIssuer {
  key: SigningKey;
  /** How often its keys were fetched. */
  fetches(): number;
  publish(...keys: SigningKey[]): void;
  /** Accepts connections and never answers. */
  hang(): void;
  stop(): Promise<void>;
}

/** Starts an issuer with one RSA key. */
export async function startIssuer(times: Partial<KeyTimes> = {}): Promise<TestIssuer> {
  const key = await signingKey('first');
  let published = [key.jwk];
  let fetches = 0;
  let hangs = false;
  const { server, url } = await serve((_request, response) => {
    fetches += 1;
    if (!hangs)
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  const issuer = 'urn:linkage-hub:test-issuer';
  return {
    issuer,
    audience: 'linkage-hub-test',
    keys: remoteKeys(issuer, `${url}/keys`, times),
    key,
    fetches: () => fetches,
    publish: (...keys) => {
      published = keys.map(({ jwk }) => jwk);
    },
    hang: () => {
      hangs = true;
    },
    stop: () => close(server),
  };
}

/** Serves on a free port of this machine. */
export async function serve(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Ends a server and every connection to it. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** What a token says; undefined leaves a claim out. */
export type Claims = Record<string, unknown>;
export const now = () => Math.floor(Date.now() / 1000);

/** The claims of a good token of an issuer. */
export function goodClaims({ issuer, audience }: TrustedIssuer): Claims {
  return { iss: issuer, aud: audience, sub: 'somebody', iat: now(), exp: now() + 300, roles: ['analyst'] };
}

/** Signs a token; header and claims change what a good one has. */
export function signedToken(
  issuer: TestIssuer,
  {
    claims = {},
    header = {},
    key = issuer.key,
  }: { claims?: Claims; header?: Partial<JWTHeaderParameters>; key?: SigningKey } = {},
): Promise<string> {
  return new SignJWT({ ...goodClaims(issuer), ...claims })
    .setProtectedHeader({ alg: key.alg, typ: 'at+jwt', kid: key.id, ...header })
    .sign(
      key.privateKey,
      header.crit ? { crit: Object.fromEntries(header.crit.map((name) => [name, true])) } : {},
    );
}

/** Encodes a part of a token. */
export const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
