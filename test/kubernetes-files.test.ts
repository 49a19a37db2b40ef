// The manifests of deploy/kubernetes as they are applied: valid by Kubernetes' schema, and fitting the hub and each other.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { assertProductionSettings } from '#gateway/issuer.js';
import { projectFile } from '#gateway/start.js';
import { subgraphNames } from '#shared/directory.js';
import { metricsPath } from '#shared/metrics/endpoint.js';
import { readEnv, settingNames } from '#shared/env.js';
import { schemaMistakes } from './kit/kubernetes-schema.js';
import { type Manifest, renderKustomization } from './kit/kustomize.js';

const folder = projectFile('deploy/kubernetes');
const manifests = renderKustomization(folder);
const ofKind = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);
const nameOf = ({ kind, metadata }: Manifest): [string] => [`${kind} ${metadata.name}`];
const deployments = ofKind('Deployment').map((manifest) => [manifest.metadata.name, manifest] as const);
const podOf = ({ spec }: Manifest) => spec.template.spec;
const containerOf = (manifest: Manifest) => podOf(manifest).containers[0];
const settings = ofKind('ConfigMap')[0]?.['data'] as Record<string, string>;
const parts = ['gateway', ...subgraphNames];

type Labels = Record<string, string>;
const has = (labels: Labels, wanted: Labels) =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);
/** Names of the deployments whose pods a selector finds. */
const found = (selector: Labels) =>
  deployments.filter(([, { spec }]) => has(spec.template.metadata.labels, selector)).map(([name]) => name);

/** The secrets as the README says they are made, run as its shell would; and the one that need not be there. */
const examples: Record<string, string> = {
  ...Object.fromEntries(
    [
      ...readFileSync(projectFile('README.md'), 'utf8').matchAll(/--from-literal=([A-Z_]+)=("[^"]*"|\S+)/g),
    ].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('"', '').replace('$(openssl rand -hex 32)', randomBytes(32).toString('hex')),
    ]),
  ),
  DATABASE_REPLICA_URLS: 'postgresql://hub:password@replica.example.org:5432/hub',
};

/** The environment of a container: its settings, and its secrets as far as they are given. */
function environmentOf(manifest: Manifest): Record<string, string> {
  const secrets = containerOf(manifest).env.map(
    ({ name, valueFrom }: { name: string; valueFrom: { secretKeyRef: { key: string } } }) => [
      name,
      examples[valueFrom.secretKeyRef.key],
    ],
  );
  return { ...settings, ...Object.fromEntries(secrets) };
}

test('is all that is applied: a deployment, a service, a budget and an autoscaler per part of the hub', () => {
  for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'])
    expect([
      kind,
      ofKind(kind)
        .map(({ metadata }) => metadata.name)
        .sort(),
    ]).toEqual([kind, parts.map((part) => `hub-${part}`).sort()]);
});

test.each(manifests.map((manifest) => [...nameOf(manifest), manifest] as const))(
  '%s is valid by the schema of Kubernetes, and has no field that it does not know',
  async (_name, manifest) => {
    expect(await schemaMistakes(manifest)).toEqual([]);
  },
);

test('the tests read it as kubectl does, where kubectl is', () => {
  const kubectl = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8' });
  // Not on every machine: then the reading is the tests' own, as it was when the two were compared.
  if (kubectl.error !== undefined) return;
  expect(kubectl.stderr).toBe('');
  const key = (manifest: Manifest) => `${manifest.kind} ${manifest.metadata.name}`;
  const hash = /hub-settings-[0-9a-z]{10}/g;
  const theirs = parseAllDocuments(kubectl.stdout.replace(hash, 'hub-settings')).map(
    (document) => document.toJS() as Manifest,
  );
  const ours = manifests.map((manifest) =>
    manifest.kind === 'Namespace'
      ? manifest
      : { ...manifest, metadata: { ...manifest.metadata, namespace: 'linkage-hub' } },
  );
  const sorted = (list: Manifest[]) => [...list].sort((one, other) => key(one).localeCompare(key(other)));
  expect(sorted(theirs)).toEqual(sorted(ours));
});

