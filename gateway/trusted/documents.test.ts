import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readEnv } from '#shared/env.js';
import { anonymous } from '#shared/viewer.js';
import { chosenDocuments } from './documents.js';
import { documentIdOf, manifestOf } from './manifest.js';

const root = mkdtempSync(join(tmpdir(), 'linkage-hub-documents-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files. */
function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(root, 'folder-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}
const page = 'query Page { __typename }';
const portal = 'query Portal { __typename }';
const manifestFile = join(folder({}), 'manifest.json');
writeFileSync(manifestFile, JSON.stringify(manifestOf(folder({ 'page.graphql': page }))));
const chosen = (env: Record<string, string> = {}) => chosenDocuments(readEnv(env), manifestFile);
const production = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'hub' };

test('documents are required with an issuer, not in a demonstration, and as TRUSTED_DOCUMENTS says', () => {
  const profile = (env: Record<string, string>) => chosen(env).profileOf(anonymous);
  expect(profile({})).toBe('adhoc');
  expect(profile(production)).toBe('public');
  expect(profile({ TRUSTED_DOCUMENTS: 'on' })).toBe('public');
  expect(profile({ ...production, TRUSTED_DOCUMENTS: 'off' })).toBe('adhoc');
});

test('the documents of TRUSTED_DOCUMENTS_DIR are trusted besides those of the pages', () => {
  const TRUSTED_DOCUMENTS_DIR = folder({ 'portal.graphql': portal, 'notes.txt': '{ a }' });
  const { ids, find } = chosen({ TRUSTED_DOCUMENTS_DIR });
  expect(ids).toEqual({ Page: documentIdOf(page), Portal: documentIdOf(portal) });
  expect(find(documentIdOf(portal))).toEqual({ name: 'Portal', text: portal });
  expect(chosen().find(documentIdOf(portal))).toBeNull();
});

describe('a start is refused in words', () => {
  test.each<[string, () => string, RegExp]>([
    [
      'without the folder',
      () => join(root, 'nowhere'),
      /TRUSTED_DOCUMENTS_DIR: .*nowhere cannot be read \(ENOENT\)/,
    ],
    [
      'with two operations in a file',
      () => folder({ 'a.graphql': `${page} ${portal}` }),
      /exactly one operation, with a name/,
    ],
    [
      'with an operation without a name',
      () => folder({ 'a.graphql': '{ __typename }' }),
      /exactly one operation, with a name/,
    ],
    [
      'with a file that is no GraphQL',
      () => folder({ 'a.graphql': 'query {' }),
      /is no GraphQL \(Syntax Error/,
    ],
  ])('%s', (_what, path, words) => {
    expect(() => chosen({ TRUSTED_DOCUMENTS_DIR: path() })).toThrow(words);
  });

  test('with a manifest whose document was changed', () => {
    const wrong = join(folder({}), 'wrong.json');
    writeFileSync(wrong, JSON.stringify({ [documentIdOf(page).slice(7)]: portal }));
    expect(() => chosenDocuments(readEnv({}), wrong)).toThrow(/has another SHA-256/);
  });
});
