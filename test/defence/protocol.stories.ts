// GraphQL over HTTP, and hostile cases 12 to 19 and 21: what is no good request gets an answer in the API's own form.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { stories } from '../kit/each-mode.js';
import { codesOf, post, type RawAnswer, type RawRequest, send } from '../kit/raw.js';

const json = { 'content-type': 'application/json' };
const good = JSON.stringify({ query: '{ __typename }' });
const mutation = 'mutation { revokeApiKey(input: { apiKeyId: "x" }) { __typename } }';
const query = (text: string) => `/graphql?query=${encodeURIComponent(text)}`;

/** Each wrong request with the statuses that it may get. */
const wrong: [name: string, request: RawRequest, statuses: number[]][] = [
  ['12: a batch', { headers: json, body: `[${good},${good}]` }, [400]],
  ['12: a batch of one', { headers: json, body: `[${good}]` }, [400]],
  [
    '16: a mutation by GET',
    { method: 'GET', path: query(mutation), headers: { 'apollo-require-preflight': '1' } },
    [405],
  ],
  ['16: a GET that a form could send', { method: 'GET', path: query('{ __typename }') }, [400]],
  ['17: text/plain', { headers: { 'content-type': 'text/plain' }, body: good }, [415]],
  [
    '17: a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=%7Ba%7D' },
    [415],
  ],
  ['17: multipart', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }, [415]],
  ['17: no content type', { body: good }, [415]],
  ['17: utf-7', { headers: { 'content-type': 'application/json; charset=utf-7' }, body: good }, [415]],
  [
    '17: utf-16',
    { headers: { 'content-type': 'application/json;charset="UTF-16"' }, body: Buffer.from(good, 'utf16le') },
    [415],
  ],
  [
    '17: utf-16 that says it is utf-8',
    { headers: { 'content-type': 'application/json; charset=utf-8' }, body: Buffer.from(good, 'utf16le') },
    [400],
  ],
  [
    '17: a compressed body that unfolds to 64 MiB',
    { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(64 * 1024 * 1024)) },
    [415],
  ],
  [
    '18: 300 KiB',
    {
      headers: json,
      body: JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(300 * 1024) } }),
    },
    [413],
  ],
  [
    '19: two operations and no name',
    { headers: json, body: JSON.stringify({ query: 'query a { __typename } query b { __typename }' }) },
    [400],
  ],
  [
    '19: an unknown operation',
    { headers: json, body: JSON.stringify({ query: 'query a { __typename }', operationName: 'b' }) },
    [400],
  ],
  [
    '15: `__proto__` as a key of the body',
    { headers: json, body: '{"query":"{ __typename }","__proto__":{"x":1}}' },
    [400],
  ],
  ['an empty body', { headers: json, body: '' }, [400]],
  ['half a JSON', { headers: json, body: '{"query":' }, [400]],
  ['a JSON that is no object', { headers: json, body: '"query"' }, [400]],
  ['no document', { headers: json, body: '{}' }, [400]],
  ['a document that is a number', { headers: json, body: '{"query":1}' }, [400]],
  ['variables that are a text', { headers: json, body: '{"query":"{ __typename }","variables":"a"}' }, [400]],
  [
    'a parameter twice',
    {
      method: 'GET',
      path: `${query('{ __typename }')}&query=a`,
      headers: { 'apollo-require-preflight': '1' },
    },
    [400],
  ],
  ['another method', { method: 'PUT', headers: json, body: good }, [404, 405]],
  ['a path that is not there', { method: 'GET', path: '/nothing/../etc/passwd' }, [404]],
  ['a host that is none', { headers: { ...json, host: 'a b:::' }, body: good }, [200, 400]],
];

/** Names that must stay names. */
const named: [name: string, body: string][] = [
  ['aliases', '{ __proto__: __typename constructor: __typename prototype: __typename }'],
  ['variables', 'query ($__proto__: String, $constructor: String) { __typename }'],
].map(([name, text]) => [name as string, JSON.stringify({ query: text })]);
named.push(
  ['an operation', '{"query":"query constructor { __typename }","operationName":"constructor"}'],
  [
    'an input key',
    '{"query":"query ($f: OrganizationFilter) { organizations(filter: $f) { totalCount } }","variables":{"f":{"constructor":{"prototype":{"polluted":1}}}}}',
  ],
);

