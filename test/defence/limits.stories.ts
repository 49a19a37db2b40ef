// Hostile cases 1 to 11 and 24: what a document may ask for, refused before it is planned.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type FieldNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { projectFile } from '#gateway/start.js';
import { stories } from '../kit/each-mode.js';
import { codesOf, post, send } from '../kit/raw.js';

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** 2^levels fields by fragments in fragments. */
const bomb = (levels: number, spread: (name: string, copy: number) => string) =>
  `{ ...f0 } ${repeat(levels, (level) => `fragment f${level} on Query { ${spread(`f${level + 1}`, 0)} ${spread(`f${level + 1}`, 1)} }`)}
   fragment f${levels} on Query { __typename }`;
const nested = (name: string) => `... { ...${name} }`;
/** Fields in fields: area's parent's parent's … name. */
const deep = (levels: number) =>
  `{ area(code: "360300") { ${'parent { '.repeat(levels - 2)} name ${'} '.repeat(levels - 2)} } }`;

/** The same root fields once more, under other names. */
function twice(text: string): string {
  const [operation] = parse(text).definitions as [OperationDefinitionNode];
  const { selections } = operation.selectionSet;
  const again = selections.map((field, index): FieldNode => {
    const alias = { kind: Kind.NAME, value: `again${index}` } as const;
    return { ...(field as FieldNode), alias };
  });
  return print({
    ...operation,
    selectionSet: { ...operation.selectionSet, selections: [...selections, ...again] },
  });
}

/** What exceeds which limit, and by how much. */
const refused: [name: string, query: string, limit: string, asked: unknown][] = [
  ...[10, 14, 18, 22].map((levels): [string, string, string, unknown] => [
    `1: a bomb of 2^${levels} nested fragments`,
    bomb(levels, nested),
    'recursiveSelections',
    expect.any(Number),
  ]),
  ['2: 2^22 flat spreads', bomb(22, (name) => `...${name}`), 'recursiveSelections', expect.any(Number)],
  [
    '4: 200 aliases of a list',
    `{ ${repeat(200, (index) => `a${index}: partners { totalCount }`)} }`,
    'aliases',
    200,
  ],
  ['5: 300 aliases of __typename', `{ ${repeat(300, (index) => `a${index}: __typename`)} }`, 'aliases', 300],
  [
    '5: 5,000 aliases of __typename',
    `{ ${repeat(5_000, (index) => `a${index}: __typename`)} }`,
    'tokens',
    'more than 2000',
  ],
  ['6: a field 30,000 times', `{ ${'hello '.repeat(30_000)} }`, 'tokens', 'more than 2000'],
  ['6: a field 1,500 times', `{ ${'__typename '.repeat(1_500)} }`, 'recursiveSelections', 1_500],
  ['7: 13 levels', deep(13), 'depth', 13],
  ['7: 400 levels', deep(400), 'depth', 400],
  ['7: 1,000 levels', deep(1_000), 'tokens', 'more than 2000'],
  ['7: 8,000 levels', deep(8_000), 'tokens', 'more than 2000'],
  [
    '7: levels in fragments',
    `{ area(code: "360300") { ...a } } fragment a on Area { parent { parent { ...b } } }
    fragment b on Area { parent { parent { parent { parent { ...c } } } } }
    fragment c on Area { parent { parent { parent { parent { parent { name } } } } } }`,
    'depth',
    13,
  ],
  ['21 fields at the root', `{ ${'__typename '.repeat(21)} }`, 'rootFields', 21],
  [
    '21 fields at the root, in fragments',
    `{ ...a ...a } fragment a on Query { ${'__typename '.repeat(10)} ...b } fragment b on Query { __typename }`,
    'rootFields',
    22,
  ],
  ['11: 500 directives on a field', `{ __typename ${'@x '.repeat(500)} }`, 'directives', 500],
  ['11: 5,000 directives on a field', `{ __typename ${'@x '.repeat(5_000)} }`, 'tokens', 'more than 2000'],
  [
    '11: @include on 60 fields',
    `{ area(code: "360300") { ${'name @include(if: true) '.repeat(60)} } }`,
    'directives',
    60,
  ],
  [
    '10: lists without `first` in each other',
    `{ organizations { ${'nodes { children { '.repeat(4)} nodes { name } ${'} } '.repeat(4)} } }`,
    'cost',
    3_200_000,
  ],
];

