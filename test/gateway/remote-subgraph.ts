// How the hub's processes ask each other: what is repeated, what is not, what is joined, and when a subgraph is left alone.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sha256Hex } from '#shared/hash.js';
import { internalHeaders } from '#shared/internal-calls.js';
import { defaultLimits, type Limits } from '#shared/limits.js';
import { createLog } from '#shared/log.js';
import { unknownDocument } from '#shared/remote/document-id.js';
import { type RemoteSubgraph, remoteSubgraph } from '#shared/remote/subgraph.js';
import { anonymous } from '#shared/viewer.js';
import { internalKey } from '../kit/calls.js';
import { eventually } from '../kit/eventually.js';
import { faults, type FaultyProxy, faultyProxy, type Misbehave } from '../kit/faults.js';
import { freePorts } from '../kit/process.js';
import { viewerAs } from '../kit/subgraphs.js';

const headers = internalHeaders([internalKey('first')]);
const log = createLog('silent');
const query = '{ partners { totalCount } }';
const question = { query, viewer: anonymous };
const mutation = { query: 'mutation { withdraw }', isMutation: true, viewer: viewerAs('admin') };

const answer: Misbehave = (response) =>
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end('{"data":{"partners":{"totalCount":7}}}');
const reset: Misbehave = (response) => response.socket?.resetAndDestroy();

let one: FaultyProxy;
let other: FaultyProxy;
const opened: RemoteSubgraph[] = [];
beforeEach(async () => {
  [one, other] = await Promise.all([faultyProxy('http://127.0.0.1:1'), faultyProxy('http://127.0.0.1:1')]);
  for (const proxy of [one, other]) proxy.behave(answer);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((remote) => remote.close()));
  await Promise.all([one.stop(), other.stop()]);
});
function open(...urls: string[]): RemoteSubgraph {
  const remote = remoteSubgraph({ name: 'partners', urls, headers, log });
  opened.push(remote);
  return remote;
}
const unavailable = { extensions: { code: 'UNAVAILABLE' } };

describe('a broken connection', () => {
  test('has a query sent once more, and no more than once', async () => {
    one.behave(reset);
    await expect(open(one.url).ask(question)).rejects.toMatchObject(unavailable);
    expect(one.requests()).toBe(2);
  });

  test('has a query answered by another process', async () => {
    one.behave(reset);
    const remote = open(one.url, other.url);
    for (let times = 0; times < 4; times += 1) expect((await remote.ask(question)).answer.data).toBeDefined();
    expect(one.requests()).toBeGreaterThan(0);
  });

  test('never has a mutation sent again, and the answer says that its outcome is not known', async () => {
    one.behave(reset);
    other.behave(reset);
    await expect(open(one.url, other.url).ask(mutation)).rejects.toThrow(
      /Whether the change was made is not known: repeat it with the same idempotencyKey/,
    );
    expect(one.requests() + other.requests()).toBe(1);
  });

  test('that could not even be made has a mutation sent to another process: nothing of it had left', async () => {
    const [closed] = await freePorts(1);
    const remote = open(`http://127.0.0.1:${closed}/graphql`, other.url);
    for (let times = 0; times < 4; times += 1) await remote.ask(mutation);
    expect(other.requests()).toBe(4);
  });

  test.each(['says 503', 'answers HTML', 'redirects elsewhere'] as const)(
    'is not what a subgraph has that %s: it is asked once',
    async (fault) => {
      one.behave(faults[fault]);
      await expect(open(one.url).ask(question)).rejects.toMatchObject(unavailable);
      expect(one.requests()).toBe(1);
    },
  );
});

/** Answers only when it is told to. */
function heldBack(): () => void {
  const waiting: (() => void)[] = [];
  one.behave((response, incoming) => waiting.push(() => answer(response, incoming)));
  return () => waiting.splice(0).forEach((send) => send());
}