describe.each(deployments)('%s', (name, manifest) => {
  const pod = podOf(manifest);
  const container = containerOf(manifest);

  test('runs a program that is built', () => {
    const part = name.replace('hub-', '');
    const entry = part === 'gateway' ? 'dist/gateway/gateway.main.js' : `dist/subgraphs/${part}/main.js`;
    expect([...container.command, ...container.args]).toEqual(['node', '--enable-source-maps', entry]);
    expect(existsSync(projectFile(entry))).toBe(true);
  });

  test('sets only what the hub reads, with values that it takes, for production', () => {
    const environment = environmentOf(manifest);
    expect(Object.keys(environment).filter((variable) => !settingNames.includes(variable))).toEqual([]);
    const env = readEnv(environment);
    expect(env).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0', DEMO_DATA: 'off' });
    expect(() => assertProductionSettings(env)).not.toThrow();
    expect(env.PORT).toBe(container.ports[0].containerPort);
    expect('DATABASE_URL' in environment).toBe(name !== 'hub-gateway');
  });

  test('takes settings from the ConfigMap and every secret by reference', () => {
    expect(container.envFrom).toEqual([{ configMapRef: { name: 'hub-settings' } }]);
    for (const { name: variable, value, valueFrom } of container.env) {
      expect([variable, value]).toEqual([variable, undefined]);
      expect(valueFrom.secretKeyRef).toMatchObject({ name: 'linkage-hub', key: variable });
    }
  });

  test('is probed where the hub answers: readiness, liveness and a start that may take its time', () => {
    const { startupProbe, readinessProbe, livenessProbe } = container;
    const paths = [startupProbe, readinessProbe, livenessProbe].map((probe) => probe.httpGet);
    expect(paths).toEqual([
      { path: '/health/live', port: 'http' },
      { path: '/health/ready', port: 'http' },
      { path: '/health/live', port: 'http' },
    ]);
    expect(container.ports).toEqual([{ name: 'http', containerPort: 4000 }]);
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBeGreaterThanOrEqual(60);
  });

  test('ends without a failed request: it is taken out of the balance before it is told to stop, and is given the time', () => {
    expect(manifest['spec'].strategy.rollingUpdate).toMatchObject({ maxUnavailable: 0 });
    const pause = container.lifecycle.preStop.sleep.seconds;
    expect(pause).toBeGreaterThanOrEqual(3);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(pause + 25);
  });

  test('says where it is measured', () => {
    expect(manifest['spec'].template.metadata.annotations).toEqual({
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(container.ports[0].containerPort),
      'prometheus.io/path': metricsPath,
    });
  });

  test('is bounded, and can do nothing that it does not need', () => {
    for (const bound of ['requests', 'limits'])
      expect(container.resources[bound]).toEqual({
        cpu: expect.any(String),
        memory: expect.stringMatching(/Mi$/),
      });
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
  });

  test('is spread over machines, and is found by its own selectors alone', () => {
    expect(found(manifest['spec'].selector.matchLabels)).toEqual([name]);
    const [spread] = pod.topologySpreadConstraints;
    expect(found(spread.labelSelector.matchLabels)).toEqual([name]);
    for (const kind of ['Service', 'PodDisruptionBudget']) {
      const { spec } = ofKind(kind).find(({ metadata }) => metadata.name === name) as Manifest;
      expect([kind, found(spec.selector.matchLabels ?? spec.selector)]).toEqual([kind, [name]]);
    }
  });

  test('has two at least and keeps one while machines are emptied', () => {
    const of = (kind: string) => ofKind(kind).find(({ metadata }) => metadata.name === name)?.['spec'];
    const scaler = of('HorizontalPodAutoscaler');
    expect(scaler.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name });
    expect(scaler.minReplicas).toBeGreaterThanOrEqual(2);
    expect(scaler.maxReplicas).toBeGreaterThan(scaler.minReplicas);
    expect(of('PodDisruptionBudget').maxUnavailable).toBe(1);
  });
});

test('every address of the settings is a Service and its port', () => {
  const services = ofKind('Service').map(({ metadata, spec }) => `${metadata.name}:${spec.ports[0].port}`);
  for (const name of subgraphNames) {
    const { host, pathname } = new URL(settings[`${name.toUpperCase()}_URL`] ?? '');
    expect([host, pathname]).toEqual([`hub-${name}:4000`, '/graphql']);
    expect(services).toContain(host);
  }
  for (const { spec } of ofKind('Service'))
    expect(spec.ports).toEqual([{ name: 'http', port: 4000, targetPort: 'http' }]);
  const backends = ofKind('Ingress').flatMap(({ spec }) =>
    spec.rules[0].http.paths.map((path: Manifest) => path['backend'].service),
  );
  expect(backends).toEqual([{ name: 'hub-gateway', port: { name: 'http' } }]);
});

