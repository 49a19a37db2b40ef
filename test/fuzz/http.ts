import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Attack } from './attack.js';
import { chosen, type Choice } from './choice.js';
import { oddTexts } from './values.js';

const bytes = fc.uint8Array({ maxLength: 400 });
const json = { 'content-type': 'application/json' };
const good = '{"query":"{ __typename }"}';
const brackets = (count: number) =>
  `{"query":"{ __typename }","variables":${'['.repeat(count)}${']'.repeat(count)}}`;

const shapes: ((choose: Choice) => Omit<Attack, 'kind'>)[] = [
  (choose) => ({
    request: {
      headers: {
        'content-type': choose.of([
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'application/json; charset=utf-16',
          'application/json; charset=x-none',
          'application/graphql',
          'application/jsonp',
          ';',
          'a/b; '.repeat(500),
        ]),
      },
      body: good,
    },
  }),
  (choose) => ({ request: { headers: json, body: good.slice(0, choose.below(good.length)) } }),
  (choose) => ({
    request: {
      headers: json,
      body: choose.of([
        '[]',
        `[${good}]`,
        `[${`${good},`.repeat(200)}${good}]`,
        'null',
        '1',
        '"x"',
        'true',
        '{}',
        '{"query":null}',
        '{"query":5}',
        '{"query":{"a":1}}',
        '{"query":[]}',
        '{"query":""}',
        '{"query":"   "}',
        '{"query":"#"}',
      ]),
    },
  }),
  (choose) => ({
    request: {
      headers: json,
      body: JSON.stringify({
        query: '{ __typename }',
        variables: choose.of<unknown>(['x', 1, true, [], [1], null, { a: { __proto__: 1 } }]),
      }),
    },
  }),
  (choose) => ({
    request: {
      headers: json,
      body: JSON.stringify({
        query: '{ __typename }',
        operationName: choose.of<unknown>([1, {}, [], true, '', '__proto__', 'x'.repeat(5_000), ...oddTexts]),
      }),
    },
  }),
  (choose) => ({
    request: {
      headers: json,
      body: JSON.stringify({
        query: choose.of(['{ __typename }', undefined]),
        extensions: choose.of<unknown>([
          1,
          'x',
          [],
          { persistedQuery: 1 },
          { persistedQuery: { version: 1, sha256Hash: 'x' } },
          { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
          { persistedQuery: { version: 9, sha256Hash: {} } },
        ]),
      }),
    },
  }),
  (choose) => ({
    request: {
      headers: json,
      body: JSON.stringify({
        id: choose.of(oddTexts),
        documentId: choose.of<unknown>([1, {}, 'sha256:x', `sha256:${'0'.repeat(64)}`]),
      }),
    },
  }),
  (choose) => ({
    request: {
      headers: json,
      body: choose.of([
        '{"__proto__":{"polluted":true},"query":"{ __typename }"}',
        '{"constructor":{"prototype":{"polluted":true}},"query":"{ __typename }"}',
        '{"query":"{ __typename }","query":"{ a }"}',
        `\ufeff${good}`,
        '{"query":"\\ud800"}',
        '{"query":"{ __typename }","variables":{"a":1e999}}',
        `${good}${good}`,
        "{'query':1}",
      ]),
    },
  }),
  (choose) => ({ request: { headers: json, body: brackets(choose.of([30, 1_000, 100_000])) } }),
  (choose) => ({
    request: {
      headers: json,
      body: `{"query":"{ __typename }","x":"${'x'.repeat(choose.of([200_000, 262_144, 400_000, 2_000_000]))}"}`,
    },
    mayBeCut: true,
  }),
  (choose) => ({
    request: {
      headers: { ...json, 'content-encoding': choose.of(['gzip', 'br', 'deflate', 'identity', 'x']) },
      body: choose.of<string | Buffer>([
        good,
        gzipSync(good),
        gzipSync(`{"query":"${' '.repeat(5_000_000)}"}`),
      ]),
    },
    mayBeCut: true,
  }),
  (choose) => ({ request: { headers: json, body: Buffer.from(choose.draw(bytes)) } }),
  (choose) => ({
    request: { method: choose.of(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']), headers: json, body: null },
  }),
  (choose) => ({
    request: {
      method: 'GET',
      headers: {
        accept: 'application/json',
        ...(choose.percent(50) ? { 'apollo-require-preflight': '1' } : {}),
      },
      path: `/graphql?${choose.of(['', 'query=%7B__typename%7D', 'query=mutation%7B__typename%7D', 'query=%', 'query=%00', 'query=a&query=b', 'query=%7B__typename%7D&variables=%7B', 'query=%7B__typename%7D&variables=[1]', `query=${'a'.repeat(9_000)}`, 'id=x', 'extensions=1'])}`,
    },
  }),
  (choose) => ({
    request: {
      method: choose.of(['GET', 'POST']),
      headers: { ...json, accept: 'application/json' },
      path: choose.of([
        '/graphql/',
        '/graphql/x',
        '/GRAPHQL',
        '/../../etc/passwd',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/%00',
        '/%',
        `/${'a/'.repeat(2_000)}`,
        '//graphql',
        '/health/ready/x',
        '/package.json',
        '/.env',
        '/web/../package.json',
      ]),
      body: null,
    },
  }),
  (choose) => ({
    request: {
      headers: {
        ...json,
        [choose.of([
          'x-a',
          'cookie',
          'accept',
          'origin',
          'x-request-id',
          'cache-control',
          'x-forwarded-for',
          'if-none-match',
          'x-hub-identity',
          'x-hub-signature',
        ])]: choose.of([
          'x'.repeat(4_000),
          '*',
          '../..',
          '"',
          'a,'.repeat(1_000),
          '__proto__',
          'stale-if-error=99999999999999999999',
        ]),
      },
      body: good,
    },
  }),
  (choose) => ({
    request: { headers: { ...json, 'x-long': 'x'.repeat(choose.of([8_000, 17_000, 60_000])) }, body: good },
    mayBeCut: true,
  }),
  (choose) => ({
    request: {
      headers: {
        ...json,
        authorization: choose.of([
          'Bearer',
          'Bearer ',
          'Bearer x',
          'Basic eDp4',
          `Bearer ${'a.'.repeat(2_000)}`,
          'Bearer eyJhbGciOiJub25lIn0.e30.',
          'Bearer lh_x',
          '\t',
        ]),
      },
      body: good,
    },
  }),
  (choose) => ({
    request: {
      headers: {
        ...json,
        accept: choose.of([
          'text/html',
          'text/event-stream',
          'multipart/mixed',
          'application/graphql-response+json',
          'image/*',
          '',
          ',;q=',
          '*/*;q=0',
        ]),
      },
      body: good,
    },
  }),
];

/** Requests that are no operation, or not quite. */
export const hostileHttp: fc.Arbitrary<Attack> = chosen((choose) => ({
  kind: 'hostile HTTP',
  ...choose.of(shapes)(choose),
}));