describe('equal questions at the same time', () => {
  test('of one viewer are asked once, and each gets an answer of its own', async () => {
    const release = heldBack();
    const remote = open(one.url);
    const asked = Array.from({ length: 20 }, () => remote.ask(question));
    await eventually(() => one.requests() === 1);
    release();
    const answers = await Promise.all(asked);
    expect(one.requests()).toBe(1);
    expect(new Set(answers.map(({ answer: { data } }) => data)).size).toBe(20);
    expect(answers[19]?.answer.data).toEqual({ partners: { totalCount: 7 } });
  });

  test('of different viewers, with different variables, or by whoever may write, are asked each', async () => {
    const remote = open(one.url);
    const finance = viewerAs('finance');
    await Promise.all([
      remote.ask(question),
      remote.ask({ ...question, viewer: viewerAs('viewer') }),
      remote.ask({ ...question, viewer: viewerAs('viewer', { subject: 'another' }) }),
      remote.ask({ ...question, variables: { first: 1 } }),
      remote.ask({ ...question, viewer: finance }),
      remote.ask({ ...question, viewer: finance }),
    ]);
    expect(one.requests()).toBe(6);
  });

  test('one after the other are asked anew', async () => {
    const remote = open(one.url);
    await remote.ask(question);
    await remote.ask(question);
    expect(one.requests()).toBe(2);
  });
});

describe('a question that nobody waits for any longer', () => {
  /** Tells when the connection of a request is closed. */
  function closings(): () => number {
    let closed = 0;
    one.behave((response) => response.on('close', () => (closed += 1)));
    return () => closed;
  }
  const rejection = (asked: Promise<unknown>) => expect(asked).rejects.toMatchObject(unavailable);

  test('is given up on the wire; one that is asked afterwards is asked anew', async () => {
    const closed = closings();
    const remote = open(one.url);
    const end = new AbortController();
    const asked = rejection(remote.ask({ ...question, signal: end.signal }));
    await eventually(() => one.requests() === 1);
    end.abort();
    await asked;
    await eventually(() => closed() === 1);
    one.behave(answer);
    expect((await remote.ask(question)).answer.data).toBeDefined();
    expect(one.requests()).toBe(2);
  });

  test('goes on while one of those who joined it waits', async () => {
    const release = heldBack();
    const remote = open(one.url);
    const [first, second] = [new AbortController(), new AbortController()];
    const leaving = [first, second].map(({ signal }) => rejection(remote.ask({ ...question, signal })));
    const patient = remote.ask(question);
    await eventually(() => one.requests() === 1);
    first.abort();
    second.abort();
    await Promise.all(leaving);
    release();
    expect((await patient).answer.data).toEqual({ partners: { totalCount: 7 } });
    expect(one.requests()).toBe(1);
  });

  test('says nothing about the subgraph: no circuit opens', async () => {
    const closed = closings();
    const remote = open(one.url);
    for (let times = 1; times <= 20; times += 1) {
      const end = new AbortController();
      const asked = rejection(remote.ask({ ...question, signal: end.signal }));
      await eventually(() => one.requests() === times);
      end.abort();
      await asked;
    }
    await eventually(() => closed() === 20);
    one.behave(answer);
    expect((await remote.ask(question)).answer.data).toBeDefined();
  });
});

test('a subgraph has as long as the limits say, and may answer as much', async () => {
  const limited = (limits: Partial<Limits>): RemoteSubgraph => {
    const all = { ...defaultLimits, ...limits };
    const remote = remoteSubgraph({ name: 'partners', urls: [one.url], headers, log, limits: all });
    opened.push(remote);
    return remote;
  };
  await expect(limited({ answerBytes: 20 }).ask(question)).rejects.toMatchObject(unavailable);
  await limited({ answerBytes: 200 }).ask(question);
  heldBack();
  const began = performance.now();
  await expect(limited({ subgraphMs: 100 }).ask(question)).rejects.toMatchObject(unavailable);
  expect(performance.now() - began).toBeLessThan(2_000);
});

