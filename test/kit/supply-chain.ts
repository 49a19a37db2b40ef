import { satisfies } from 'semver';
import { advisories, unwanted } from './advisories.js';

/** What package-lock.json says of one place in node_modules. */
export interface Locked {
  /** Where it is installed under another name than its own. */
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  dev?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
export interface LockFile {
  lockfileVersion: number;
  packages: Record<string, Locked>;
}
export type Manifest = Pick<Locked, 'dependencies' | 'devDependencies' | 'optionalDependencies'> & {
  overrides?: Record<string, string>;
};

/** Yields every package by its own name, whatever it is imported by. */
export function packagesOf({ packages }: LockFile): { name: string; at: string; locked: Locked }[] {
  return Object.entries(packages)
    .filter(([at]) => at !== '')
    .map(([at, locked]) => ({ name: locked.name ?? at.split('node_modules/').at(-1) ?? '', at, locked }));
}

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Finds what a clean lock file has not: places to load from, contents that are not pinned, and what package.json does not say. */
export function lockFindings(lock: LockFile, manifest: Manifest): string[] {
  const packages = packagesOf(lock);
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`lockfileVersion is ${lock.lockfileVersion}, not 3`]),
    ...packages.flatMap(({ at, locked }) => [
      ...(locked.resolved === undefined ? [] : [`${at} names the place it is from`]),
      ...(/^sha512-[\w+/]+=*$/.test(locked.integrity ?? '') ? [] : [`${at} has no sha512 of its content`]),
      ...(locked.link === true || !exact.test(locked.version ?? '') ? [`${at} is of no registry`] : []),
    ]),
    ...kinds.flatMap((kind) => rootFindings(kind, lock, manifest)),
    ...Object.entries(manifest.overrides ?? {}).flatMap(([name, wanted]) =>
      packages
        .filter((one) => one.name === name && one.locked.version !== wanted)
        .map(({ at }) => `${at} is not the ${wanted} of overrides`),
    ),
  ];
}

function rootFindings(kind: (typeof kinds)[number], lock: LockFile, manifest: Manifest): string[] {
  const locked = lock.packages['']?.[kind] ?? {};
  const wanted = manifest[kind] ?? {};
  const names = [...new Set([...Object.keys(locked), ...Object.keys(wanted)])];
  return names.flatMap((name) => {
    const version = wanted[name];
    if (version === undefined || version !== locked[name])
      return [
        `${kind}: ${name} is ${version ?? 'nothing'} in package.json and ${locked[name] ?? 'nothing'} in the lock`,
      ];
    if (!exact.test(version)) return [`${kind}: ${name} is ${version}, which is no exact version`];
    const installed = lock.packages[`node_modules/${name}`]?.version;
    return installed === version
      ? []
      : [`${kind}: ${name} is ${version}, and ${installed ?? 'nothing'} would be installed`];
  });
}

/** Permissive licences: whoever uses, changes and sells the hub owes nothing but their texts. */
const allowed = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Python-2.0', 'CC0-1.0'],
]);

const lightningcss = [
  'lightningcss',
  ...[
    'android-arm64',
    'darwin-arm64',
    'darwin-x64',
    'freebsd-x64',
    'linux-arm-gnueabihf',
    'linux-arm64-gnu',
    'linux-arm64-musl',
    'linux-x64-gnu',
    'linux-x64-musl',
    'win32-arm64-msvc',
    'win32-x64-msvc',
  ].map((system) => `lightningcss-${system}`),
];
const elastic = 'README, Licences: use and self-hosting are free, offering it as a managed service is not';
/** Packages that may be under another licence, by their names only, and why. */
export const exceptions: Readonly<Record<string, { licence: string; why: string }>> = {
  '@apollo/composition': { licence: 'Elastic-2.0', why: elastic },
  '@apollo/federation-internals': { licence: 'Elastic-2.0', why: elastic },
  '@apollo/gateway': { licence: 'Elastic-2.0', why: elastic },
  '@apollo/query-graphs': { licence: 'Elastic-2.0', why: elastic },
  '@apollo/query-planner': { licence: 'Elastic-2.0', why: elastic },
  ...Object.fromEntries(
    ['@axe-core/playwright', 'axe-core', ...lightningcss].map((name) => [
      name,
      { licence: 'MPL-2.0', why: 'for building and testing only: nothing of it is passed on' },
    ]),
  ),
  isbot: { licence: 'Unlicense', why: 'in the public domain' },
  'caniuse-lite': { licence: 'CC-BY-4.0', why: 'data, and for development only' },
};

/**
 * Finds packages under a licence that nobody allowed. An expression is allowed when every licence it names is, so also where it offers a choice.
 * `stated` says what the installed package of a place states when the lock file has nothing.
 */
export function licenceFindings(lock: LockFile, stated: (at: string) => string | undefined): string[] {
  return packagesOf(lock).flatMap(({ name, at, locked }) => {
    const licence = locked.license ?? stated(at);
    if (licence === undefined) return [`${at} states no licence`];
    if (exceptions[name]?.licence === licence) return [];
    const named = licence.split(/[()\s]+/).filter((word) => word !== '' && word !== 'AND' && word !== 'OR');
    return named.every((word) => allowed.has(word)) ? [] : [`${at} is under ${licence}`];
  });
}

/** Finds exceptions that no package needs any more. */
export function idleExceptions(lock: LockFile): string[] {
  const names = new Map(packagesOf(lock).map(({ name, locked }) => [name, locked.license]));
  return Object.entries(exceptions).flatMap(([name, { licence }]) =>
    names.get(name) === licence ? [] : [`${name} is no longer under ${licence}`],
  );
}

/** Finds installed versions with a known weakness, and packages that must not come in. */
export function advisoryFindings(lock: LockFile): string[] {
  return packagesOf(lock).flatMap(({ name, at, locked: { version = '' } }) => [
    ...advisories
      .filter(
        ({ packages, vulnerable }) =>
          packages.includes(name) && satisfies(version, vulnerable, { includePrerelease: true }),
      )
      .map(
        ({ id, what, fixed }) => `${at} ${version}: ${id}, ${what}; fixed in ${fixed.join(', ') || 'none'}`,
      ),
    ...(name in unwanted ? [`${at}: ${unwanted[name]}`] : []),
  ]);
}
