// What the hub is made of: every package pinned by its content, under a licence we may pass on, without a weakness that is known; and listed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { satisfies } from 'semver';
import { projectFile } from '#gateway/start.js';
import { advisories, runtimes } from './kit/advisories.js';
import {
  advisoryFindings,
  exceptions,
  idleExceptions,
  licenceFindings,
  type Locked,
  type LockFile,
  lockFindings,
  type Manifest,
  packagesOf,
} from './kit/supply-chain.js';
import { root } from './kit/process.js';

const read = <Content>(path: string) => JSON.parse(readFileSync(projectFile(path), 'utf8')) as Content;
const lock = read<LockFile>('package-lock.json');
const manifest = read<Manifest & { name: string; version: string }>('package.json');

/** What an installed package states; those of other systems are not installed. */
function stated(at: string): string | undefined {
  const path = `${at}/package.json`;
  return existsSync(projectFile(path)) ? read<{ license?: string }>(path).license : undefined;
}

/** The lock file with one package changed or added, as a careless or hostile change would leave it. */
function doctored(at: string, change: Locked): LockFile {
  return { ...lock, packages: { ...lock.packages, [at]: { ...lock.packages[at], ...change } } };
}

/** What a bill of materials says of a package. */
interface Component {
  /** Its address, which has its own name also where it is installed under another. */
  purl: string;
  hashes?: object[];
  properties?: { name: string; value: string }[];
}

const pinned = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' };

test('the lock file pins every package by its content, names no place to load it from, and says what package.json says', () => {
  expect(packagesOf(lock).length).toBeGreaterThan(500);
  expect(lockFindings(lock, manifest)).toEqual([]);
});

test.each<[string, LockFile, RegExp]>([
  ['of another version', { ...lock, lockfileVersion: 2 }, /lockfileVersion is 2/],
  [
    'with an address',
    doctored('node_modules/pg', { resolved: 'https://elsewhere.example/pg.tgz' }),
    /pg names the place/,
  ],
  [
    'with a package of git',
    doctored('node_modules/pg', { version: 'git+ssh://git@example.org/pg.git#1' }),
    /pg is of no registry/,
  ],
  ['with a folder', doctored('node_modules/pg', { link: true }), /pg is of no registry/],
  ['without a hash', doctored('node_modules/pg', { integrity: '' }), /pg has no sha512/],
  [
    'with a weak hash',
    doctored('node_modules/pg', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }),
    /pg has no sha512/,
  ],
  [
    'that would install another version',
    doctored('node_modules/pg', { version: '8.0.0' }),
    /pg is .*, and 8\.0\.0 would be/,
  ],
  [
    'that package.json does not know',
    doctored('', { dependencies: { ...manifest.dependencies, left: '1.0.0' } }),
    /left is nothing in package\.json/,
  ],
  [
    'against overrides',
    doctored('node_modules/kysely', { version: '0.29.8' }),
    /kysely is not the 0\.29\.9 of overrides/,
  ],
])('a lock file %s is found', (_name, changed, finding) => {
  expect(lockFindings(changed, manifest).join('\n')).toMatch(finding);
});

test('a version in package.json that is no exact one is found', () => {
  const dependencies = { ...manifest.dependencies, pg: '^8.0.0' };
  const loose = doctored('', { dependencies });
  expect(lockFindings(loose, { ...manifest, dependencies })).toEqual([
    'dependencies: pg is ^8.0.0, which is no exact version',
  ]);
});

test('every package is under a licence of the list, or an exception by its name that is still needed', () => {
  expect(licenceFindings(lock, stated)).toEqual([]);
  expect(idleExceptions(lock)).toEqual([]);
});

test.each([
  [
    'another licence',
    doctored('node_modules/new', { ...pinned, license: 'AGPL-3.0-only' }),
    'node_modules/new is under AGPL-3.0-only',
  ],
  [
    'one that is allowed together with one that is not',
    doctored('node_modules/new', { ...pinned, license: '(MIT AND GPL-3.0)' }),
    'node_modules/new is under (MIT AND GPL-3.0)',
  ],
  [
    'an exception’s licence under another name',
    doctored('node_modules/@apollo/new', { ...pinned, license: 'Elastic-2.0' }),
    'node_modules/@apollo/new is under Elastic-2.0',
  ],
  [
    'an exception under yet another licence',
    doctored('node_modules/caniuse-lite', { license: 'CC-BY-SA-4.0' }),
    'node_modules/caniuse-lite is under CC-BY-SA-4.0',
  ],
  [
    'none',
    { ...lock, packages: { ...lock.packages, 'node_modules/new': { version: '1.0.0' } } },
    'node_modules/new states no licence',
  ],
])('a package under %s is found', (_name, changed, finding) => {
  expect(licenceFindings(changed, stated)).toEqual([finding]);
});