test('the README makes every secret that is not optional, under its name and in its namespace', () => {
  const needed = deployments.flatMap(([, manifest]) =>
    containerOf(manifest)
      .env.map(
        ({ valueFrom }: { valueFrom: { secretKeyRef: { key: string; optional?: boolean } } }) =>
          valueFrom.secretKeyRef,
      )
      .filter(({ optional }: { optional?: boolean }) => optional !== true)
      .map(({ key }: { key: string }) => key),
  );
  const made = Object.keys(examples).filter((name) => name !== 'DATABASE_REPLICA_URLS');
  expect(made.sort()).toEqual([...new Set(needed)].sort());
  const [namespace] = ofKind('Namespace');
  expect(readFileSync(projectFile('README.md'), 'utf8')).toContain(
    `kubectl -n ${namespace?.metadata.name} create secret generic linkage-hub `,
  );
});

describe('network policies', () => {
  const policy = (name: string) =>
    ofKind('NetworkPolicy').find(({ metadata }) => metadata.name === name)?.['spec'];
  const portsOf = (rules: { ports: { port: number }[] }[]) =>
    rules.flatMap(({ ports }) => ports.map(({ port }) => port));

  test('deny what is not allowed, and find whom they are for', () => {
    expect(policy('default-deny')).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(found(policy('hub').podSelector.matchLabels)).toHaveLength(subgraphNames.length + 1);
    expect(found(policy('gateway').podSelector.matchLabels)).toEqual(['hub-gateway']);
    expect(found(policy('subgraph').podSelector.matchLabels).sort()).toEqual(
      subgraphNames.map((name) => `hub-${name}`).sort(),
    );
  });

  test('a gateway is asked by the ingress controller alone, a subgraph by gateways and subgraphs alone', () => {
    const [gateway] = policy('gateway').ingress;
    expect(gateway.from).toEqual([
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } },
    ]);
    const [subgraph] = policy('subgraph').ingress;
    const callers = subgraph.from.flatMap((from: { podSelector: { matchLabels: Labels } }) =>
      found(from.podSelector.matchLabels),
    );
    expect(callers.sort()).toEqual(parts.map((part) => `hub-${part}`).sort());
    expect(portsOf([gateway, subgraph])).toEqual([4000, 4000]);
  });

  test('every process is measured from, and may send traces to, one namespace', () => {
    const { podSelector, ingress, egress } = policy('monitoring');
    expect(found(podSelector.matchLabels)).toHaveLength(subgraphNames.length + 1);
    const monitoring = [
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } },
    ];
    expect([ingress[0].from, egress[0].to]).toEqual([monitoring, monitoring]);
    expect([portsOf(ingress), portsOf(egress)]).toEqual([[4000], [4318]]);
  });

  test('a gateway reaches the identity provider and no database, a subgraph a database and nothing else outside', () => {
    expect(portsOf(policy('gateway').egress)).toEqual([443]);
    expect(portsOf(policy('subgraph').egress)).toEqual([5432]);
    expect(portsOf(policy('hub').egress)).toEqual([53, 53, 4000, 6379]);
    expect(found(policy('hub').egress[1].to[0].podSelector.matchLabels)).toHaveLength(subgraphNames.length);
  });
});

test('no secret is in any file: no Secret, and nothing that looks like one', () => {
  expect(ofKind('Secret')).toEqual([]);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  for (const file of files.filter((name) => statSync(name).isFile())) {
    const text = readFileSync(file, 'utf8');
    expect([
      file,
      /kind: Secret|secretGenerator|stringData|:\/\/[^/\s]*:[^/\s]*@|[0-9a-f]{16}/.exec(text)?.[0],
    ]).toEqual([file, undefined]);
  }
  expect(Object.keys(settings).filter((name) => /SECRET|PASSWORD|KEYS|DATABASE|REDIS/.test(name))).toEqual(
    [],
  );
});
