// What docker-compose.yml says is run here, without an engine for containers: its commands, environments and files as processes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '@redis/client';
import { projectFile } from '#gateway/start.js';
import { documentIdOf } from '#gateway/trusted/manifest.js';
import { makeApiKey } from '#shared/api-key.js';
import { tokenPartnerId } from '#shared/demo/bodies.js';
import { forgetSecrets, makeSecrets, readCompose, type Secrets, type Service } from './kit/compose.js';
import { checkHealth, type ComposeProcesses, startCompose } from './kit/compose-processes.js';
import { withClient } from './kit/database.js';
import { findServer } from './kit/debian.js';
import { eventually } from './kit/eventually.js';
import { tokenOf } from './kit/open-id-provider.js';

const haproxy = findServer('haproxy', 'haproxy');
const redis = findServer('redis-server', 'redis-server');
const missing = [haproxy ?? 'haproxy', redis ?? 'redis-server'].filter((found) => !found.startsWith('/'));
const where = missing.length > 0 ? describe.skip : describe;
const reason = missing.length > 0 ? ` (skipped: ${missing.join(', ')} not here and not to be installed)` : '';

/** Both gateways; of each subgraph the first, which is what a second one costs saved: five processes. */
const services = [
  'identity-provider',
  'redis',
  'load-balancer',
  'gateway-a',
  'gateway-b',
  'organizations-a',
  'partners-a',
  'donations-a',
  'identity-a',
];

/** Twelve processes start in 20 s of two processors; on a machine that also runs other tests, in many more. */
const startMs = 180_000;

