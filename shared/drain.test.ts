import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { DrainingServer, type Patience } from './drain.js';

const long: Patience = { noticeMs: 0, idleMs: 30_000, runningMs: 30_000 };
const cleanups: (() => unknown)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** A server that answers a request when it is told to; the port it listens on, and a client that keeps one connection. */
async function serve() {
  const waiting: (() => void)[] = [];
  const server = new DrainingServer(({ url }, answer) => {
    if (url === '/slow') waiting.push(() => answer.end('done'));
    else answer.end('done');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (path: string): ClientRequest => request({ port, path, agent, host: '127.0.0.1' }).end();
  cleanups.push(
    () => agent.destroy(),
    () => server.closeAllConnections(),
  );
  return { server, port, send, finish: () => waiting.splice(0).forEach((answer) => answer()) };
}

async function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

test('a kept connection may send one more request after the server is asked to end; a new one is refused', async () => {
  const { server, port, send } = await serve();
  expect((await answerTo(send('/'))).headers.connection).toBe('keep-alive');
  const drained = server.drain(long);
  while (server.listening) await turnOfTheLoop();
  const late = send('/');
  expect((await answerTo(late)).headers.connection).toBe('close');
  expect(late.reusedSocket).toBe(true);
  expect(await drained).toBe(0);
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('an answer that is on its way is the last of its connection', async () => {
  const { server, send, finish } = await serve();
  const slow = send('/slow');
  await once(server, 'request');
  const drained = server.drain({ ...long, idleMs: 0 });
  expect(server.isDraining).toBe(true);
  const answer = answerTo(slow);
  finish();
  expect((await answer).headers.connection).toBe('close');
  expect(await drained).toBe(0);
});

test('until its notice is over it takes new connections, each for one request', async () => {
  const { server, port } = await serve();
  const drained = server.drain({ ...long, noticeMs: 1_000 });
  // Longer than what waits at a door is let in.
  for (let turn = 0; turn < 20; turn += 1) await turnOfTheLoop();
  const agent = new Agent({ keepAlive: true });
  const sent = request({ port, agent, host: '127.0.0.1' }).end();
  expect((await answerTo(sent)).headers.connection).toBe('close');
  expect(sent.reusedSocket).toBe(false);
  expect(await drained).toBe(0);
});

test('a connection that nobody uses, or ever used, is closed when the patience for idle ones is over', async () => {
  const { server, port, send } = await serve();
  await answerTo(send('/'));
  const inAdvance = connect(port, '127.0.0.1');
  await once(server, 'connection');
  expect(await server.drain({ ...long, idleMs: 10 })).toBe(0);
  inAdvance.destroy();
});

test('a request that does not end is cut when the patience for running ones is over', async () => {
  const { server, send } = await serve();
  const slow = send('/slow');
  await once(server, 'request');
  const broken = expect(answerTo(slow)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await server.drain({ noticeMs: 0, idleMs: 10, runningMs: 20 })).toBe(1);
  await broken;
});
