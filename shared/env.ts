import { z } from 'zod';
import { type DatabaseAddress, parseDatabaseUrl } from './database/url.js';
import { type InternalKey, parseInternalKeys } from './internal-keys.js';
import { metricsFromDefault } from './metrics/networks.js';
import { limitVariables, type LimitVariable } from './limits.js';
import { parseProxies } from './proxies.js';

/** A mistake in the environment; its message names the variable, what was found and what is allowed. */
export class EnvironmentError extends Error {}

const url = (what: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
      `an http(s) URL ${what}`,
    )
    .optional();

/** One URL per process of a subgraph. */
const urls = (what: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      (parts) => parts.every((part) => URL.canParse(part) && /^https?:$/.test(new URL(part).protocol)),
      `an http(s) URL ${what}, or several with commas between`,
    )
    .optional();

const databaseUrl = z
  .string()
  .superRefine((text, issues) => {
    const mistake = parseDatabaseUrl(text);
    if ('mistake' in mistake) issues.addIssue({ code: 'custom', message: mistake.mistake });
  })
  .optional();

const replicaUrls = z
  .string()
  .transform((text, issues): readonly DatabaseAddress[] => {
    const urls = text.split(',');
    return urls.flatMap((url, index) => {
      const address = parseDatabaseUrl(url.trim());
      if (!('mistake' in address)) return [address];
      const message = `for number ${index + 1} of ${urls.length} (commas between them): ${address.mistake}`;
      issues.addIssue({ code: 'custom', message });
      return [];
    });
  })
  .optional();

/** Reads by a parser that says what is wrong. */
const parsedBy = <T extends object>(parse: (text: string) => T | { mistake: string }) =>
  z.string().transform((text, issues): T => {
    const parsed = parse(text);
    if (!('mistake' in parsed)) return parsed;
    issues.addIssue({ code: 'custom', message: parsed.mistake as string });
    return z.NEVER;
  });

const limitMax = 1_000_000_000;
const limit = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, `a whole number from 1 to ${limitMax}`)
  .transform(Number)
  .refine((value) => value <= limitMax, `a whole number from 1 to ${limitMax}`)
  .optional();

const points = z
  .string()
  .regex(/^\d{1,12}$/, 'a whole number of cost points a minute (0 limits nobody)')
  .transform(Number)
  .optional();

const onOff = z.enum(['on', 'off', '1', '0']).transform((text) => text === 'on' || text === '1');

const megabytesMax = 100_000;
const megabytes = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, `a whole number of megabytes from 1 to ${megabytesMax}`)
  .transform(Number)
  .refine((value) => value <= megabytesMax, `a whole number of megabytes from 1 to ${megabytesMax}`);

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

/** Where a subgraph may find its database. */
const databaseVariables = [
  'DATABASE_URL',
  'ORGANIZATIONS_DATABASE_URL',
  'PARTNERS_DATABASE_URL',
  'DONATIONS_DATABASE_URL',
  'IDENTITY_DATABASE_URL',
  'IMPORTS_DATABASE_URL',
] as const;