where(`the deployment of docker-compose.yml${reason}`, () => {
  let secrets: Secrets;
  let starting: Promise<ComposeProcesses>;
  let running: ComposeProcesses;
  beforeAll(async () => {
    secrets = makeSecrets();
    const programs = { haproxy: haproxy ?? '', 'redis-server': redis ?? '' };
    starting = startCompose({ variables: secrets.variables, services, programs });
    running = await starting;
    await eventually(async () => (await ask({})).status === 200, startMs);
  }, startMs);
  afterAll(async () => {
    // Also a start that took longer than this file waits for it.
    await starting?.then((started) => started.stop());
    forgetSecrets(secrets.folder);
  }, startMs);

  interface Question {
    /** Name of a file in web/operations: with an issuer, only those are answered for most. */
    operation?: string;
    variables?: Record<string, unknown>;
    token?: string;
    headers?: Record<string, string>;
    /** One of the many addresses that every machine has on its loopback. */
    from?: string;
  }

  /** Asks through the load balancer, as a client does. */
  function ask({ operation = 'viewer', variables = {}, token, headers = {}, from }: Question) {
    const documentId = documentIdOf(readFileSync(projectFile(`web/operations/${operation}.graphql`), 'utf8'));
    const [hostname, port] = running.at('load-balancer', 8080).split(':');
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return new Promise<{ status: number; data?: Record<string, unknown>; errors?: { extensions: object }[] }>(
      (resolve, reject) => {
        const sent = request(
          {
            hostname,
            port,
            // A connection that was kept too long is closed by the balancer just when the next request is sent.
            agent: false,
            path: '/graphql',
            method: 'POST',
            headers: { 'content-type': 'application/json', ...authorization, ...headers },
            ...(from === undefined ? {} : { localAddress: from }),
          },
          (response) => {
            let text = '';
            response.on('data', (chunk: Buffer) => (text += chunk.toString()));
            response.on('end', () => {
              const isJson = response.headers['content-type']?.includes('json');
              resolve({ status: response.statusCode ?? 0, ...(isJson ? JSON.parse(text) : {}) });
            });
          },
        );
        sent.on('error', reject).end(JSON.stringify({ documentId, variables }));
      },
    );
  }

  /** Yields what reads its log from now on: at the start it said of each gateway that it was down, and up. */
  function whatTheBalancerSays(): () => string {
    const { output } = running.program('load-balancer');
    const { length } = output();
    return () => output().slice(length);
  }

  const issuerHere = () => `http://${running.at('identity-provider', 4100)}`;
  /** Gets a role's token from the identity provider by the secret in .env. */
  const tokenFor = (role: string) =>
    tokenOf(issuerHere(), {
      id: role,
      secret: secrets.variables[`${role.toUpperCase()}_CLIENT_SECRET`] ?? '',
    });

  const workshop = {
    idempotencyKey: 'workshop-1',
    partnerId: tokenPartnerId,
    title: '社区治理工作坊',
    category: 'TRAINING',
    capacity: '30',
    unit: '人次',
    publish: true,
  };

  test('deploy/make-secrets writes what the file needs, and does not write twice', () => {
    expect(secrets.again).toBe(1);
    expect(() => readCompose(secrets.variables)).not.toThrow();
    expect(() => readCompose({})).toThrow(/needs INTERNAL_KEYS: run deploy\/make-secrets/);
  });

  test('every process of the hub is healthy by the health check of the file', () => {
    const { services: described } = readCompose(secrets.variables);
    const health = (name: string, port: string) =>
      checkHealth(described[name] as Service, { PORT: port.split(':')[1] ?? '' });
    for (const [name, port] of [
      ['gateway-a', 4000],
      ['organizations-a', 4001],
      ['identity-provider', 4100],
    ] as const)
      expect([name, health(name, running.at(name, port))]).toEqual([name, 0]);
    expect(health('gateway-a', 'nobody:1')).toBe(1);
  });

  test('a stranger and a viewer see the city’s dashboard in one request', async () => {
    for (const token of [undefined, await tokenFor('viewer')]) {
      const { data, errors } = await ask({
        operation: 'city-dashboard',
        variables: { area: '360300' },
        ...(token === undefined ? {} : { token }),
      });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        area: {
          name: '萍乡市',
          organizationCounts: { certifiedSocialWorkers: 2058 },
          linkSummary: { active: 28, organizationsLinked: 20, partnersLinked: 6 },
          funds: { raised: { amount: '8370000.00' }, donationCount: 330 },
        },
      });
    }
  });

  test('a partner’s token registers its resource once, a viewer’s does not, and a token of nobody is refused', async () => {
    const asPartner = {
      operation: 'register-resource',
      variables: { input: workshop },
      token: await tokenFor('partner'),
    };
    const written = {
      registerResource: { __typename: 'Resource', title: '社区治理工作坊', status: 'PUBLISHED' },
    };
    expect(await ask(asPartner)).toMatchObject({ status: 200, data: written });
    expect(await ask(asPartner)).toMatchObject({ status: 200, data: written });
    const asViewer = await ask({ ...asPartner, token: await tokenFor('viewer') });
    expect(asViewer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask({ token: 'eyJ.of.nobody' })).status).toBe(401);
  });

  test('finance reads who gave, a partner does not', async () => {
    const asked = { operation: 'donations', variables: { first: 1 } };
    expect(await ask({ ...asked, token: await tokenFor('finance') })).toMatchObject({
      data: { donations: { nodes: [{ id: expect.any(String) }] } },
    });
    expect((await ask({ ...asked, token: await tokenFor('partner') })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  test('the README’s commands give a partner’s token', async () => {
    const block = /```sh\n(deploy\/make-secrets[^]*?)```/.exec(
      readFileSync(projectFile('README.md'), 'utf8'),
    )?.[1];
    const [first = '', ...commands] = (block ?? '').trim().split('\n');
    // The first is what this file does: make-secrets ran, and `docker compose up` is the processes that it has started.
    expect(first).toMatch(/^deploy\/make-secrets && docker compose up --build +#/);
    const script = commands.join('\n').replace(secrets.variables['OIDC_ISSUER'] ?? '', issuerHere());
    const { stdout } = spawnSync('bash', ['-c', script], { cwd: secrets.folder, encoding: 'utf8' });
    const { access_token: token } = JSON.parse(stdout) as { access_token: string };
    const { data } = await ask({ token });
    expect(data).toMatchObject({
      viewer: { subject: 'partner', roles: ['partner'], partnerId: tokenPartnerId },
    });
  });

  test('the pages are told where people sign in, who are asked there and sent back through the load balancer', async () => {
    const pages = `http://${running.at('load-balancer', 8080)}`;
    const { signIn } = (await (await fetch(`${pages}/settings.json`)).json()) as {
      signIn: { issuer: string; clientId: string; audience: string };
    };
    expect(signIn.issuer).toBe(issuerHere());
    const asked = new URLSearchParams({
      client_id: signIn.clientId,
      redirect_uri: `${pages}/signed-in`,
      response_type: 'code',
      scope: 'openid',
      resource: signIn.audience,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const answer = await fetch(`${signIn.issuer}/auth?${asked}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/interaction\//),
    ]);
    expect(answer.headers.get('content-security-policy')).toContain(`form-action 'self' ${pages} `);
  });

  test('whoever only reads is served by the replica', async () => {
    const { rows } = await withClient(running.server('postgres-replica').address('hub'), (client) =>
      client.query<{ name: string }>(
        `select distinct usename as name from pg_stat_activity where usename like 'hub\\_%' order by 1`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['hub_donations', 'hub_organizations', 'hub_partners']),
    );
  });

  test('what a client says about its address is not believed: a refused key counts for who sent it, whichever gateway heard it', async () => {
    const guesses = 4;
    for (let n = 0; n < guesses; n += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${n}` };
      expect((await ask({ token: makeApiKey().text, from: '127.0.0.2', headers })).status).toBe(401);
    }
    const url = `redis://:${secrets.variables['REDIS_PASSWORD']}@${running.at('redis', 6379)}`;
    const client = await createClient({ url }).connect();
    const counted = (await client.keys('hub:refusals:address:*')).map((name) => name.split(':').at(-1));
    expect(counted).toEqual(['127.0.0.2']);
    expect(Number(await client.get('hub:refusals:address:127.0.0.2'))).toBe(guesses);
    client.destroy();
  });

  test('what a process measures is read from itself, and through the load balancer by nobody', async () => {
    const status = async (service: string, port: number, path: string) =>
      (await fetch(`http://${running.at(service, port)}${path}`)).status;
    expect(await status('gateway-a', 4000, '/metrics')).toBe(200);
    expect(await status('gateway-a', 4000, '/%6detrics')).toBe(200);
    expect(await status('donations-a', 4003, '/metrics')).toBe(200);
    for (const path of ['/metrics', '/%6detrics', '/metrics?x=1', '/metric%73/'])
      expect([path, await status('load-balancer', 8080, path)]).toEqual([path, 404]);
    expect(await status('load-balancer', 8080, '/health/live')).toBe(200);
  });

  test('a gateway that is killed costs no later request', async () => {
    const says = whatTheBalancerSays();
    await running.program('gateway-a').end('SIGKILL');
    const statuses = [];
    for (let n = 0; n < 20; n += 1) statuses.push((await ask({})).status);
    expect(statuses).toEqual(statuses.map(() => 200));
    // Who replaces it in the next test waits until it is up again, which is said only of what was down.
    await eventually(() => says().includes('Server gateways/a is DOWN'));
  });

  test('a gateway that is replaced costs no request: it answers what it has begun, the other one takes the rest', async () => {
    const says = whatTheBalancerSays();
    // The one that the test before has killed.
    await running.replace('gateway-a');
    await eventually(() => says().includes('Server gateways/a is UP'));
    let isReplaced = false;
    const statuses: number[] = [];
    // Of little cost: they ask as fast as they can, and their address has a budget.
    const client = async () => {
      while (!isReplaced) statuses.push((await ask({})).status);
    };
    const clients = [client(), client(), client()];
    await running.replace('gateway-b').finally(() => (isReplaced = true));
    await Promise.all(clients);
    expect(statuses.length).toBeGreaterThan(20);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });
});
