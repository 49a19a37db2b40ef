import type { IncomingHttpHeaders } from 'node:http';
import type { Pool } from 'undici';

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
  body: string;
  /** Ends the exchange, wherever it is; by a TimeoutError when the subgraph had its time. */
  signal: AbortSignal;
  answerMaxBytes: number;
}

/** Posts one request and yields the text of its answer. Throws NoAnswer for all that is not a whole JSON answer of bounded size. */
export async function exchange(
  pool: Pool,
  { path, headers, body, signal, answerMaxBytes }: Exchange,
): Promise<string> {
  try {
    const answer = await pool.request({
      path,
      method: 'POST',
      // A compressed answer could unfold to any size; between the hub's own machines it gains little.
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', ...headers },
      body,
      signal,
    });
    const mistake = mistakeIn(answer.statusCode, answer.headers, answerMaxBytes);
    if (mistake !== null) {
      answer.body.destroy();
      // Errors of a destroyed body reach nobody else.
      answer.body.on('error', () => undefined);
      throw new NoAnswer(mistake, true);
    }
    return await textOf(answer.body, answerMaxBytes);
  } catch (error) {
    throw error instanceof NoAnswer ? error : failure(error as Error & { code?: string }, signal);
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

async function textOf(body: AsyncIterable<Buffer>, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop by an error destroys the connection: the rest of the answer is not read.
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new NoAnswer(tooLong(maxBytes), true);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Buffer).toString() : Buffer.concat(chunks, bytes).toString();
}

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
