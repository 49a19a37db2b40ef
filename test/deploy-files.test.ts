// What docker-compose.yml, haproxy.cfg and the Dockerfile say fits the hub and each other. What they do, compose-e2e.test.ts shows.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { readSettings, settingNames as providerSettings } from '#deploy/identity-provider/settings.js';
import { assertProductionSettings } from '#gateway/issuer.js';
import { projectFile } from '#gateway/start.js';
import { subgraphNames, subgraphPorts } from '#shared/directory.js';
import { readEnv, settingNames } from '#shared/env.js';
import { composeVariables, forgetSecrets, makeSecrets, readCompose, type Service } from './kit/compose.js';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');
const secrets = makeSecrets();
forgetSecrets(secrets.folder);
const { services, networks, volumes } = readCompose(secrets.variables);
const all = Object.entries(services);
const isHub = ([, { image }]: [string, Service]) => image.startsWith('linkage-hub:');
const hub = all.filter(isHub);
const subgraphs = hub.filter(([name]) => !name.startsWith('gateway'));
const provider = services['identity-provider'] as Service;
const balancer = services['load-balancer'] as Service;
const networksOf = ({ networks: of }: Service) => Object.keys(of);
const seconds = (time = '0s') => Number(/^(\d+)s$/.exec(time)?.[1]);

