// Rows are read with the columns behind what a document asks for: a field asked for alone says what it says beside all others.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isNonNullType,
  getNamedType,
} from 'graphql';
import { buildSubgraph } from '#shared/subgraph.js';
import { subgraphs } from '#gateway/embedded.js';
import type { SubgraphName } from '#shared/directory.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs('demo');
});
afterAll(() => hub?.stop());

/** Where entities are read in part: a type, and a list of it around the fields. */
const reads: [SubgraphName, string, (fields: string) => string][] = [
  ['organizations', 'Organization', (fields) => `{ organizations(first: 40) { nodes { ${fields} } } }`],
  [
    'organizations',
    'Organization',
    (fields) =>
      `{ organizations(first: 40, orderBy: NAME, filter: { area: "360300" }) { nodes { ${fields} } } }`,
  ],
  [
    'organizations',
    'Organization',
    (fields) =>
      `{ organizations(first: 40, filter: { area: "360300" }) { edges { cursor node { ${fields} } } } }`,
  ],
  ['partners', 'Partner', (fields) => `{ resourceLinks(first: 40) { nodes { partner { ${fields} } } } }`],
  ['partners', 'Resource', (fields) => `{ resourceLinks(first: 40) { nodes { resource { ${fields} } } } }`],
  [
    'partners',
    'Resource',
    (fields) =>
      `{ partners(first: 20) { nodes { resources(first: 3) { pageInfo { endCursor } nodes { ${fields} } } } } }`,
  ],
  [
    'partners',
    'Partner',
    (fields) =>
      `{ partners(first: 20) { nodes { resourceLinks(first: 3) { nodes { partner { ${fields} } } } } } }`,
  ],
  [
    'partners',
    'Resource',
    (fields) =>
      `{ partners(first: 20) { nodes { resourceLinks(first: 3) { nodes { resource { ${fields} } } } } } }`,
  ],
  [
    'partners',
    'Partner',
    (fields) =>
      `{ partners(first: 20) { nodes { resourceLinks(first: 3) { nodes { resource { partner { ${fields} } } } } } } }`,
  ],
  ['donations', 'FundSummary', (fields) => `{ campaigns(first: 20) { nodes { funds { ${fields} } } } }`],
  [
    'donations',
    'FundSummary',
    (fields) =>
      `{ campaigns(first: 20) { nodes { funds(period: { from: "2020-01-05", to: "2026-11-02" }) { ${fields} } } } }`,
  ],
  [
    'partners',
    'ResourceLink',
    (fields) => `{ partners(first: 20) { nodes { resourceLinks(first: 3) { nodes { ${fields} } } } } }`,
  ],
  [
    'partners',
    'ResourceLink',
    (fields) =>
      `{ partners(first: 20) { nodes { resourceLinks(first: 3) { edges { cursor node { ${fields} } } } } } }`,
  ],
];

const selectionOf = ({ name, type }: GraphQLField<unknown, unknown>): string =>
  isLeafType(getNamedType(type)) ? name : `${name} { ${insideOf(type)} }`;

/** Something that distinguishes one value from another. */
const insideOf = (type: GraphQLOutputType): string =>
  getNamedType(type).name === 'Money' ? 'amount' : '__typename';

test.each(reads)('%s: each field of %s is the same alone as among all', async (subgraph, type, query) => {
  const { sdl } = await buildSubgraph(subgraphs[subgraph]);
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields()).filter(({ args }) =>
    args.every(({ type: argument }) => !isNonNullType(argument)),
  );
  const ask = async (selection: string): Promise<object> => {
    const answer = await hub.ask<object>(subgraph, viewerAs('admin'), query(selection));
    expect({ selection, errors: answer.errors }).toEqual({ selection, errors: undefined });
    return answer.data as object;
  };
  const all = JSON.stringify(await ask(fields.map(selectionOf).join(' ')));
  for (const field of fields) {
    const alone = await ask(selectionOf(field));
    // What is asked for besides is taken out of the whole answer.
    expect(alone).toEqual(only(JSON.parse(all) as object, new Set([field.name]), fields));
  }
});

/** Takes out of an answer the fields of a type that are not wanted. */
function only(answer: unknown, wanted: ReadonlySet<string>, fields: readonly { name: string }[]): unknown {
  if (Array.isArray(answer)) return answer.map((each) => only(each, wanted, fields));
  if (answer === null || typeof answer !== 'object') return answer;
  const isRow = fields.every(({ name }) => name in answer);
  const entries = Object.entries(answer).filter(([name]) => !isRow || wanted.has(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isRow ? value : only(value, wanted, fields)]),
  );
}

test('what no field needs is not read, and who looks for it hears so', async () => {
  const texts: string[] = [];
  const { onStatement } = await import('#shared/database/client.js');
  const stop = onStatement(({ text }) => void texts.push(text));
  await hub.ask('partners', viewerAs('viewer'), '{ resourceLinks(first: 3) { nodes { partner { name } } } }');
  stop();
  expect(texts.filter((text) => text.includes('partners.partner '))).toEqual([
    expect.stringMatching(/^select row\."id", row\."name" from partners\.partner as row/),
  ]);
});
