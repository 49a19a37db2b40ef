import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector gets it. */
export interface CollectedSpan {
  /** `service.name` of the process that sent it. */
  service: string;
  name: string;
  /** 1 internal, 2 server, 3 client. */
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  attributes: Record<string, unknown>;
  isError: boolean;
}

/** Takes traces as a collector does: JSON of OTLP over HTTP. */
export interface Collector {
  url: string;
  spans: CollectedSpan[];
  /** All that it was sent, as it came. */
  texts: string[];
  /** What it answers from now on. */
  answer(status: number): void;
  stop(): void;
}

interface Value {
  stringValue?: string;
  intValue?: number | string;
  arrayValue?: { values: Value[] };
}
interface Pair {
  key: string;
  value: Value;
}
interface Sent {
  resourceSpans: {
    resource: { attributes: Pair[] };
    scopeSpans: {
      spans: (Omit<CollectedSpan, 'attributes' | 'service' | 'isError'> & {
        attributes: Pair[];
        status: { code?: number };
      })[];
    }[];
  }[];
}

/** Starts a collector. */
export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  const texts: string[] = [];
  let status = 200;
  const server = createServer((request, reply) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      if (status === 200 && request.url === '/v1/traces') {
        texts.push(text);
        spans.push(...spansIn(JSON.parse(text) as Sent));
      }
      reply.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    texts,
    answer: (next) => {
      status = next;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const spansIn = ({ resourceSpans }: Sent): CollectedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, status, name, kind, traceId, spanId, parentSpanId = '' }) => ({
        service: String(objectOf(resource.attributes)['service.name']),
        ...{ name, kind, traceId, spanId, parentSpanId },
        attributes: objectOf(attributes),
        isError: status.code === 2,
      })),
    ),
  );

const objectOf = (pairs: readonly Pair[]): Record<string, unknown> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, plain(value)]));

const plain = ({ stringValue, intValue, arrayValue }: Value): unknown =>
  arrayValue === undefined ? (stringValue ?? Number(intValue)) : arrayValue.values.map(plain);
