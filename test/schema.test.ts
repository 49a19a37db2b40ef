// The checked-in schemas are what the code builds; `npm run schema` writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { composeSupergraph } from '#gateway/supergraph.js';
import { projectFile } from '#gateway/start.js';
import { currentSchemas } from './kit/schemas.js';

const schemas = await currentSchemas();

test.each(Object.keys(schemas))('%s is up to date', (file) => {
  expect(readFileSync(projectFile(file), 'utf8')).toBe(schemas[file]);
});

test('subgraphs that contradict each other give a readable list', () => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`;
  const one = `${link} type Query { a: Thing } type Thing @key(fields: "id") { id: ID! size: Int! }`;
  const two = `${link} type Query { b: Thing } type Thing @key(fields: "id") { id: ID! size: String! }`;
  expect(() => composeSupergraph({ organizations: one, partners: two })).toThrow(
    /do not compose:\n- FIELD_TYPE_MISMATCH: .*Thing\.size.*\n- INVALID_FIELD_SHARING: .*Thing\.size/,
  );
});