test('the README names every package under a licence that asks for more than its text', () => {
  const section = readFileSync(projectFile('README.md'), 'utf8').split('## Licences')[1] ?? '';
  const ofSystems = Object.keys(exceptions).filter(
    (name) => /^lightningcss-/.test(name) && !name.endsWith('linux-x64-gnu'),
  );
  for (const name of Object.keys(exceptions))
    if (!ofSystems.includes(name)) expect(section).toContain(`\`${name}\``);
});

test('no installed version has a weakness that is known, and nothing unwanted is there', () => {
  expect(advisoryFindings(lock)).toEqual([]);
});

test.each(advisories.flatMap((advisory) => advisory.packages.map((name) => ({ ...advisory, name }))))(
  '$id in $name is found below its floor, and not at it',
  ({ id, name, vulnerable, fixed }) => {
    const findingsAt = (version: string) =>
      advisoryFindings(doctored(`node_modules/a/node_modules/${name}`, { ...pinned, version })).filter(
        (one) => one.includes(`: ${id}, `),
      );
    // The version just below each floor that is one of the range.
    const below = fixed.flatMap((version) => {
      const [major, minor, patch] = version.split('.').map(Number) as [number, number, number];
      return patch > 0
        ? [`${major}.${minor}.${patch - 1}`]
        : minor > 0
          ? [`${major}.${minor - 1}.999`]
          : [`${major - 1}.999.0`];
    });
    const weak = [...below, '0.0.1'].filter((version) => satisfies(version, vulnerable));
    expect(weak.length).toBeGreaterThan(0);
    for (const version of weak) expect(findingsAt(version)).toHaveLength(1);
    for (const version of fixed) expect(findingsAt(version)).toEqual([]);
  },
);

test('what must not come in is found, however deep and under whatever name', () => {
  expect(advisoryFindings(doctored('node_modules/a/node_modules/graphql-depth-limit', pinned))).toEqual([
    'node_modules/a/node_modules/graphql-depth-limit: does not follow fragments, which the hub’s own limit does',
  ]);
  expect(advisoryFindings(doctored('node_modules/sheets', { ...pinned, name: 'xlsx' }))).toEqual([
    'node_modules/sheets: no version on the registry is without CVE-2026-38359',
  ]);
});

test('every system the hub runs on has its Node.js in the lock file, and this run uses one of them', () => {
  const locked = new Map(packagesOf(lock).map(({ name, locked: { version } }) => [name, version]));
  for (const name of runtimes) expect(locked.get(name)).toMatch(/^\d+\.\d+\.\d+$/);
  expect(runtimes.map((name) => locked.get(name))).toContain(process.versions.node);
});

test('`npm run sbom` lists every package, and marks what only development needs, without a registry', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 1 << 26,
    env: { ...process.env, npm_config_offline: 'true', npm_config_registry: 'http://127.0.0.1:1/' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { bomFormat, components, metadata } = JSON.parse(stdout) as {
    bomFormat: string;
    metadata: { component: { type: string; 'bom-ref': string } };
    components: Component[];
  };
  expect(bomFormat).toBe('CycloneDX');
  expect(metadata.component).toMatchObject({
    type: 'application',
    'bom-ref': `${manifest.name}@${manifest.version}`,
  });
  const listed = new Map(components.map((one) => [decodeURIComponent(one.purl), one]));
  const wanted = packagesOf(lock).map(({ name, locked }) => `pkg:npm/${name}@${locked.version}`);
  expect(new Set(listed.keys())).toEqual(new Set(wanted));
  const isMarked = (name: string) =>
    listed
      .get(`pkg:npm/${name}@${lock.packages[`node_modules/${name}`]?.version}`)
      ?.properties?.some((property) => property.name === 'cdx:npm:package:development');
  // npm's `--omit dev` leaves out what development needs too, graphql among it: hence all, with a mark.
  expect(Object.keys(manifest.dependencies ?? {}).filter(isMarked)).toEqual([]);
  expect(isMarked('jest')).toBe(true);
  for (const { hashes } of components) expect(hashes).toHaveLength(1);
}, 120_000);
