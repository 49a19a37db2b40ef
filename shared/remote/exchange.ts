import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';

/** A request to a subgraph that got no usable answer; the message is for the log. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    /** Whether the subgraph may have acted on the request: not when no connection could be made. */
    readonly sent: boolean,
    /** Whether the connection failed, rather than what came over it. */
    readonly connection: boolean = false,
    /** Whether the machine said at once that nobody listens there. */
    readonly refused: boolean = false,
    /** Whether nobody waited for the answer any longer: that says nothing about the subgraph. */
    readonly abandoned: boolean = false,
  ) {
    super(message);
  }
}

export interface Exchange {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  /** Ends the exchange, wherever it is; by a TimeoutError when the subgraph had its time. */
  signal: AbortSignal;
  answerMaxBytes: number;
}

/** Posts one request and yields its answer as it came. Throws NoAnswer for all that is not a whole JSON answer of bounded size. */
export async function exchange(pool: Pool, asked: Exchange): Promise<Buffer> {
  const { path, body, signal } = asked;
  // A compressed answer could unfold to any size; between the hub's own machines it gains little.
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity', ...asked.headers };
  const receiving = new Receiving(asked);
  const leave = () => receiving.fail(signal.reason as Error);
  try {
    signal.throwIfAborted();
    signal.addEventListener('abort', leave, { once: true });
    pool.dispatch({ path, method: 'POST', headers, body }, receiving);
    return await receiving.whole;
  } catch (error) {
    throw error instanceof NoAnswer ? error : failure(error as Error & { code?: string }, signal);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Puts one answer together as it comes: a stream between would cost more than all that is done with it here. */
class Receiving implements Dispatcher.DispatchHandler {
  readonly whole: Promise<Buffer>;
  private settle!: { resolve(whole: Buffer): void; reject(error: Error): void };
  private controller: Dispatcher.DispatchController | null = null;
  private failed: Error | null = null;
  private readonly chunks: Buffer[] = [];
  private bytes = 0;

  constructor(private readonly asked: Pick<Exchange, 'answerMaxBytes'>) {
    this.whole = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  /** Ends the exchange, and with it the connection: the rest of the answer is not read. */
  fail(error: Error): void {
    this.failed ??= error;
    this.settle.reject(this.failed);
    this.controller?.abort(this.failed);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failed !== null) controller.abort(this.failed);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // What comes before the answer itself (103 and the like) says nothing.
    if (status < 200) return;
    const mistake = mistakeIn(status, headers, this.asked.answerMaxBytes);
    if (mistake !== null) this.fail(new NoAnswer(mistake, true));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { answerMaxBytes } = this.asked;
    this.bytes += chunk.length;
    if (this.bytes > answerMaxBytes) this.fail(new NoAnswer(tooLong(answerMaxBytes), true));
    if (this.failed === null) this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const { chunks, bytes } = this;
    this.settle.resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, bytes));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.settle.reject(error);
  }
}

function mistakeIn(status: number, headers: IncomingHttpHeaders, maxBytes: number): string | null {
  // Redirects among them: a request with a viewer in it goes nowhere else.
  if (status !== 200) return `status ${status}`;
  const type = String(headers['content-type'] ?? 'none');
  if (!/^application\/(graphql-response\+)?json\b/i.test(type)) return `content of the type ${type}`;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return `content encoded as ${String(encoding)}`;
  return Number(headers['content-length'] ?? 0) > maxBytes ? tooLong(maxBytes) : null;
}

const tooLong = (maxBytes: number) => `an answer of more than ${maxBytes} bytes`;

/** No connection was made, so nothing of the request left this process. */
const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** The connection broke on the way. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET']);

function failure(error: Error & { code?: string }, signal: AbortSignal): NoAnswer {
  if (signal.aborted) {
    const isOver = (signal.reason as Error).name === 'TimeoutError';
    return isOver
      ? new NoAnswer('no answer in time', true)
      : new NoAnswer('nobody waits for the answer any longer', true, false, false, true);
  }
  const { code = '' } = error;
  return new NoAnswer(
    `${code} ${error.message}`.trim(),
    !unconnected.has(code),
    unconnected.has(code) || broken.has(code),
    code === 'ECONNREFUSED',
  );
}
