import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { request } from 'undici';

/** What must never reach a client, whatever a subgraph says. */
export const secret = 'password=hunter2 at 10.1.2.3:5432, phone 13900001111';
const message = `select * from donor where ${secret}`;

/** What a subgraph does with a request. */
export type Misbehave = (response: ServerResponse, incoming: IncomingMessage) => unknown;

const json = (body: unknown, status = 200): Misbehave => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(text);
};

/** Made once: that takes longer than to refuse it. */
let bomb: Buffer | undefined;

/** Ways in which a subgraph fails (hostile case 71, and some more). */
export const faults = {
  'is not there': (response) => response.socket?.destroy(),
  'resets in the middle of its answer': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":', () => response.socket?.resetAndDestroy());
  },
  'says 500 with secrets': json({ errors: [{ message }], data: null }, 500),
  'says 503': json({ data: {} }, 503),
  'answers HTML': (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${secret}</h1>`),
  'answers nothing at all': json(''),
  'answers half of its JSON': json('{"data":{"organizations":{"nodes":[{"name":"'),
  'answers with text for data': json({ data: secret }),
  'answers with a list for data': json({ data: [secret] }),
  'answers null': json('null'),
  'answers {}': json({}),
  'answers {"data":null}': json({ data: null }),
  'answers no field that was asked': json({ data: {} }),
  'answers a key __proto__': json('{"data":{"__proto__":{"polluted":true}}}'),
  'redirects elsewhere': (response, { headers }) =>
    response.writeHead(307, { location: `http://${headers.host}/elsewhere` }).end(),
  'answers 150 MB': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(1 << 20, 'a');
    response.write('{"data":{"x":"');
    let left = 150;
    const more = () => {
      while (left > 0 && response.write(chunk)) left -= 1;
      if (left > 0) response.once('drain', more);
      else response.end('"}}');
    };
    more();
  },
  'answers a gzip bomb': (response) => {
    bomb ??= gzipSync(`{"data":{"x":"${'a'.repeat(32 << 20)}"}}`);
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
  },
  'answers an error that nobody may see': json({
    data: null,
    errors: [{ message, extensions: { code: 'SQL', sql: message } }],
  }),
  'refuses our key': json({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }, 401),
} as const satisfies Record<string, Misbehave>;

/** Ways that take until the deadline. */
export const slowFaults = {
  hangs: () => undefined,
  'dribbles a byte at a time': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(timer));
  },
} as const satisfies Record<string, Misbehave>;

/** A server between the hub and a subgraph that can misbehave. */
export interface FaultyProxy {
  url: string;
  /** How many requests came, also to other paths. */
  requests(): number;
  /** What it does with requests from now on; null passes them on. */
  behave(as: Misbehave | null): void;
  stop(): Promise<void>;
}

/** Serves in front of a subgraph's server. */
export async function faultyProxy(target: string): Promise<FaultyProxy> {
  let [behaviour, requests]: [Misbehave | null, number] = [null, 0];
  const server: Server = createServer((incoming, response) => {
    requests += 1;
    if (behaviour === null) void pass(target, incoming, response);
    else behaviour(response, incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests: () => requests,
    behave: (as) => {
      behaviour = as;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(target: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = { ...incoming.headers };
  // They are about this hop.
  for (const name of ['connection', 'host']) delete headers[name];
  const answer = await request(`${target}${incoming.url}`, {
    method: incoming.method as 'POST',
    headers: headers as Record<string, string>,
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type']) });
  response.end(Buffer.from(await answer.body.arrayBuffer()));
}
