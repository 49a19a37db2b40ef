import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { projectFile } from '#gateway/start.js';
import { readCompose, type Service } from './compose.js';
import { environmentHere, type Here, portOf, redisPort } from './compose-here.js';
import { withClient } from './database.js';
import { type OwnServer, ownServer, serverFolder } from './own-server.js';
import { freePorts } from './process.js';
import { type Program, startProgram, waitFor } from './program.js';
import { streamingReplica } from './replica.js';

/** The services of docker-compose.yml as processes of this machine. */
export interface ComposeProcesses {
  /** Where a port of a service is here, as `127.0.0.1:port`. */
  at(service: string, port: number): string;
  program(service: string): Program;
  /** Ends a service as an engine does (SIGTERM) and starts it anew. */
  replace(service: string): Promise<void>;
  /** A server of PostgreSQL. */
  server(service: string): OwnServer;
  stop(): Promise<void>;
}

export interface ComposeOptions {
  /** What .env says. */
  variables: Record<string, string>;
  /** Which services are started; others are left out of every list of URLs. `postgres` is always there. */
  services: readonly string[];
  /** Paths of programs that are no part of the project, by the first word of the service's command. */
  programs: Record<string, string>;
}

/** What is common to all services while they start. */
interface Place extends Here {
  programs: Record<string, string>;
}

const root = projectFile('package.json').replace(/package\.json$/, '');

/**
 * Starts services by the very commands and environments of the file. What is different here: names and ports are this machine's
 * (`127.0.0.1` and free ports), and PostgreSQL, with the settings of the file, is reached by its socket.
 */
export async function startCompose({
  variables,
  services: names,
  programs,
}: ComposeOptions): Promise<ComposeProcesses> {
  const { services } = readCompose(variables);
  const running = new Map<string, Program>();
  const servers = new Map<string, OwnServer>();
  const stop = async () => {
    await Promise.all([...running.values()].map((program) => program.end()));
    for (const server of [...servers.values()].reverse()) await server.remove();
  };
  try {
    const ports = await assignPorts(services, names);
    await startPostgres(services, servers);
    const sockets = new Map([...servers].map(([name, server]) => [name, server.address('hub').host]));
    const place: Place = { services, started: new Set(names), ports, sockets, programs };
    await Promise.all(names.map((name) => startService(name, place, running)));
    return {
      at: (service, port) => `127.0.0.1:${ports.get(`${service}:${port}`)}`,
      program: (service) => running.get(service) as Program,
      replace: async (service) => {
        await running.get(service)?.end();
        await startService(service, place, running);
      },
      server: (service) => servers.get(service) as OwnServer,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every port that a service listens on, by what its environment or its healthcheck says. */
async function assignPorts(
  services: Record<string, Service>,
  names: readonly string[],
): Promise<Map<string, number>> {
  const keys = names.map((name) => `${name}:${portOf(services[name] as Service)}`);
  const free = await freePorts(keys.length);
  return new Map(keys.map((key, index) => [key, free[index] as number]));
}

/** Starts the primary and its replica with what their commands set; roles are made by the file that the primary's container runs. */
async function startPostgres(
  services: Record<string, Service>,
  servers: Map<string, OwnServer>,
): Promise<void> {
  const { command: own = [], environment = {} } = services['postgres'] as Service;
  const primary = await ownServer(serverFolder(), settingsOf(own));
  servers.set('postgres', primary);
  // Each by itself, as psql sends them: a database is not made inside a transaction.
  const statements = readFileSync(projectFile('deploy/postgres/roles.sql'), 'utf8')
    .replaceAll(":'hub_password'", `'${environment['HUB_DATABASE_PASSWORD']}'`)
    .replaceAll(":'replication_password'", `'${environment['REPLICATION_PASSWORD']}'`)
    .split(';');
  await withClient(primary.address('postgres'), async (client) => {
    for (const statement of statements) await client.query(statement);
  });
  const { command = [] } = services['postgres-replica'] as Service;
  servers.set('postgres-replica', await streamingReplica(primary, settingsOf(command)));
}

const settingsOf = (command: string[]) => command.filter((_word, index) => command[index - 1] === '-c');

async function startService(name: string, place: Place, running: Map<string, Program>): Promise<void> {
  const service = place.services[name] as Service;
  const [command = '', ...parameters] = commandOf(service, place, name);
  const env = environmentHere(name, place);
  const program = startProgram({
    name,
    command: command === 'node' ? process.execPath : (place.programs[command] ?? command),
    parameters,
    env,
    cwd: root,
  });
  running.set(name, program);
  if (command === 'node') await waitFor(program, 'ready', () => /^ready /m.test(program.output()));
}

/** The service's command; HAProxy's is its image's own, with the file where it is here. */
function commandOf({ command, volumes = [] }: Service, { ports }: Place, name: string): readonly string[] {
  if (command?.[0] === 'redis-server')
    return [...command, '--port', String(ports.get(`${name}:${redisPort}`)), '--bind', '127.0.0.1'];
  if (command !== undefined) return command;
  const [source = ''] = volumes[0]?.split(':') ?? [];
  return ['haproxy', '-W', '-db', '-f', projectFile(source.replace('./', ''))];
}

/** Runs a service's health check where the service runs: its exit code is 0 when the service is healthy. */
export function checkHealth({ healthcheck }: Service, env: Record<string, string>): number | null {
  const [, command = '', ...parameters] = healthcheck?.test ?? [];
  const program = command === 'node' ? process.execPath : command;
  return spawnSync(program, parameters, { env: { PATH: process.env['PATH'], ...env }, cwd: root }).status;
}
