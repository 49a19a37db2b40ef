import type { Service } from './compose.js';

/** Where the services of docker-compose.yml are on this machine. */
export interface Here {
  services: Record<string, Service>;
  /** Those that run. */
  started: ReadonlySet<string>;
  /** The port of this machine for each `service:port`. */
  ports: ReadonlyMap<string, number>;
  /** The socket folder of each PostgreSQL server; its port is the usual one. */
  sockets: ReadonlyMap<string, string>;
}

/** The port that Redis has by its command, which does not say it. */
export const redisPort = '6379';

/** Yields the port that a service listens on, by what it is told. */
export function portOf({ environment = {} }: Service): string {
  return environment['PORT'] ?? environment['LISTEN']?.replace('*:', '') ?? redisPort;
}

/** Yields a service's environment with the names and ports of this machine; all else is as the file says. */
export function environmentHere(name: string, here: Here): Record<string, string> {
  const service = here.services[name] as Service;
  return Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([variable, value]) => {
      // Containers listen on every address they have, to be reached at all; here nobody else shall.
      if (variable === 'HOST') return [variable, '127.0.0.1'];
      if (variable === 'PORT') return [variable, String(here.ports.get(`${name}:${value}`))];
      return [variable, addressesHere(value.replace(/^\*:/, `${name}:`), here)];
    }),
  );
}

function addressesHere(value: string, { services, started, ports, sockets }: Here): string {
  const names = serviceNames(services);
  const isLeftOut = (part: string) => {
    const host = /\/\/([a-z-]+):\d+/.exec(part)?.[1] ?? '';
    return host in services && !started.has(host);
  };
  const published = publishedPorts(services, ports);
  return (
    value
      .split(',')
      .filter((part) => !isLeftOut(part))
      .join(',')
      // As a person's browser says it, which is outside.
      .replaceAll(/(?<=\/\/)(127\.0\.0\.1|localhost):(\d+)\b/g, (whole, host: string, port: string) =>
        published.has(port) ? `${host}:${published.get(port)}` : whole,
      )
      .replaceAll(/@([a-z-]+):/g, (whole, host: string) =>
        sockets.has(host) ? `@${encodeURIComponent(sockets.get(host) ?? '')}:` : whole,
      )
      .replaceAll(/\d+\.\d+\.\d+\.\d+/g, (address) => (names.has(address) ? '127.0.0.1' : address))
      .replaceAll(/([a-z][a-z.-]*):(\d+)/g, (whole, host: string, port: string) => {
        const found = ports.get(`${names.get(host)}:${port}`);
        return found === undefined ? whole : `127.0.0.1:${found}`;
      })
  );
}

/** The port of this machine for each one that a service has outside. */
function publishedPorts(
  services: Record<string, Service>,
  ports: ReadonlyMap<string, number>,
): Map<string, number> {
  const all = Object.entries(services).flatMap(([name, { ports: own = [] }]) =>
    own.map((line) => {
      const [, outside = '', inside = ''] = /:(\d+):(\d+)$/.exec(line) ?? [];
      return [outside, ports.get(`${name}:${inside}`)] as const;
    }),
  );
  return new Map(all.filter((pair): pair is [string, number] => pair[1] !== undefined));
}

/** Every name and address that containers find a service by. */
function serviceNames(services: Record<string, Service>): Map<string, string> {
  return new Map(
    Object.entries(services).flatMap(([service, { networks }]) => {
      const given = Object.values(networks).flatMap(({ aliases = [], ipv4_address }) => [
        ...aliases,
        ipv4_address ?? service,
      ]);
      return [service, ...given].map((name) => [name, service] as const);
    }),
  );
}
