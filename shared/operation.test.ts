import { once } from 'node:events';
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { endOf, inOperation, operationEnds, operationSignal, untilAborted } from './operation.js';

const longMs = 30_000;

/** Asks a server that answers as it is told to; yields what is told of the answer, and how to go away. */
async function asked(): Promise<{ answer: ServerResponse; leave(): void; stop(): void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', agent: false }).on('error', () => undefined);
  sent.end();
  const [, answer] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { answer, leave: () => sent.destroy(), stop: () => void server.close() };
}

test('a query ends when its client leaves, a mutation does not', async () => {
  const { answer, leave, stop } = await asked();
  const ends = operationEnds(answer, longMs);
  const query = endOf(ends, false);
  leave();
  await once(query, 'abort');
  expect(endOf(ends, true).aborted).toBe(false);
  stop();
});

test('who has left before the operation begins has left', async () => {
  const { answer, leave, stop } = await asked();
  leave();
  await once(answer, 'close');
  expect(endOf(operationEnds(answer, longMs), false).aborted).toBe(true);
  stop();
});

test('an answer that was sent ends nothing', async () => {
  const { answer, stop } = await asked();
  const ends = operationEnds(answer, 50);
  answer.end('done');
  await once(answer, 'close');
  await pause(100);
  expect([ends.signal.aborted, ends.unawaited.aborted]).toEqual([false, false]);
  stop();
});

test('both end when their time is over, whether or not somebody waits', async () => {
  const { answer, leave, stop } = await asked();
  const ends = operationEnds(answer, 50);
  const mutation = endOf(ends, true);
  leave();
  await once(mutation, 'abort');
  stop();
});

test('a promise is waited for until the signal, and what it does later is nobody’s', async () => {
  const end = new AbortController();
  expect(await untilAborted(end.signal, Promise.resolve(7))).toBe(7);
  const waiting = untilAborted(
    end.signal,
    Promise.reject(new Error('late')).finally(() => pause(20)) as never,
  );
  end.abort();
  await expect(waiting).rejects.toBe(end.signal.reason);
  await expect(untilAborted(end.signal, Promise.resolve(7))).rejects.toBe(end.signal.reason);
});

test('what an operation does later, and in a queue, finds its signal; what others do does not', async () => {
  const { signal } = new AbortController();
  const found = inOperation(signal, async () => {
    await pause(1);
    return [
      operationSignal(),
      await new Promise((resolve) => setImmediate(() => resolve(operationSignal()))),
    ];
  });
  expect(operationSignal()).toBeUndefined();
  expect(await found).toEqual([signal, signal]);
});
