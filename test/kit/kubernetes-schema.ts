import type { Manifest } from './kustomize.js';

interface Validator {
  (data: unknown): boolean;
  errors?: { instancePath: string; message?: string; keyword: string; params: object }[] | null;
}

/** The OpenAPI schema of each kind that the hub's manifests have. */
const schemas: Record<string, string> = {
  Namespace: 'CoreV1Namespace',
  ConfigMap: 'CoreV1ConfigMap',
  Service: 'CoreV1Service',
  Deployment: 'AppsV1Deployment',
  PodDisruptionBudget: 'PolicyV1PodDisruptionBudget',
  HorizontalPodAutoscaler: 'AutoscalingV2HorizontalPodAutoscaler',
  NetworkPolicy: 'NetworkingV1NetworkPolicy',
  Ingress: 'NetworkingV1Ingress',
};

/** Yields what a manifest has that Kubernetes' schema does not allow: wrong values, missing fields, and fields that it does not know. */
export async function schemaMistakes(manifest: Manifest): Promise<string[]> {
  const schema = schemas[manifest.kind];
  if (schema === undefined) return [`no schema for ${manifest.kind}`];
  const { validate } = (await import(`kubernetes-models/_schemas/IoK8sApi${schema}`)) as {
    validate: Validator;
  };
  const seen = new Set<string>();
  validate(watched(manifest, '', seen));
  const wrong = (validate.errors ?? []).map(
    ({ instancePath, message, keyword, params }) =>
      `${instancePath}: ${message ?? keyword} ${JSON.stringify(params)}`,
  );
  const unknown = pathsOf(manifest, '').filter((path) => !seen.has(path));
  return [...wrong, ...unknown.map((path) => `${path}: no such field`)];
}

/**
 * The schema lets fields pass that it does not know, as the API server does by default, and a mistyped `readinesProbe` would be none.
 * But a validator looks at every field that its schema has: what it never looks at, is unknown.
 */
function watched<T>(value: T, path: string, seen: Set<string>): T {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return found;
      seen.add(`${path}/${key}`);
      return watched(found, `${path}/${key}`, seen);
    },
  });
}

function pathsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    `${path}/${key}`,
    ...pathsOf(part, `${path}/${key}`),
  ]);
}
