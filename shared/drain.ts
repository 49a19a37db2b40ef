import { once } from 'node:events';
import { type RequestListener, Server, type ServerResponse } from 'node:http';
import { Server as ListeningServer, type Socket } from 'node:net';
import { setImmediate as turnOfTheLoop, setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyServerFactory } from 'fastify';
import type { Logger } from './log.js';

/** What `listen` of Node makes the queue long at most: after as many turns all that waited in it is accepted, whatever came later. */
const waitingMax = 511;

/** From a connection's first moment, or a kept one's next request: within a second over any network that a dashboard works on. */
const headersMaxMs = 10_000;
/** With the body, of which 256 KiB come even over 200 kbit/s in that time; who sends slower holds a connection for nothing. */
export const requestMaxMs = 15_000;
/** Node looks for what came too slowly every 30 s, which would make of 10 s up to 40. */
const lookEveryMs = 1_000;
/** A token has at most 8 KiB; the rest of what browsers and balancers send has less. */
const headersMaxBytes = 16 * 1024;
/**
 * Balancers keep connections to a server for 60 s; one that the server closes first costs the request that is just being sent over it.
 * An idle connection holds some kilobytes, and no part of a request.
 */
const keptIdleMs = 72_000;

/** How long a server that ends waits for others; in milliseconds from the moment it begins to. */
export interface Patience {
  /** For whoever distributes requests to hear that it ends; so long it takes new connections, for one that waits at a door that closes is reset. */
  noticeMs: number;
  /** For a connection that is kept but not used: its peer closes it, or sends one more request over it. */
  idleMs: number;
  /** For a request that is being answered. */
  runningMs: number;
}

/**
 * An HTTP server that can end without failing a request. Node's own `close` ends idle connections at once, and with them a request
 * that is on its way; so do the libraries for this. Here every connection that was opened stays good for the request on it.
 */
export class DrainingServer extends Server {
  private draining = false;
  private readonly sockets = new Set<Socket>();
  private readonly answers = new Set<ServerResponse>();

  constructor(listener: RequestListener, requestMs = requestMaxMs) {
    super({
      headersTimeout: headersMaxMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: lookEveryMs,
      maxHeaderSize: headersMaxBytes,
      keepAliveTimeout: keptIdleMs,
    });
    this.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.on('request', (_request, answer) => {
      if (this.draining) return lastOnItsConnection(answer);
      this.answers.add(answer);
      answer.once('close', () => this.answers.delete(answer));
    });
    this.on('request', listener);
  }

  /** From the moment it is asked to end it is not ready, though it still answers. */
  get isDraining(): boolean {
    return this.draining;
  }

  /**
   * Refuses new connections, answers what comes over the open ones and makes each answer the last of its connection; resolves when
   * every connection is gone. Yields how many had to be cut because their patience was over.
   */
  async drain({ noticeMs, idleMs, runningMs }: Patience): Promise<number> {
    this.draining = true;
    for (const answer of this.answers) lastOnItsConnection(answer);
    let cut = 0;
    const running = setTimeout(() => {
      cut = this.sockets.size;
      this.closeAllConnections();
    }, runningMs);
    if (noticeMs > 0) await pause(noticeMs);
    await this.acceptWaiting();
    // From now on: a process that is busy takes seconds until here, and new requests came over kept connections meanwhile.
    const idle = setTimeout(() => this.closeUnused(), idleMs);
    const gone = once(this, 'close');
    ListeningServer.prototype.close.call(this);
    await gone;
    clearTimeout(idle);
    clearTimeout(running);
    return cut;
  }

  /** Accepts what the system has taken and Node has not yet, one at each turn of its loop: closing the door would reset them. */
  private async acceptWaiting(): Promise<void> {
    let quietTurns = 0;
    const note = () => {
      quietTurns = 0;
    };
    this.on('connection', note);
    for (let turn = 0; quietTurns < 3 && turn < waitingMax; turn++, quietTurns++) await turnOfTheLoop();
    this.off('connection', note);
  }

  /** A browser opens connections in advance; Node takes one over which nothing has come for busy. */
  private closeUnused(): void {
    this.closeIdleConnections();
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}

function lastOnItsConnection(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('connection', 'close');
}

/** Makes Fastify's server one that drains, whose requests may take so long to come. With a server of one's own, Fastify leaves its timeouts to it. */
export const drainingServer =
  (requestMs = requestMaxMs): FastifyServerFactory =>
  (listener) =>
    new DrainingServer(listener, requestMs);

/** Whether a server was asked to end. */
export const isDraining = ({ server }: FastifyInstance): boolean =>
  server instanceof DrainingServer && server.isDraining;

/** Ends a server: its connections first, then what its `onClose` hooks close. */
export async function endServer(server: FastifyInstance, patience: Patience, log: Logger): Promise<void> {
  const cut = server.server instanceof DrainingServer ? await server.server.drain(patience) : 0;
  if (cut > 0) log.warn({ connections: cut }, 'ended before everything was answered');
  await server.close();
}