describe('docker-compose.yml', () => {
  test('is valid by the schema of the Compose specification and by its linter', () => {
    const unwanted = [
      // What belongs together stands together, not by the alphabet.
      ...['services-alphabetical-order', 'top-level-properties-order', 'service-keys-order'],
      // Ten services run one image, which is built once because it has a name.
      'no-build-and-image',
    ];
    const rules = Object.fromEntries(unwanted.map((rule) => [rule, 0 as const]));
    const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
    // The package's types are lost on the way: they name files without `.js`.
    const results = linter.lintFiles([projectFile('docker-compose.yml')], false) as { messages: object[] }[];
    expect(results).toHaveLength(1);
    expect(results[0]?.messages).toEqual([]);
  });

  test('has two of every part of the hub, PostgreSQL with a replica, Redis, a load balancer and an identity provider', () => {
    const twice = ['gateway', ...subgraphNames].flatMap((name) => [`${name}-a`, `${name}-b`]);
    const others = ['identity-provider', 'load-balancer', 'postgres', 'postgres-replica', 'redis'];
    expect(Object.keys(services).sort()).toEqual([...twice, ...others].sort());
    expect(hub.map(([name]) => name).sort()).toEqual([...twice].sort());
  });

  test.each(hub)(
    '%s sets only what the hub reads, with values that it takes, for production',
    (_name, service) => {
      const { environment = {} } = service;
      expect(Object.keys(environment).filter((name) => !settingNames.includes(name))).toEqual([]);
      expect(readEnv(environment)).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
    },
  );

  test('a gateway starts in production, believes the load balancer alone, and knows no database', () => {
    for (const name of ['gateway-a', 'gateway-b']) {
      const { environment = {} } = services[name] as Service;
      const env = readEnv(environment);
      expect(() => assertProductionSettings(env)).not.toThrow();
      expect(env.TRUSTED_PROXIES).toEqual([balancer.networks['edge']?.ipv4_address]);
      expect(Object.keys(environment).filter((key) => key.includes('DATABASE'))).toEqual([]);
    }
  });

  test('the identity provider is given what it reads, and is who the gateways believe', () => {
    const { environment = {} } = provider;
    expect(
      Object.keys(environment).filter((name) => ![...providerSettings, 'NODE_ENV'].includes(name)),
    ).toEqual([]);
    const { issuer, audience, port, pages } = readSettings(environment);
    const gateway = readEnv((services['gateway-a'] as Service).environment);
    expect([gateway.OIDC_ISSUER, gateway.OIDC_AUDIENCE, gateway.OIDC_CLIENT_ID]).toEqual([
      issuer,
      audience,
      pages.id,
    ]);
    // People are sent back to where the load balancer is outside, by either name of this machine.
    const [outside] = balancer.ports ?? [];
    const [, address, balancerPort] = /^([\d.]+):(\d+):\d+$/.exec(outside ?? '') ?? [];
    expect(pages.origins).toEqual([`http://${address}:${balancerPort}`, `http://localhost:${balancerPort}`]);
    // One name inside and outside: the tokens hold it.
    const { hostname, port: named } = new URL(issuer);
    expect(Number(named)).toBe(port);
    expect(provider.networks).toMatchObject({ edge: { aliases: [hostname] } });
    expect(hostname).toMatch(/\.localhost$/);
    expect(provider.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  test('every command begins a program that is built, or that the image has', () => {
    for (const [name, { image, command = [] }] of all.filter(([, { image: of }]) =>
      of.startsWith('linkage-hub'),
    )) {
      const entry = command.at(-1) ?? '';
      expect([name, image, command.slice(0, -1)]).toEqual([name, image, ['node', '--enable-source-maps']]);
      expect([entry, existsSync(projectFile(entry))]).toEqual([entry, true]);
    }
    for (const [name, { command = [] }] of subgraphs)
      expect(command.at(-1)).toBe(`dist/subgraphs/${name.replace(/-[ab]$/, '')}/main.js`);
  });

  test('every URL and address names a service by its port, on a network that both have', () => {
    const listening = new Map([
      ...[...hub, ['identity-provider', provider] as const].map(
        ([name, { environment }]) => [name, environment?.['PORT']] as const,
      ),
      ...['postgres', 'postgres-replica'].map((name) => [name, '5432'] as const),
      ['redis', '6379'] as const,
    ]);
    const alias = new Map([[new URL(secrets.variables['OIDC_ISSUER'] ?? '').hostname, 'identity-provider']]);
    let seen = 0;
    for (const [name, service] of all)
      for (const value of Object.values(service.environment ?? {}))
        for (const [, host = '', port] of value.matchAll(/(?:\/\/|@|^|,)([a-z][a-z.-]*):(\d+)(?=[/,]|$)/g)) {
          // A person's own machine, of which the test of the identity provider speaks.
          if (host === 'localhost') continue;
          const other = alias.get(host) ?? host;
          expect([name, host, port]).toEqual([name, host, listening.get(other)]);
          const shared = networksOf(services[other] as Service).filter((net) =>
            networksOf(service).includes(net),
          );
          expect([name, other, shared.length]).not.toEqual([name, other, 0]);
          seen += 1;
        }
    // 12 processes with 10 subgraphs and Redis, 10 with two servers of PostgreSQL, 2 + 1 with an issuer, 2 gateways.
    expect(seen).toBe(12 * 11 + 10 * 2 + 3 + 2);
  });

  test('every process of the hub knows both of every subgraph', () => {
    for (const [, { environment = {} }] of hub)
      for (const name of subgraphNames)
        expect(environment[`${name.toUpperCase()}_URL`]).toBe(
          ['a', 'b'].map((which) => `http://${name}-${which}:${subgraphPorts[name]}/graphql`).join(','),
        );
  });

  test('only the load balancer and the identity provider can be reached, from this machine alone', () => {
    expect(all.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual([
      'load-balancer',
      'identity-provider',
    ]);
    for (const [, { ports = [] }] of all) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    const internal = Object.keys(networks).filter((name) => networks[name]?.internal === true);
    for (const [name, service] of all) {
      const mayReachOut = ['load-balancer', 'identity-provider', 'gateway-a', 'gateway-b'].includes(name);
      expect([name, networksOf(service).every((net) => internal.includes(net))]).toEqual([
        name,
        !mayReachOut,
      ]);
    }
    expect(networksOf(services['gateway-a'] as Service)).not.toContain('data');
  });

  test.each(all)(
    '%s is bounded, started again, watched, and can do nothing that it does not need',
    (name, service) => {
      const { restart, read_only, cap_drop, security_opt, deploy, healthcheck } = service;
      expect({ restart, read_only, cap_drop, security_opt }).toEqual({
        restart: 'unless-stopped',
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      const { cpus, memory, pids } = deploy?.resources?.limits ?? {};
      expect([name, cpus, memory, pids]).not.toContain(undefined);
      expect(healthcheck?.test.length).toBeGreaterThan(1);
      for (const condition of Object.values(service.depends_on ?? {}))
        expect(condition).toEqual({ condition: 'service_healthy' });
    },
  );

  test('whoever is told to stop has longer than the 25 s that a process takes for what it has begun', () => {
    for (const [name, { stop_grace_period }] of [...hub, ['load-balancer', balancer] as const])
      expect([name, seconds(stop_grace_period) > 30]).toEqual([name, true]);
  });

  test('health checks ask for what is served: readiness of the hub, discovery of the identity provider', () => {
    for (const [, { healthcheck }] of hub) expect(healthcheck?.test.at(-1)).toContain('"/health/ready"');
    expect(provider.healthcheck?.test.at(-1)).toContain('/.well-known/openid-configuration');
    expect(balancer.healthcheck?.test.at(-1)).toMatch(/:8080\/health\/load-balancer$/);
    expect(read('deploy/haproxy.cfg')).toMatch(/monitor-uri \/health\/load-balancer\n/);
    expect(read('deploy/haproxy.cfg')).toMatch(/uri \/health\/ready /);
  });

  test('every image has a version, the hub’s own that of package.json', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const [name, { image }] of all)
      expect([name, image]).toEqual([name, expect.stringMatching(/:\d+\.?\d*/)]);
    for (const [, { image }] of hub) expect(image).toBe(`linkage-hub:${version}`);
    expect(provider.image).toBe(`linkage-hub-try-out:${version}`);
  });

  test('no secret is written in it: each comes from .env, and deploy/example.env has none', () => {
    const text = read('docker-compose.yml');
    const written = parse(text, { merge: true }) as { services: Record<string, Service> };
    const secretNames = /SECRET|PASSWORD|INTERNAL_KEYS|_AUTH$/;
    for (const { environment = {}, command = [] } of Object.values(written.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (secretNames.test(name))
          expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{[A-Z_]+:[?-][^}]*\}$/)]);
        if (/:\/\/[^/]*@/.test(value)) expect(value).toMatch(/^\w+:\/\/\w*:\$\{[A-Z_]+:\?[^}]*\}@/);
      }
      const password = command[command.indexOf('--requirepass') + 1];
      if (command.includes('--requirepass')) expect(password).toMatch(/^\$\{REDIS_PASSWORD:\?/);
    }
    expect(text).not.toMatch(/[0-9a-f]{16}|[\w+/]{40}/i);
    for (const line of read('deploy/example.env').split('\n'))
      if (secretNames.test(line.split('=')[0] ?? '') && !line.startsWith('#'))
        expect(line).toMatch(/^[A-Z_]+=$/);
  });

  test('.env gives every variable of the file, and no other; the provider starts by COMPOSE_PROFILES alone', () => {
    const { COMPOSE_PROFILES, ...given } = secrets.variables;
    expect(Object.keys(given).sort()).toEqual(composeVariables().sort());
    expect(provider.profiles).toEqual([COMPOSE_PROFILES]);
    expect(all.filter(([, { profiles }]) => profiles !== undefined)).toHaveLength(1);
  });

  test('.env stays out of git and of the image', () => {
    for (const file of ['.gitignore', '.dockerignore']) expect(read(file).split('\n')).toContain('.env');
  });

  test('every file that a container is given is there, scripts can be run', () => {
    const mounts = all.flatMap(([, { volumes: of = [] }]) => of);
    const files = mounts.filter((mount) => mount.startsWith('./')).map((mount) => mount.split(':')[0] ?? '');
    expect(new Set(files).size).toBe(4);
    for (const file of files) {
      const path = projectFile(file.replace('./', ''));
      expect([file, existsSync(path)]).toEqual([file, true]);
      if (file.endsWith('.sh')) expect(() => accessSync(path, constants.X_OK)).not.toThrow();
    }
    for (const mount of mounts.filter((mount) => !mount.startsWith('./')))
      expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
    for (const mount of mounts.filter((mount) => mount.startsWith('./'))) expect(mount).toMatch(/:ro$/);
  });

  test('a replica may have what its primary has, or it would refuse to start', () => {
    const of = (name: string) =>
      new Map(
        (services[name]?.command ?? [])
          .filter((word) => word.includes('='))
          .map((word) => word.split('=') as [string, string]),
      );
    const [primary, replica] = [of('postgres'), of('postgres-replica')];
    for (const name of ['max_connections', 'max_wal_senders'])
      expect([name, Number(replica.get(name)) >= Number(primary.get(name))]).toEqual([name, true]);
    expect(primary.get('wal_level')).toBe('replica');
  });
});

