// The checked-in schemas are what the code builds; `npm run schema` writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { composeSupergraph } from '#gateway/supergraph.js';
import { projectFile } from '#gateway/start.js';
import type { SubgraphName } from '#shared/directory.js';
import { composedSubgraphs, currentSchemas } from './kit/schemas.js';

const schemas = await currentSchemas();

test.each(Object.keys(schemas))('%s is up to date', (file) => {
  expect(readFileSync(projectFile(file), 'utf8')).toBe(schemas[file]);
});

const composed = await composedSubgraphs();

/** Composes with one subgraph's schema changed. */
const composeWith = (name: SubgraphName, change: (sdl: string) => string) => () => {
  const sdl = change(composed[name].sdl);
  expect(sdl).not.toBe(composed[name].sdl);
  return composeSupergraph({ ...composed, [name]: { ...composed[name], sdl } });
};

test.each<[string, SubgraphName, (sdl: string) => string, RegExp]>([
  [
    'gives a shared type another field type',
    'donations',
    (sdl) => sdl.replace(/(type PageInfo[^}]*hasNextPage: )Boolean!/, '$1String!'),
    /FIELD_TYPE_MISMATCH: .*PageInfo\.hasNextPage/,
  ],
  [
    'defines a field of another’s entity (hostile case 31)',
    'donations',
    (sdl) => sdl.replace(/(type Organization @key\(fields: "id"\) \{)/, '$1\n  name: String! @shareable'),
    /donations defines Organization\.name, which is organizations’s/,
  ],
  [
    'claims another’s entity by a key of its own (hostile case 32)',
    'partners',
    (sdl) =>
      sdl.replace(/(type Organization @key\(fields: "id"\)) \{/, '$1 @key(fields: "uscc") {\n  uscc: String'),
    /partners claims Organization by the key "uscc"/,
  ],
  [
    'defines an entity that nobody owns',
    'identity',
    (sdl) => `${sdl}\ntype Secret @key(fields: "id") { id: ID! }`,
    /identity defines the entity Secret, which nobody owns/,
  ],
])('a subgraph that %s is not composed', (_mistake, name, change, words) => {
  expect(composeWith(name, change)).toThrow(words);
});

test('an entity has one owner', () => {
  const organizations = { ...composed.organizations, owns: [...composed.organizations.owns, 'Partner'] };
  expect(() => composeSupergraph({ ...composed, organizations })).toThrow(
    /organizations owns Partner, but defines/,
  );
  const partners = { ...composed.partners, owns: [...composed.partners.owns, 'Area'] };
  expect(() => composeSupergraph({ ...composed, partners })).toThrow(
    /Area is owned by organizations and by partners/,
  );
});
