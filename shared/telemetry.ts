import type { Registry } from 'prom-client';
import type { Env } from './env.js';
import type { Logger } from './log.js';
import { metricsFromDefault } from './metrics/networks.js';
import { hubVersion, openRegistry } from './metrics/registry.js';
import type { TracingOptions } from './tracing/open.js';
import type { Tracing } from './tracing/tracing.js';

/** What an operator sees of a hub, besides its log. */
export interface Telemetry {
  /** What is measured; one per hub. */
  registry: Registry;
  /** Who may read it: addresses and networks. */
  metricsFrom: readonly string[];
  /** Null where nobody collects traces: then nothing of it is loaded. */
  tracing: Tracing | null;
}

/** Opens what the environment asks for; `service` names the process in traces. */
export async function openTelemetry(
  env: Pick<Env, 'METRICS_FROM' | 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
  service: string,
  log: Logger,
): Promise<Telemetry> {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  return {
    registry: openRegistry(),
    metricsFrom: env.METRICS_FROM,
    tracing: endpoint === undefined ? null : await traced({ endpoint, service, version: hubVersion }, log),
  };
}

/** Measures, and lets this machine and private networks read it. */
export const plainTelemetry = (): Telemetry => ({
  registry: openRegistry(),
  metricsFrom: metricsFromDefault,
  tracing: null,
});

async function traced(of: TracingOptions, log: Logger): Promise<Tracing> {
  // Some hundred modules, for those who collect traces alone.
  const { openTracing } = await import('./tracing/open.js');
  return openTracing(of, log);
}
