// One exit: whatever goes wrong, in whatever subgraph and topology, looks the same and says nothing of the inside.
import { describe, expect, test } from '@jest/globals';
import { withClient } from '../kit/database.js';
import { stories } from '../kit/each-mode.js';

/** What a client sees of a mistake of ours. */
const internal = {
  message: 'Something went wrong on our side.',
  extensions: { code: 'INTERNAL', incident: expect.stringMatching(/^[0-9a-f-]{36}$/) },
};
/** What nobody outside may read: stacks, SQL, addresses, paths, packages, suggestions. */
const inside =
  /\bat .+\(|\bselect\b|\binsert\b|column|relation|https?:\/\/|127\.0\.0\.1|postgres|node_modules|\/dist\/|\.js\b|did you mean/i;

/** For each subgraph a table that it may suddenly not read, and a question that reads it. */
const broken: [subgraph: string, table: string, query: string][] = [
  ['organizations', 'organization', '{ field: organizations(first: 1) { nodes { name } } }'],
  ['partners', 'partner', '{ field: partners(first: 1) { nodes { name } } }'],
  ['donations', 'campaign', '{ field: campaigns(first: 1) { nodes { title } } }'],
  ['identity', 'api_key', '{ field: apiKeys(first: 1) { nodes { label } } }'],
];

export const masking = stories('Masking', (hub) => {
  describe('a mistake of ours', () => {
    test.each(broken)('in %s is an incident, and nothing else', async (subgraph, table, query) => {
      const privilege = (change: string) =>
        withClient(hub().database.address, (client) =>
          client.query(`${change.replace('?', `select on ${subgraph}.${table}`)} hub_${subgraph}`),
        );
      await privilege('revoke ? from');
      try {
        const { data, errors, status } = await hub().as('admin').run(query);
        expect(status).toBe(200);
        // Where the schema says `!`, a subgraph's own answer may be null as a whole.
        expect(data ?? { field: null }).toEqual({ field: null });
        expect(errors).toEqual([{ ...internal, path: ['field'] }]);
      } finally {
        await privilege('grant ? to');
      }
    });
  });

  test.each<[code: string, query: string, variables: Record<string, unknown>]>([
    ['FORBIDDEN', '{ donations { nodes { donorName } } }', {}],
    ['NOT_FOUND', '{ area(code: "999900") { name } }', {}],
    ['BAD_USER_INPUT', '{ partners(first: 101) { totalCount } }', {}],
    ['BAD_USER_INPUT', 'query ($code: AreaCode!) { area(code: $code) { name } }', { code: { a: 1 } }],
    ['BAD_USER_INPUT', '{ partnerz }', {}],
    [
      'LIMIT_EXCEEDED',
      '{ organizations(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { totalCount } } } } } }',
      {},
    ],
  ])('a refusal with %s says its code, and nothing of the inside: %s', async (code, query, variables) => {
    const { errors = [] } = await hub().as('viewer').run(query, variables);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    for (const { message, extensions } of errors) {
      expect(message).not.toMatch(inside);
      const known = ['code', 'argument', 'limit', 'allowed', 'asked'];
      expect(Object.keys(extensions ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    }
  });
});
