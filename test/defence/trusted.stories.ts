// Hostile cases 13 and 20: who may ask what, where only trusted documents are answered.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { projectFile } from '#gateway/start.js';
import { documentIdOf } from '#gateway/trusted/manifest.js';
import { demoClaims, demoRoles, openDemonstration } from '#gateway/demonstration.js';
import { stories } from '../kit/each-mode.js';
import { codesOf, post, type RawAnswer, send } from '../kit/raw.js';

const text = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');
const documentId = documentIdOf(text);
const hash = documentId.slice('sha256:'.length);
const variables = { area: '360300' };
const unknownId = `sha256:${'0'.repeat(64)}`;
/** Whose pages may read answers. */
export const origin = 'https://dashboards.example.org';

const isDashboard = ({ status, json }: RawAnswer) =>
  status === 200 && json?.errors === undefined && 'organizations' in (json?.data as object);
const adHoc = { query: '{ area(code: "360300") { name } }' };

export const trusted = stories('Trusted documents', (hub) => {
  const bearer = async (role: (typeof demoRoles)[number]) => {
    const token = await (await openDemonstration(hub().dataDir)).sign(demoClaims(role));
    return { authorization: `Bearer ${token}` };
  };
  const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
    send(hub().url, {
      method: 'GET',
      path: `/graphql?${new URLSearchParams(parameters)}`,
      headers: { 'apollo-require-preflight': '1', ...headers },
    });
  const getDashboard = (headers: Record<string, string> = {}) =>
    get({ documentId, variables: JSON.stringify(variables) }, headers);

  test.each<[string, Record<string, unknown>]>([
    ['its id', { documentId, variables }],
    ['its id and its text', { documentId, query: text, variables }],
    [
      'the persisted query of Apollo’s clients',
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } }, variables },
    ],
  ])('a stranger gets one by %s', async (_way, body) => {
    expect(isDashboard(await post(hub().url, body))).toBe(true);
  });

  test('every trusted document of the pages is named, and askable by its id', async () => {
    const ids = await send(hub().url, { method: 'GET', path: '/documents.json' });
    expect(ids.json).toMatchObject({ CityDashboard: documentId, RegisterResource: expect.any(String) });
    expect(isDashboard(await getDashboard())).toBe(true);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a document of one’s own', adHoc, 'PERSISTED_ONLY'],
    ['the text of a trusted one without its id', { query: text, variables }, 'PERSISTED_ONLY'],
    ['a known id with a changed text', { documentId, query: `${text} `, variables }, 'BAD_USER_INPUT'],
    ['an unknown id', { documentId: unknownId }, 'NOT_FOUND'],
    ['an unknown id with a text', { documentId: unknownId, ...adHoc }, 'NOT_FOUND'],
    ['an id that is no text', { documentId: 7 }, 'NOT_FOUND'],
    ['the schema (hostile case 13)', { query: '{ __schema { types { name } } }' }, 'PERSISTED_ONLY'],
    [
      'a chain of types (hostile case 13)',
      { query: '{ __type(name: "Area") { fields { type { fields { name } } } } }' },
      'PERSISTED_ONLY',
    ],
    ['no GraphQL', { query: '{' }, 'PERSISTED_ONLY'],
  ])('hostile case 20: %s is refused', async (_what, body, code) => {
    const answer = await post(hub().url, body);
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]]);
  });

  test.each(demoRoles)('the role %s may ask what it likes only if it is analyst or admin', async (role) => {
    const headers = await bearer(role);
    expect(isDashboard(await post(hub().url, { documentId, variables }, headers))).toBe(true);
    const answer = await post(hub().url, adHoc, headers);
    const mayAsk = role === 'analyst' || role === 'admin';
    expect([answer.status, codesOf(answer)]).toEqual(mayAsk ? [200, []] : [400, ['PERSISTED_ONLY']]);
    const schema = await post(hub().url, { query: '{ __schema { queryType { name } } }' }, headers);
    expect(schema.status).toBe(mayAsk ? 200 : 400);
  });

  test('the limits hold for analysts, too', async () => {
    const deep = `{ area(code: "360300") { ${'parent { '.repeat(12)} name ${'} '.repeat(12)} } }`;
    const answer = await post(hub().url, { query: deep }, await bearer('analyst'));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['LIMIT_EXCEEDED']]);
  });

  describe('A GET of a trusted document', () => {
    test('may be kept, and is asked for again by its ETag: 304 while it holds', async () => {
      const first = await getDashboard();
      expect(first.headers['cache-control']).toBe('public, no-cache');
      expect(first.headers['vary']).toMatch(/Authorization/);
      const etag = String(first.headers['etag']);
      expect(etag).toMatch(/^W\/"[\w-]{32}"$/);
      const again = await getDashboard({ 'if-none-match': `"other", ${etag}` });
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
      expect((await getDashboard({ 'if-none-match': 'W/"other"' })).status).toBe(200);
    });

    test('is kept apart for each origin, viewer and form that it may differ by', async () => {
      const { headers } = await getDashboard({ origin, 'accept-encoding': 'br' });
      const vary = String(headers['vary']).toLowerCase().split(/, */).sort();
      expect([...new Set(vary)]).toEqual(['accept', 'accept-encoding', 'authorization', 'origin']);
    });

    test('is another answer once its data is another', async () => {
      const area = (code: string) => get({ documentId, variables: JSON.stringify({ area: code }) });
      const [city, district] = await Promise.all([area('360300'), area('360302')]);
      expect(city.headers['etag']).not.toBe(district.headers['etag']);
    });

    test('of somebody whom the hub knows is kept by nobody else', async () => {
      const { headers } = await getDashboard(await bearer('viewer'));
      expect(headers['cache-control']).toBe('private, no-cache');
    });

    test('with an error in it is not kept, nor is an answer to a POST', async () => {
      const wrong = await get({ documentId, variables: JSON.stringify({ area: '999900' }) });
      expect([wrong.headers['cache-control'], wrong.headers['etag']]).toEqual(['no-store', undefined]);
      const posted = await post(hub().url, { documentId, variables });
      expect([posted.headers['cache-control'], posted.headers['etag']]).toEqual(['no-store', undefined]);
    });

    test('needs the header that a foreign page cannot send (CSRF)', async () => {
      const path = `/graphql?${new URLSearchParams({ documentId, variables: JSON.stringify(variables) })}`;
      const answer = await send(hub().url, { method: 'GET', path });
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    });
  });

  describe('Pages of other origins', () => {
    const preflight = (from: string) =>
      send(hub().url, {
        method: 'OPTIONS',
        headers: {
          origin: from,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });

    test('may ask where CORS_ORIGINS names them', async () => {
      const { status, headers } = await preflight(origin);
      expect([status, headers['access-control-allow-origin']]).toEqual([204, origin]);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      const answer = await post(hub().url, { documentId, variables }, { origin });
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
      expect(answer.headers['access-control-expose-headers']).toMatch(/ratelimit-remaining.*x-request-id/);
    });

    test.each(['https://evil.example.org', 'null', `${origin}.evil.example.org`])(
      'may not else: %s',
      async (other) => {
        const refused = await preflight(other);
        expect(refused.headers['access-control-allow-origin']).toBeUndefined();
        const answer = await post(hub().url, { documentId, variables }, { origin: other });
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      },
    );
  });
});
