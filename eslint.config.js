import tseslint from 'typescript-eslint';

/** A `#alias` import crosses a wall; a relative one stays in the room. Regex, because `#` starts a comment in a group pattern. */
const room = (files, forbidden, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message }] }] },
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**'] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './web/tsconfig.json'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only shared/env.ts reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'TSEnumDeclaration[const=true]', message: 'isolatedModules: no const enum.' },
      ],
    },
  },
  {
    // The identity provider is a program of its own: its variables are none of the hub's, so shared/env.ts does not know them.
    files: ['shared/env.ts', 'deploy/identity-provider/settings.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  room(
    ['shared/*.ts'],
    '^(#|\\.\\./)',
    'shared/ depends on no room, and stays in its own by relative paths.',
  ),
  room(
    ['shared/*/*.ts'],
    '^(#|\\.\\./\\.\\./)',
    'shared/ depends on no room, and stays in its own by relative paths.',
  ),
  room(
    ['subgraphs/*/*.ts'],
    '^(#subgraphs/|#gateway/|\\.\\./)',
    'A subgraph depends on #shared/ and itself only.',
  ),
  room(
    ['subgraphs/*/*/*.ts'],
    '^(#subgraphs/|#gateway/|\\.\\./\\.\\./)',
    'A subgraph depends on #shared/ and itself only.',
  ),
  room(
    ['gateway/*.ts'],
    '^(#subgraphs/|#exports/|\\.\\./)',
    'Only gateway/embedded.ts knows the subgraphs, and only who starts a hub what it exports.',
  ),
  room(
    ['gateway/*/*.ts'],
    '^(#subgraphs/|#exports/|\\.\\./\\.\\./)',
    'Only gateway/embedded.ts knows the subgraphs, and only who starts a hub what it exports.',
  ),
  room(
    ['gateway/gateway.main.ts', 'gateway/whole-hub.ts'],
    '^(#subgraphs/|#exports/(?!index\\.js$)|\\.\\./)',
    'Enter exports/ through its door, index.ts.',
  ),
  room(
    ['gateway/embedded.ts'],
    '^(#subgraphs/.+/(?!index\\.js$)|\\.\\./)',
    'Enter a subgraph through its door, index.ts.',
  ),
  room(
    ['exports/*.ts'],
    '^(#subgraphs/|#gateway/(?!exports/export\\.js$)|\\.\\./)',
    'What is exported is asked for as anybody asks: it knows #shared/ and what an export is.',
  ),
  room(
    ['exports/*/*.ts'],
    '^(#subgraphs/|#gateway/(?!exports/export\\.js$)|\\.\\./\\.\\./)',
    'What is exported is asked for as anybody asks: it knows #shared/ and what an export is.',
  ),
  {
    // Vite reads its settings from a default export.
    files: ['web/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  room(['web/**/*.ts', 'web/**/*.tsx'], '^#', 'The pages know the hub by its API only.'),
  room(
    ['web/kit/*.ts', 'web/kit/*.tsx'],
    '^(#|\\.\\./(?!operations\\.js$))',
    'web/kit/ is what every page uses, and knows none of them.',
  ),
  room(
    ['deploy/*/*.ts'],
    '^(#subgraphs/|#gateway/(?!demonstration\\.js$)|\\.\\./)',
    'What surrounds the hub knows #shared/ and who the roles of a demonstration are.',
  ),
);
