import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { measureDatabase } from './database.js';
import { measureImports } from './imports.js';

/** The hub's version, as its package says. */
export const hubVersion: string = (
  JSON.parse(readFileSync(findPackageJSON('.', import.meta.url) as string, 'utf8')) as { version: string }
).version;

/** Boundaries of a latency histogram in seconds, as OpenTelemetry advises for HTTP servers. */
export const latencyBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

let ofProcess: Registry | null = null;

/** What is of the process, however many hubs are in it: Node.js itself, and the database's driver, whose hooks are the process's. */
function processRegistry(): Registry {
  if (ofProcess !== null) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  new Gauge({
    name: 'hub_build_info',
    help: 'The version that runs; the value is always 1.',
    labelNames: ['version'],
    registers: [ofProcess],
  }).set({ version: hubVersion }, 1);
  measureDatabase(ofProcess);
  measureImports(ofProcess);
  return ofProcess;
}

/** Opens the registry of one hub. The first one begins to measure the process. */
export function openRegistry(): Registry {
  processRegistry();
  return new Registry();
}

/** Writes a hub's measurements and the process's in Prometheus' text format. */
export async function metricsText(registry: Registry): Promise<string> {
  return `${await registry.metrics()}\n${await processRegistry().metrics()}`;
}

/** Makes metrics once per registry: whoever measures may be opened anew, for instance with another supergraph. */
export function perRegistry<Metrics>(make: (registry: Registry) => Metrics): (registry: Registry) => Metrics {
  const made = new WeakMap<Registry, Metrics>();
  return (registry) => {
    const known = made.get(registry) ?? make(registry);
    made.set(registry, known);
    return known;
  };
}