/** Every variable the hub reads, with its default; the README repeats this list for people. */
const variables = z.object({
  // A name of one's own, such as `prod`, would silently be a demonstration.
  NODE_ENV: z.enum(['production', 'development', 'test']).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port from 0 to 65535 (0 takes a free one)')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port from 0 to 65535 (0 takes a free one)')
    .optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('.data'),
  DEMO_DATA: z.enum(['auto', 'off']).default('auto'),
  DATABASE_URL: databaseUrl,
  ORGANIZATIONS_DATABASE_URL: databaseUrl,
  PARTNERS_DATABASE_URL: databaseUrl,
  DONATIONS_DATABASE_URL: databaseUrl,
  IDENTITY_DATABASE_URL: databaseUrl,
  IMPORTS_DATABASE_URL: databaseUrl,
  DATABASE_REPLICA_URLS: replicaUrls,
  PREPARED_STATEMENTS: z.enum(['on', 'off']).default('on'),
  GATEWAY_ENGINE: z.enum(['hive', 'apollo']).default('hive'),
  SUPERGRAPH_FILE: z.string().min(1).default('gateway/supergraph.graphql'),
  ORGANIZATIONS_URL: urls('of the organizations subgraph'),
  PARTNERS_URL: urls('of the partners subgraph'),
  DONATIONS_URL: urls('of the donations subgraph'),
  IDENTITY_URL: urls('of the identity subgraph'),
  IMPORTS_URL: urls('of the imports subgraph'),
  OIDC_ISSUER: url('of who signs the tokens, exactly as in their claim `iss`'),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  OIDC_JWKS_URL: url('of the issuer’s public keys'),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  HOME_AREA: z
    .string()
    .regex(/^[1-9]\d{5}$/, 'the code of a province, city or county (GB/T 2260, 6 digits)')
    .default('360300'),
  INTERNAL_KEYS: parsedBy<readonly InternalKey[]>(parseInternalKeys).optional(),
  REDIS_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol),
      'a URL of the form redis://:password@host:6379 (rediss: for an encrypted connection)',
    )
    .optional(),
  TRUSTED_PROXIES: parsedBy<readonly string[]>(parseProxies).default([]),
  TRUSTED_DOCUMENTS: z.enum(['on', 'off']).optional(),
  TRUSTED_DOCUMENTS_DIR: z.string().min(1, 'a folder of .graphql files').optional(),
  RATE_LIMIT_PER_ADDRESS: points,
  RATE_LIMIT_PER_VIEWER: points,
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      (parts) => parts.every(isOrigin),
      'origins such as https://hub.example.org, commas between; not *',
    )
    .default([]),
  PUBLISHER_NAME: z.string().min(1, 'the name of whoever publishes exports').default('Linkage Hub 链接枢纽'),
  DATA_LICENSE: url('of the licence of what is exported'),
  CACHE: onOff.default(true),
  CACHE_STRICT: onOff.default(false),
  CACHE_MAX_MB: megabytes.default(64),
  METRICS_FROM: parsedBy<readonly string[]>(parseProxies).default([...metricsFromDefault]),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('of a collector that takes OTLP over HTTP'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ...(Object.fromEntries(limitVariables.map((name) => [name, limit])) as Record<LimitVariable, typeof limit>),
});

const schema = variables.superRefine((env, issues) => {
  const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, OIDC_CLIENT_ID } = env;
  const require = (name: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [name], message });
  if (OIDC_ISSUER !== undefined && OIDC_AUDIENCE === undefined)
    require('OIDC_AUDIENCE', 'the audience that OIDC_ISSUER writes into tokens for this hub');
  if (OIDC_ISSUER === undefined && (OIDC_AUDIENCE ?? OIDC_JWKS_URL ?? OIDC_CLIENT_ID) !== undefined)
    require('OIDC_ISSUER', 'the issuer that OIDC_AUDIENCE, OIDC_JWKS_URL and OIDC_CLIENT_ID belong to');
  if (env.DATABASE_REPLICA_URLS !== undefined && !databaseVariables.some((name) => env[name] !== undefined))
    require('DATABASE_URL', 'the server that DATABASE_REPLICA_URLS are replicas of');
});

export type Env = Readonly<z.infer<typeof schema>>;

/** Reads the process environment once; the only reader. An empty variable counts as not set. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const mistakes = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const found = shown(name, given[name]);
    const allowed = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message;
    return `${name}: found ${found}; allowed: ${allowed}`;
  });
  throw new EnvironmentError(mistakes.join('\n'));
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing';
  if (/DATABASE_(REPLICA_)?URLS?$|^REDIS_URL$/.test(name)) return '(not shown, it may hold a password)';
  return name === 'INTERNAL_KEYS' ? '(not shown, it holds secrets)' : JSON.stringify(value);
}

/** Reads where each subgraph's processes are, where the environment says so. */
export function subgraphUrls(env: Env): ReadonlyMap<string, readonly string[]> {
  const given = {
    organizations: env.ORGANIZATIONS_URL,
    partners: env.PARTNERS_URL,
    donations: env.DONATIONS_URL,
    identity: env.IDENTITY_URL,
    imports: env.IMPORTS_URL,
  };
  return new Map(Object.entries(given).filter((pair): pair is [string, string[]] => pair[1] !== undefined));
}

/** The gateway package reports to its maker unless this variable says otherwise; must run before the package is loaded. */
export function disableApolloTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}

/** Names of all variables the hub reads. */
export const settingNames: readonly string[] = Object.keys(variables.shape);