describe('the circuit', () => {
  const fail = async (remote: RemoteSubgraph, times: number) => {
    for (let time = 0; time < times; time += 1) await remote.ask(question).catch(() => undefined);
  };

  test('opens when a subgraph keeps failing, so that it is left alone, and closes within 5 s of its recovery', async () => {
    const remote = open(one.url);
    one.behave(faults['says 503']);
    await fail(remote, 5);
    const asked = one.requests();
    await fail(remote, 20);
    expect(one.requests()).toBe(asked);
    one.behave(answer);
    await eventually(() => remote.ask(question).catch(() => null), 5_000);
    expect((await remote.ask(question)).answer.data).toEqual({ partners: { totalCount: 7 } });
  });

  test('is one for each process: the others are asked', async () => {
    const remote = open(one.url, other.url);
    one.behave(faults['says 503']);
    await fail(remote, 12);
    const failed = one.requests();
    const answered = other.requests();
    for (let times = 0; times < 10; times += 1) await remote.ask(question);
    expect(one.requests()).toBe(failed);
    expect(other.requests()).toBe(answered + 10);
  });

  test('is not opened by refused connections: a process is asked the moment it is back', async () => {
    const [port] = await freePorts(1);
    const remote = open(`http://127.0.0.1:${port}/graphql`);
    await fail(remote, 20);
    const back = createServer((incoming, response) => answer(response, incoming)).listen(port, '127.0.0.1');
    await once(back, 'listening');
    expect((await remote.ask(question)).answer.data).toEqual({ partners: { totalCount: 7 } });
    back.close();
    back.closeAllConnections();
  });

  test('hostile case 72: a subgraph that flaps never has a mutation repeated, and is asked again soon each time', async () => {
    const remote = open(one.url);
    let outcomes = 0;
    for (const behaviour of [reset, answer, reset, answer]) {
      one.behave(behaviour);
      const before = one.requests();
      for (let times = 0; times < 6; times += 1)
        await remote.ask(mutation).then(
          () => (outcomes += 1),
          () => undefined,
        );
      expect(one.requests() - before).toBeLessThanOrEqual(6);
      if (behaviour === answer) await eventually(() => remote.ask(question).catch(() => null), 5_000);
    }
    expect(outcomes).toBeGreaterThan(0);
  });
});

describe('many questions', () => {
  const ask = (remote: RemoteSubgraph, count: number) =>
    Array.from({ length: count }, (_each, first) => remote.ask({ ...question, variables: { first } }));

  test('run no more at once than a subgraph can answer; the others wait their turn', async () => {
    const release = heldBack();
    const asked = ask(open(one.url), 200);
    await eventually(() => one.requests() >= 32);
    // Whatever else was on its way has come before this one.
    const last = fetch(one.url, { method: 'POST' });
    await eventually(() => one.requests() >= 33);
    expect(one.requests()).toBe(33);
    one.behave(answer);
    release();
    await Promise.all([...asked, last]);
    expect(one.requests()).toBe(201);
  });

  test('that could not be served in time are refused at once', async () => {
    const release = heldBack();
    const settled = ask(open(one.url), 600).map((each) =>
      each.then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(await Promise.race(settled)).toBe('refused');
    one.behave(answer);
    release();
    const outcomes = await Promise.all(settled);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(600 - 512);
  });
});

test('a document is sent once, and then its hash, until a process says that it does not know it', async () => {
  const bodies: { query?: string; documentId?: string }[] = [];
  let isForgetful = false;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(String(Buffer.concat(chunks))) as (typeof bodies)[number];
      bodies.push(body);
      response.setHeader('content-type', 'application/json');
      response.end(isForgetful && body.query === undefined ? unknownDocument : '{"data":{"partners":null}}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const remote = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  const ask = async () => {
    bodies.length = 0;
    expect((await remote.ask(question)).answer).toEqual({ data: { partners: null } });
    return bodies.map((body) => (body.query === undefined ? 'hash' : 'text'));
  };
  try {
    expect(await ask()).toEqual(['text']);
    expect(await ask()).toEqual(['hash']);
    expect(bodies[0]?.documentId).toBe(sha256Hex(query));
    isForgetful = true;
    expect(await ask()).toEqual(['hash', 'text']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