const pages = (first: string) =>
  `organizations(first: ${first}) { nodes { children(first: ${first}) { nodes { children(first: ${first}) { nodes { name } } } } } }`;

/** 100³ organizations, by every way to say a number. */
const tooMuch: [name: string, query: string, variables: Record<string, unknown>][] = [
  ['literals', `{ ${pages('100')} }`, {}],
  ['a variable', `query ($n: Int) { ${pages('$n')} }`, { n: 100 }],
  ['a default of a variable', `query ($n: Int = 100) { ${pages('$n')} }`, {}],
];

export const limits = stories('Limits of a document', (hub) => {
  test.each(refused)('hostile case %s', async (_name, query, limit, asked) => {
    const answer = await post(hub().url, { query });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect(answer.json?.errors?.[0]?.extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      limit,
      allowed: expect.any(Number),
      asked,
    });
    expect(answer.json?.errors?.[0]?.message).toMatch(
      new RegExp(`^${limit}: .* at most \\d+ are allowed\\.$`),
    );
  });

  test.each(tooMuch)('hostile case 8: 100³ by %s is refused by its cost', async (_name, query, variables) => {
    const answer = await post(hub().url, { query, variables });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect(answer.json?.errors?.[0]?.extensions).toMatchObject({
      limit: 'cost',
      allowed: 20_000,
      asked: 1_000_000,
    });
  });

  test('hostile case 3: circular fragments', async () => {
    for (const query of [
      '{ ...a } fragment a on Query { ...a }',
      '{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }',
    ]) {
      const answer = await post(hub().url, { query });
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    }
  });

  test.each([
    [-1, 200],
    [null, 200],
    [101, 200],
    [2 ** 31, 400],
    [1e308, 400],
    ['10', 400],
  ])('hostile case 9: first %s is BAD_USER_INPUT, as a literal and as a variable', async (first, status) => {
    const literal = typeof first === 'string' ? `"${first}"` : String(first);
    const answers = await Promise.all([
      post(hub().url, { query: `{ partners(first: ${literal}) { totalCount } }` }),
      post(hub().url, {
        query: 'query ($first: Int) { partners(first: $first) { totalCount } }',
        variables: { first },
      }),
    ]);
    for (const answer of answers) {
      expect(new Set(codesOf(answer))).toEqual(new Set(['BAD_USER_INPUT']));
      // What the schema forbids never runs; the rest is refused by the list itself, beside what else was asked.
      expect(answer.status).toBe(status);
    }
  });

  test('hostile case 9: first 0 is an empty page', async () => {
    const { json } = await post(hub().url, { query: '{ partners(first: 0) { totalCount nodes { id } } }' });
    expect(json?.data).toEqual({ partners: { totalCount: expect.any(Number), nodes: [] } });
  });

  test('hostile case 24: a directive hides cost only while it hides the field', async () => {
    const query = `query ($off: Boolean!) { __typename ${pages('100').replace(') {', ') @skip(if: $off) {')} }`;
    const on = await post(hub().url, { query, variables: { off: true } });
    expect([on.status, on.json?.data]).toEqual([200, { __typename: 'Query' }]);
    const off = await post(hub().url, { query, variables: { off: false } });
    expect([off.status, codesOf(off)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    const included = query.replace('@skip', '@include');
    expect((await post(hub().url, { query: included, variables: { off: true } })).status).toBe(400);
  });

  test('variables of 100,000 levels are refused, and the hub lives (hostile case 18)', async () => {
    const deepList = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answer = await post(hub().url, { query: '{ __typename }' });
    expect(answer.status).toBe(200);
    const body = `{"query":"{ __typename }","variables":{"a":${deepList}}}`;
    const refusal = await send(hub().url, { headers: { 'content-type': 'application/json' }, body });
    expect([refusal.status, codesOf(refusal)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect(refusal.json?.errors?.[0]?.extensions).toMatchObject({ limit: 'variablesDepth', allowed: 20 });
  });

  test('the dashboard fits twice', async () => {
    const query = twice(readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8'));
    const { json } = await post(hub().url, { query, variables: { area: '360300' } });
    expect(json?.errors).toBeUndefined();
    expect(Object.keys(json?.data as object)).toEqual(['area', 'organizations', 'again0', 'again1']);
  });
});