const isRefusal = ({ json: answer, headers }: RawAnswer) =>
  Array.isArray(answer?.errors) && String(headers['content-type']).includes('json');

export const protocol = stories('GraphQL over HTTP', (hub) => {
  test('passes all 61 audits of graphql-http: no error, no warning', async () => {
    const audits = serverAudits({ url: `${hub().url}/graphql`, fetchFn: fetch });
    const found = [];
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status === 'error' || result.status === 'warn')
        found.push([result.id, result.name, result.reason]);
    }
    expect(audits).toHaveLength(61);
    expect(found).toEqual([]);
  });

  test.each(wrong)('hostile case %s', async (_name, request, statuses) => {
    const answer = await send(hub().url, request);
    expect(statuses).toContain(answer.status);
    if (answer.status === 200) return;
    expect(isRefusal(answer)).toBe(true);
    expect(codesOf(answer)).toEqual([expect.stringMatching(/^(BAD_USER_INPUT|LIMIT_EXCEEDED|NOT_FOUND)$/)]);
    expect(answer.text).not.toMatch(
      /node_modules|\bat \w+ \(|FST_|SyntaxError|Did you mean|\/work|\.ts:|\.js:/,
    );
  });

  test.each(named)('hostile case 15: %s with names of JavaScript pollute nothing', async (_name, body) => {
    const { status } = await send(hub().url, { headers: json, body });
    expect([200, 400]).toContain(status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
    expect((await post(hub().url, { query: '{ area(code: "360300") { name } }' })).json?.data).toEqual({
      area: { name: '萍乡市' },
    });
  });

  test.each([
    ['14: a field', '{ partnerz { totalCount } }'],
    ['14: an argument', '{ partners(frist: 1) { totalCount } }'],
    ['14: a type', '{ partners { ... on Partnr { id } } }'],
    ['14: an enum value', '{ partners(filter: { kind: [FONDATION] }) { totalCount } }'],
  ])('hostile case %s that is not there is refused without a suggestion', async (_name, text) => {
    const answer = await post(hub().url, { query: text });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(answer.text).not.toMatch(/did you mean|suggestion/i);
  });

  test('of several operations the named one is answered, whatever the others declare', async () => {
    const query = `query A($n: Int) { partners(first: 1) { ...f } } query B { __typename }
      fragment f on PartnerConnection { nodes { resources(first: $n) { totalCount } } }`;
    const answer = (operationName: string) => post(hub().url, { query, operationName, variables: { n: 1 } });
    expect((await answer('B')).json?.data).toEqual({ __typename: 'Query' });
    expect((await answer('A')).json?.data).toMatchObject({ partners: { nodes: [{}] } });
  });

  test('variables that do not fit are refused without a suggestion, also of an operation that was answered before', async () => {
    const query = 'query ($f: PartnerFilter) { partners(filter: $f) { totalCount } }';
    const ask = (f: object) => post(hub().url, { query, variables: { f } });
    expect((await ask({ kind: ['FOUNDATION'] })).status).toBe(200);
    const answer = await ask({ kind: ['FONDATION'] });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  test('null for a directive is refused, also where the variable has a default', async () => {
    const query = 'query ($on: Boolean = true) { __typename @include(if: $on) }';
    expect((await post(hub().url, { query })).status).toBe(200);
    const answer = await post(hub().url, { query, variables: { on: null } });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  test('hostile case 21: nobody gets a query plan or a trace', async () => {
    const { json: answer, text } = await post(
      hub().url,
      { query: '{ area(code: "360300") { name funds { donationCount } } }' },
      { 'apollo-query-plan-experimental': '1', 'apollo-federation-include-trace': 'ftv1' },
    );
    expect(Object.keys(answer?.extensions ?? {})).toEqual(['hub']);
    expect(text).not.toMatch(/ftv1|QueryPlan/);
  });

  describe('Compression', () => {
    const body = JSON.stringify({ query: '{ organizations(first: 100) { nodes { id name } } }' });
    test.each(['br', 'gzip'])('%s where the client takes it', async (encoding) => {
      const plain = await send(hub().url, { headers: json, body });
      const packed = await send(hub().url, { headers: { ...json, 'accept-encoding': encoding }, body });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.text.length).toBeLessThan(plain.text.length / 2);
    });
  });
});
