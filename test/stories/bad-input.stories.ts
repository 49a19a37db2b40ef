// Bad input gets a clear, typed answer that says what was wrong and what is allowed; the hub lives on.
import { expect, test } from '@jest/globals';
import { stories } from '../kit/each-mode.js';

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Each wrong request with the code it gets and words its message must hold. */
const wrong: [name: string, query: string, code: string, words: RegExp][] = [
  ['an unknown area', `{ area(code: "999900") { name } }`, 'NOT_FOUND', /no area with the code "999900"/],
  ['a malformed area code', `{ area(code: "36030") { name } }`, 'BAD_USER_INPUT', /36030.*6, 9 or 12 digits/],
  [
    'a malformed area in a filter',
    `{ organizations(filter: { area: "x" }) { totalCount } }`,
    'BAD_USER_INPUT',
    /6, 9 or 12 digits/,
  ],
  ['an id that is none', `{ organization(id: "17") { name } }`, 'BAD_USER_INPUT', /id: "17".*UUID/],
  ['neither id nor code', `{ organization { name } }`, 'BAD_USER_INPUT', /exactly one of id and uscc/],
  [
    'both id and code',
    `{ partner(id: "1", uscc: "2") { name } }`,
    'BAD_USER_INPUT',
    /exactly one of id and uscc/,
  ],
  ['first below 0', `{ organizations(first: -1) { totalCount } }`, 'BAD_USER_INPUT', /first: -1.*0 to 100/],
  ['first above 100', `{ partners(first: 101) { totalCount } }`, 'BAD_USER_INPUT', /first: 101.*0 to 100/],
  ['first null', `{ campaigns(first: null) { totalCount } }`, 'BAD_USER_INPUT', /first: null.*0 to 100/],
  ['first that is no Int', `{ campaigns(first: 2147483648) { totalCount } }`, 'BAD_USER_INPUT', /32-bit|Int/],
  [
    'first of a list in a list',
    `{ partners { nodes { resources(first: 101) { totalCount } } } }`,
    'BAD_USER_INPUT',
    /0 to 100/,
  ],
  [
    'first of another subgraph',
    `{ organizations(first: 1) { nodes { resourceLinks(first: 101) { totalCount } } } }`,
    'BAD_USER_INPUT',
    /0 to 100/,
  ],
  [
    'a broken cursor',
    `{ organizations(after: "broken") { totalCount } }`,
    'BAD_USER_INPUT',
    /after: "broken".*cursor/,
  ],
  [
    'a cursor of another order',
    `{ organizations(orderBy: NAME, after: "${cursorOf(['CREATED_AT', '2026-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'])}") { totalCount } }`,
    'BAD_USER_INPUT',
    /order NAME/,
  ],
  [
    'a cursor with a wrong time',
    `{ projects(after: "${cursorOf(['CREATED_AT', '1 or 1=1', '00000000-0000-0000-0000-000000000000'])}") { totalCount } }`,
    'BAD_USER_INPUT',
    /cursor/,
  ],
  [
    'a period that ends before it begins',
    `{ area(code: "360300") { funds(period: { from: "2024-02-01", to: "2024-01-01" }) { donationCount } } }`,
    'BAD_USER_INPUT',
    /from must not be after to/,
  ],
  [
    'a day that does not exist',
    `{ organizations(first: 1) { nodes { rating(asOf: "2024-02-30") } } }`,
    'BAD_USER_INPUT',
    /2024-02-30/,
  ],
  [
    'a year that no calendar has',
    `{ organizations(first: 1) { nodes { rating(asOf: "0000-01-01") } } }`,
    'BAD_USER_INPUT',
    /0000-01-01/,
  ],
  [
    'a text with NUL',
    `{ partners(filter: { text: "a\\u0000b" }) { totalCount } }`,
    'BAD_USER_INPUT',
    /without NUL/,
  ],
  ['an unknown field', `{ area(code: "360300") { nam } }`, 'BAD_USER_INPUT', /nam/],
  ['no GraphQL at all', `{`, 'BAD_USER_INPUT', /Syntax Error/],
];

export const badInput = stories('Bad input', (hub) => {
  test.each(wrong)('%s is refused with words', async (_name, query, code, words) => {
    const { errors } = await hub().run(query);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    expect(errors?.[0]?.message).toMatch(words);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|node_modules|select /);
  });

  test('a variable of the wrong form is refused as well', async () => {
    const { errors } = await hub().run(
      `query ($code: AreaCode!, $first: Int) { area(code: $code) { name } organizations(first: $first) { totalCount } }`,
      {
        code: 'abc',
        first: 10,
      },
    );
    expect(errors?.every(({ extensions }) => extensions?.['code'] === 'BAD_USER_INPUT')).toBe(true);
    expect(errors?.length).toBeGreaterThan(0);
    const wrongInt = await hub().run(`query ($first: Int) { organizations(first: $first) { totalCount } }`, {
      first: 'ten',
    });
    expect(wrongInt.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  test('what is unknown but well formed is null, not an error', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const answer = await hub().run(
      `{ organization(id: "${id}") { name } partner(uscc: "x") { name } campaign(id: "${id}") { title } resource(id: "${id}") { title } project(id: "${id}") { name } }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      organization: null,
      partner: null,
      campaign: null,
      resource: null,
      project: null,
    });
  });

  test('one wrong field costs only itself', async () => {
    const { data, errors } = await hub().run<{ good: { name: string }; wrong: null }>(
      `{ good: area(code: "360300") { name } wrong: area(code: "999900") { name } }`,
    );
    expect(data).toEqual({ good: { name: '萍乡市' }, wrong: null });
    expect(errors?.map(({ path }) => path)).toEqual([['wrong']]);
  });
});
