import * as api from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from '../log.js';
import { reporting } from './exporter.js';
import { traceStatements } from './statements.js';
import type { Attributes, Tracing, TraceSpan, Work } from './tracing.js';

/** A process that ends has been asked to within 30 s, and its last spans are worth little of it. */
const stopMaxMs = 2_000;
/** A collector that takes longer is one that is away: its batch is dropped. */
const exportTimeoutMs = 5_000;
/** Spans that wait for the collector; of more, the newest are dropped. Some 20 MB when full. */
const waitingMax = 8_192;
/** Of an attribute, characters: a statement's text says what it is by then. */
const attributeMax = 4_096;

const kinds = {
  server: api.SpanKind.SERVER,
  client: api.SpanKind.CLIENT,
  internal: api.SpanKind.INTERNAL,
};

export interface TracingOptions {
  /** Base URL of a collector that takes OTLP over HTTP. */
  endpoint: string;
  /** Names the process. */
  service: string;
  version: string;
}

/**
 * Begins to collect spans and to send them in batches, in the background. Nothing is registered globally: a process may hold several
 * hubs. Sampling, batches and headers follow OpenTelemetry's own variables (OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS, …).
 */
export function openTracing({ endpoint, service, version }: TracingOptions, log: Logger): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    spanLimits: { attributeValueLengthLimit: attributeMax },
    spanProcessors: [new BatchSpanProcessor(reporting(exporter, log), { maxQueueSize: waitingMax })],
  });
  const tracer = provider.getTracer('linkage-hub', version);
  const active = new AsyncLocalStorageContextManager();
  const tracing: Tracing = {
    begin: (work) => new HubSpan(tracer.startSpan(work.name, optionsOf(work), parentOf(work, active))),
    within: (span, run) => active.with(api.trace.setSpan(api.ROOT_CONTEXT, (span as HubSpan).span), run),
    header: () => {
      const context = api.trace.getSpanContext(active.active());
      return context === undefined ? null : written(context);
    },
    stop: async () => {
      stopStatements();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, stopMaxMs);
      });
      // What cannot be sent has been said once.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
  const stopStatements = traceStatements(tracing);
  return tracing;
}

class HubSpan implements TraceSpan {
  constructor(readonly span: api.Span) {}

  end(attributes: Attributes = {}, failure: string | null = null): void {
    this.span.setAttributes(attributes as api.Attributes);
    if (failure !== null) {
      this.span.setAttribute('error.type', failure);
      this.span.setStatus({ code: api.SpanStatusCode.ERROR });
    }
    this.span.end();
  }
}

const optionsOf = ({ kind, attributes, began }: Work): api.SpanOptions => ({
  kind: kinds[kind],
  ...(attributes === undefined ? {} : { attributes: attributes as api.Attributes }),
  ...(began === undefined ? {} : { startTime: began }),
});

function parentOf({ parent }: Work, active: AsyncLocalStorageContextManager): api.Context {
  if (parent === undefined) return active.active();
  const read = parent === null ? null : readTraceparent(parent);
  return read === null ? api.ROOT_CONTEXT : api.trace.setSpanContext(api.ROOT_CONTEXT, read);
}

const written = ({ traceId, spanId, traceFlags }: api.SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;

/** Reads a W3C `traceparent`; null for a text that is none. */
export function readTraceparent(text: string): api.SpanContext | null {
  const [, traceId = '', spanId = '', flags = ''] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ?? [];
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return api.isSpanContextValid(context) ? context : null;
}
