// Who asks: only a token that is valid in every respect names anybody; every other one gets the same 401.
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportSPKI, FlattenedSign } from 'jose';
import { viewerOfToken } from '#gateway/oidc.js';
import type { Viewer } from '#shared/viewer.js';
import { startHub, type TestHub } from '../kit/hub.js';
import {
  close,
  encoded,
  goodClaims,
  now,
  serve,
  signedToken,
  signingKey,
  startIssuer,
  type TestIssuer,
} from '../kit/issuer.js';

const question = '{ viewer { subject roles partnerId organizationId } }';
let issuer: TestIssuer;
let hub: TestHub;
beforeAll(async () => {
  issuer = await startIssuer();
  hub = await startHub({ topology: 'embedded', engine: 'hive' }, 'empty', { issuer });
});
afterAll(async () => {
  await hub?.stop();
  await issuer?.stop();
});

/** Everything a client sees of a refusal. */
const refusal = {
  status: 401,
  challenge: 'Bearer',
  body: { errors: [{ message: 'The token is not valid.', extensions: { code: 'UNAUTHENTICATED' } }] },
};

async function ask(authorization: string) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: question }),
  });
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: (await response.json()) as object,
  };
}

/** Reads a token that an issuer with such a key signed. */
async function viewerSignedWith(alg: string): Promise<Viewer> {
  const other = await startIssuer();
  try {
    const key = await signingKey('other', alg);
    other.publish(key);
    return await viewerOfToken(await signedToken(other, { key }), other);
  } finally {
    await other.stop();
  }
}

describe('a valid token', () => {
  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed with %s names the viewer', async (alg) => {
    expect(await viewerSignedWith(alg)).toEqual({
      subject: 'somebody',
      roles: ['analyst'],
      partnerId: null,
      organizationId: null,
      scopes: null,
    });
  });

  test.each(['RS512', 'ES384'])('signed with %s, which is not on the list, names nobody', async (alg) => {
    await expect(viewerSignedWith(alg)).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' });
  });

  test('gives the roles that the hub knows, never `internal`, and ids that are ids', async () => {
    const claims = {
      roles: ['partner', 'internal', 'root', 7],
      partner_id: '1B1B3D7B-2CB2-86A6-AC28-CDBF5A6B1056',
      organization_id: "'; drop table x",
    };
    expect(await hub.withToken(await signedToken(issuer, { claims })).expectData(question)).toEqual({
      viewer: {
        subject: 'somebody',
        roles: ['partner'],
        partnerId: claims.partner_id.toLowerCase(),
        organizationId: null,
      },
    });
  });

  test.each([
    [undefined, []],
    ['admin', []],
    [{ 0: 'admin' }, []],
    [null, []],
  ])('with the roles %j has none', async (roles, expected) => {
    const token = await signedToken(issuer, { claims: { roles } });
    expect(await hub.withToken(token).expectData(question)).toMatchObject({ viewer: { roles: expected } });
  });

  test('may be for up to five audiences', async () => {
    const audiences = (count: number) =>
      [...Array(count - 1).keys()].map((n) => `other-${n}`).concat(issuer.audience);
    const withAudiences = async (count: number) =>
      (await ask(`Bearer ${await signedToken(issuer, { claims: { aud: audiences(count) } })}`)).status;
    expect([await withAudiences(5), await withAudiences(6)]).toEqual([200, 401]);
  });
});