describe('deploy/haproxy.cfg', () => {
  const text = read('deploy/haproxy.cfg');

  test('takes its addresses from the environment that it is given', () => {
    const named = [...text.matchAll(/"\$\{([A-Z_]+)\}"/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(balancer.environment ?? {}).sort());
  });

  test('sends again only what no gateway has seen', () => {
    expect([...text.matchAll(/^ +retry-on (.*)$/gm)].map(([, when]) => when)).toEqual(['conn-failure']);
    expect(text).toMatch(/^ +option redispatch 1$/m);
  });
});

describe('Dockerfile', () => {
  const stages = read('Dockerfile')
    .split(/^(?=FROM )/m)
    .slice(1);

  test('has the stage that the identity provider is built from, with what only development needs', () => {
    const target = (provider.build as { target: string }).target;
    expect(stages.filter((stage) => stage.split('\n')[0]?.endsWith(` AS ${target}`))).toHaveLength(1);
    expect(stages[0]).toMatch(/ AS build\n/);
    expect(stages[0]).not.toMatch(/prune|rm /);
  });

  test('leaves tests and the identity provider out of the hub’s own image, which runs as nobody special', () => {
    const production = stages.find((stage) => stage.includes(' AS production')) ?? '';
    expect(production).toMatch(/npm prune --omit=dev && rm -rf .*dist\/deploy/);
    expect(stages.at(-1)).toMatch(/COPY --from=production/);
    expect(stages.at(-1)).toMatch(/^USER node$/m);
  });
});
