import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { projectFile } from '#gateway/start.js';

/** What the tests read of a service of docker-compose.yml; of two forms that the file may use, the long one. */
export interface Service {
  image: string;
  build?: string | { context: string; target?: string };
  user?: string;
  profiles?: string[];
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  networks: Record<string, { aliases?: string[]; ipv4_address?: string }>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string; pids?: number } } };
}

export interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
}

const file = () => readFileSync(projectFile('docker-compose.yml'), 'utf8');

/** Reads docker-compose.yml as an engine would with these variables; throws for one that is needed and not there. */
export function readCompose(variables: Record<string, string | undefined>): Compose {
  const written = JSON.stringify(parse(file(), { merge: true, maxAliasCount: -1 }));
  const compose = JSON.parse(written, (_key, value: unknown) =>
    typeof value === 'string' ? interpolate(value, variables) : value,
  ) as Compose;
  for (const service of Object.values(compose.services)) {
    const { networks } = service as { networks: unknown };
    if (Array.isArray(networks)) service.networks = Object.fromEntries(networks.map((name) => [name, {}]));
  }
  return compose;
}

/** The forms of interpolation that the file uses: ${NAME:?why} and ${NAME:-default}; any other use of `$` is a mistake. */
function interpolate(text: string, variables: Record<string, string | undefined>): string {
  const done = text.replace(
    /\$\{([A-Z_]+):([?-])([^}]*)\}/g,
    (_whole, name: string, kind: string, rest: string) => {
      const value = variables[name] ?? '';
      if (value === '' && kind === '?') throw new Error(`docker-compose.yml needs ${name}: ${rest}`);
      return value === '' ? rest : value;
    },
  );
  if (done.includes('$')) throw new Error(`docker-compose.yml: what does $ mean in ${text}?`);
  return done;
}

/** Names of the variables that the file takes from .env. */
export const composeVariables = (): string[] => [
  ...new Set([...file().matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '')),
];

/** What deploy/make-secrets has made. */
export interface Secrets {
  /** What its .env says. */
  variables: Record<string, string>;
  /** Where .env is; forgetSecrets removes it. */
  folder: string;
  /** The exit code of a second run. */
  again: number | null;
}

/** Runs deploy/make-secrets twice in a folder of its own; throws when the second run changes what the first has written. */
export function makeSecrets(): Secrets {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-hub-secrets-'));
  mkdirSync(join(folder, 'deploy'));
  for (const name of ['make-secrets', 'example.env'])
    cpSync(projectFile(`deploy/${name}`), join(folder, 'deploy', name));
  const run = () => spawnSync(join(folder, 'deploy', 'make-secrets'), { encoding: 'utf8' });
  const first = run();
  if (first.status !== 0) throw new Error(`deploy/make-secrets: ${first.stderr}`);
  const written = readFileSync(join(folder, '.env'), 'utf8');
  const again = run().status;
  if (readFileSync(join(folder, '.env'), 'utf8') !== written) throw new Error('.env was overwritten.');
  return { variables: parseEnv(written) as Record<string, string>, folder, again };
}

/** Removes what makeSecrets has made. */
export const forgetSecrets = (folder: string) => rmSync(folder, { recursive: true, force: true });