const tampered = (token: string) => {
  const [header, , signature] = token.split('.');
  return [header, encoded({ ...goodClaims(issuer), roles: ['admin'] }), signature].join('.');
};
/** Signs over the claims as RFC 7797 does; the text is the same with and without `b64`, so the signature is good either way. */
async function unencoded(): Promise<string> {
  const payload = encoded(goodClaims(issuer));
  const signed = await new FlattenedSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: issuer.key.id, b64: false, crit: ['b64'] })
    .sign(issuer.key.privateKey);
  return `${signed.protected}.${payload}.${signed.signature}`;
}
async function signedWithPublicKey(): Promise<string> {
  const text = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: issuer.key.id })}.${encoded(goodClaims(issuer))}`;
  const pem = await exportSPKI(issuer.key.publicKey);
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}
const unsigned = (alg: string) =>
  `${encoded({ alg, typ: 'at+jwt', kid: issuer.key.id })}.${encoded(goodClaims(issuer))}.`;
const claiming = (claims: object) => () => signedToken(issuer, { claims: { ...claims } });
const attacker = signingKey('first');

const hostile: [string, () => string | Promise<string>][] = [
  ['alg none', () => unsigned('none')],
  ['alg NONE', () => unsigned('NONE')],
  ['HS256 with the public key as its secret', signedWithPublicKey],
  [
    'a key of its own in the header (jwk)',
    async () => {
      const { jwk, ...key } = await attacker;
      return signedToken(issuer, { key: { ...key, jwk }, header: { jwk } });
    },
  ],
  ['an attacker’s key with our key’s id', async () => signedToken(issuer, { key: await attacker })],
  ['another issuer', claiming({ iss: 'urn:somebody-else' })],
  ['no issuer', claiming({ iss: undefined })],
  ['another audience', claiming({ aud: 'another-program' })],
  ['no audience', claiming({ aud: undefined })],
  ['its time over', claiming({ exp: now() - 60 })],
  ['no end', claiming({ exp: undefined })],
  ['an end that is no number', claiming({ exp: 'never' })],
  ['no subject', claiming({ sub: undefined })],
  ['an empty subject', claiming({ sub: '' })],
  ['a subject of 201 characters', claiming({ sub: 'x'.repeat(201) })],
  ['the subject of an API key', claiming({ sub: 'key:0123456789' })],
  ['a NUL in its subject', claiming({ sub: 'some\u0000body' })],
  ['no time of issue', claiming({ iat: undefined })],
  ['a time of issue in the future', claiming({ iat: now() + 3_600, exp: now() + 7_200 })],
  ['an age of more than a day', claiming({ iat: now() - 90_000 })],
  ['a start in the future', claiming({ nbf: now() + 3_600 })],
  ['the type of an ID token', () => signedToken(issuer, { header: { typ: 'JWT' } })],
  ['no type', () => signedToken(issuer, { header: { typ: undefined as never } })],
  [
    'a critical extension, validly signed',
    () => signedToken(issuer, { header: { crit: ['x-must'], 'x-must': true } }),
  ],
  ['an unencoded payload (b64: false), validly signed', unencoded],
  ['other claims than were signed', async () => tampered(await signedToken(issuer))],
  ['its end cut off', async () => (await signedToken(issuer)).slice(0, -20)],
  ['two parts only', async () => (await signedToken(issuer)).split('.').slice(0, 2).join('.')],
  ['SQL in its key id', () => signedToken(issuer, { header: { kid: "' or 1=1; --" } })],
  ['a path in its key id', () => signedToken(issuer, { header: { kid: '../../../../dev/null' } })],
  ['no key id that anybody knows', () => signedToken(issuer, { header: { kid: 'unknown' } })],
  ['more than 8 KiB', claiming({ padding: 'x'.repeat(8 * 1024) })],
  ['20 KB', () => 'x'.repeat(20_000)],
  ['1 MB', () => 'x'.repeat(1_000_000)],
  ['nothing of a token', () => 'admin'],
];

describe('hostile cases 33 to 44: a token with', () => {
  test.each(hostile)('%s gets the one refusal', async (_name, token) => {
    expect(await ask(`Bearer ${await token()}`)).toEqual(refusal);
  });

  test('a key to be fetched from the attacker (jku, x5u) gets the one refusal, and nobody is asked', async () => {
    let asked = 0;
    const { jwk } = await attacker;
    const { server, url } = await serve((_request, response) => {
      asked += 1;
      response.end(JSON.stringify({ keys: [jwk] }));
    });
    const token = await signedToken(issuer, { key: await attacker, header: { jku: url, x5u: url } });
    expect(await ask(`Bearer ${token}`)).toEqual(refusal);
    expect(asked).toBe(0);
    await close(server);
  });

  test.each(['Basic YWRtaW46YWRtaW4=', 'Bearer', 'Token abc', 'Bearer a b'])(
    'the scheme %j gets it too',
    async (header) => {
      expect(await ask(header)).toEqual(refusal);
    },
  );

  test('so does one that was good until it was signed again with our key’s id', async () => {
    const good = await signedToken(issuer);
    expect((await ask(`Bearer ${good}`)).status).toBe(200);
    expect((await ask(`bearer ${good}`)).status).toBe(200);
    expect(await ask(`Bearer ${await signedToken(issuer, { key: await attacker })}`)).toEqual(refusal);
  });
});

describe('hostile case 49: two identities', () => {
  /** Sends headers exactly as they stand, a name several times too. */
  function raw(headers: string[]): Promise<{ status: number | undefined; text: string }> {
    return new Promise((resolve, reject) => {
      const { host } = new URL(hub.url);
      const call = request(`${hub.url}/graphql`, {
        method: 'POST',
        headers: ['Host', host, 'Content-Type', 'application/json', ...headers],
      });
      call.on('error', reject).on('response', (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      call.end(JSON.stringify({ query: question }));
    });
  }

  test('the same header twice, a list, or a token beside a key is BAD_USER_INPUT', async () => {
    const [one, other] = [
      `Bearer ${await signedToken(issuer)}`,
      `Bearer ${await signedToken(issuer, { claims: { sub: 'other' } })}`,
    ];
    const answers = await Promise.all([
      raw(['Authorization', one, 'authorization', other]),
      raw(['Authorization', one, 'Authorization', one]),
      raw(['Authorization', `${one}, ${other}`]),
      raw(['Authorization', one, 'X-Api-Key', 'hub_x']),
    ]);
    for (const { status, text } of answers) {
      expect(status).toBe(400);
      expect(text).toMatch(/"code":"BAD_USER_INPUT"/);
      expect(text).not.toContain('viewer');
    }
    expect((await raw(['Authorization', one])).status).toBe(200);
  });
});

test('each answer names its request, and a caller’s own id is not taken', async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const headers = { 'content-type': 'application/json', 'x-request-id': 'mine' };
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: question }),
      });
      return response.headers.get('x-request-id');
    }),
  );
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});
