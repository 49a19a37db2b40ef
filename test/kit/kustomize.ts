import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** A Kubernetes object as a manifest says it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  // Each kind has its own; the tests read what the schema has found to be there.
  [part: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

interface Kustomization {
  resources?: string[];
  nameSuffix?: string;
  labels?: { pairs: Record<string, string>; includeSelectors: true }[];
  patches?: { target: { kind: string }; patch: string }[];
  configMapGenerator?: { name: string; behavior?: 'merge'; literals: string[] }[];
  images?: { name: string; newName: string; newTag: string }[];
  namespace?: string;
}
const known = 'apiVersion kind resources nameSuffix labels patches configMapGenerator images namespace'.split(
  ' ',
);

/**
 * Renders a folder as `kubectl kustomize` does, as far as ours need it (a test compares the two where kubectl is): without the hash
 * in a ConfigMap's name, and the namespace only by name. Throws for what it does not know.
 */
export function renderKustomization(folder: string): Manifest[] {
  const kustomization = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as Kustomization;
  const unknown = Object.keys(kustomization).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`${folder}: what is ${unknown.join(', ')}?`);
  let manifests = (kustomization.resources ?? []).flatMap((resource) => read(join(folder, resource)));
  for (const { target, patch } of kustomization.patches ?? [])
    for (const manifest of manifests.filter(({ kind }) => kind === target.kind)) apply(manifest, patch);
  for (const { pairs } of kustomization.labels ?? []) manifests.forEach((manifest) => label(manifest, pairs));
  for (const { name, literals } of kustomization.configMapGenerator ?? [])
    manifests = withSettings(manifests, name, literals);
  for (const { name, newName, newTag } of kustomization.images ?? [])
    for (const { image, ...container } of containersOf(manifests))
      if (image.split(':')[0] === name) container.set(`${newName}:${newTag}`);
  if (kustomization.nameSuffix !== undefined) rename(manifests, kustomization.nameSuffix);
  return manifests;
}

function read(path: string): Manifest[] {
  if (statSync(path).isDirectory()) return renderKustomization(path);
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Manifest);
}

/** A JSON patch (RFC 6902) of `add` operations. */
function apply(manifest: Manifest, patch: string): void {
  for (const { op, path, value } of parse(patch) as { op: string; path: string; value: unknown }[]) {
    if (op !== 'add') throw new Error(`A patch has ${op}.`);
    const steps = path.split('/').slice(1);
    const last = steps.pop() as string;
    const place = steps.reduce<Record<string, unknown>>((at, step) => at[step] as never, manifest);
    if (last === '-') (place as unknown as unknown[]).push(value);
    else place[last] = value;
  }
}

/** Labels an object, what its template makes, and whatever it selects by. */
function label(manifest: Manifest, pairs: Record<string, string>): void {
  manifest.metadata.labels = { ...manifest.metadata.labels, ...pairs };
  const { spec } = manifest;
  if (manifest.kind === 'Service') Object.assign(spec.selector, pairs);
  if (spec.selector?.matchLabels !== undefined) Object.assign(spec.selector.matchLabels, pairs);
  if (spec.template === undefined) return;
  Object.assign(spec.template.metadata.labels, pairs);
  for (const { labelSelector } of spec.template.spec.topologySpreadConstraints)
    Object.assign(labelSelector.matchLabels, pairs);
}

function withSettings(manifests: Manifest[], name: string, literals: string[]): Manifest[] {
  const data = Object.fromEntries(
    literals.map((literal) => [literal.split('=', 1)[0] as string, literal.slice(literal.indexOf('=') + 1)]),
  );
  const found = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  if (found === undefined)
    return [...manifests, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data }];
  Object.assign(found['data'], data);
  return manifests;
}

/** Every container, with a way to give it another image. */
function containersOf(manifests: Manifest[]): { image: string; set(image: string): void }[] {
  return manifests
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ spec }) => spec.template.spec.containers as { image: string }[])
    .map((container) => ({
      image: container.image,
      set: (image: string) => {
        container.image = image;
      },
    }));
}

function rename(manifests: Manifest[], suffix: string): void {
  for (const { kind, metadata, spec } of manifests) {
    metadata.name += suffix;
    if (kind === 'HorizontalPodAutoscaler') spec.scaleTargetRef.name += suffix;
  }
}
