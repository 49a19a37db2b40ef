import type { FastifyReply } from 'fastify';
import { cacheControl, isKnown, mayBeKept, variesBy } from '../answer/revalidation.js';
import type { AnswerCache, Found, Kept, Missed, Question } from './answer-cache.js';

/** Answers a question from a cache, or by making an answer, which the cache may then keep. */
export async function withCache(
  cache: AnswerCache,
  question: Question,
  reply: FastifyReply,
  make: () => Promise<string | FastifyReply>,
): Promise<string | Buffer | FastifyReply> {
  const began = performance.now();
  const looking: Found | Promise<Found> = cache.find(question);
  const found = looking instanceof Promise ? await looking : looking;
  return found.entry === null ? makeAndKeep(found, reply, make) : give(found, question, reply, began);
}

async function makeAndKeep(
  found: Missed,
  reply: FastifyReply,
  make: () => Promise<string | FastifyReply>,
): Promise<string | FastifyReply> {
  let text: string | null = null;
  try {
    const answer = await make();
    if (typeof answer === 'string' && reply.statusCode === 200) text = answer;
    return answer;
  } finally {
    found.made(text === null ? null : { text, contentType: String(reply.getHeader('content-type')) });
  }
}

/** Gives a kept answer: it costs and counts as much as one that is made, and says the same of who may keep it. */
async function give(
  { entry, contentType, parts }: Kept,
  { request, context }: Question,
  reply: FastifyReply,
  began: number,
): Promise<Buffer | FastifyReply> {
  const { record, operation, spending, viewer } = context;
  operation.cost = entry.cost;
  record.operationType = 'query';
  await spending.spend(entry.cost);
  const [head, tail] = parts();
  record.outcome = 'ok';
  record.operationSeconds = (performance.now() - began) / 1_000;
  const isKept = mayBeKept(request.method, operation);
  void reply.header('content-type', contentType).header('cache-control', cacheControl(isKept, viewer));
  if (isKept) void reply.header('etag', entry.etag);
  const { 'accept-encoding': encoding, 'if-none-match': known } = request.headers;
  const isHeld = isKept && isKnown(entry.etag, known);
  // Whoever takes it compressed, or has it, is answered as with an answer that was made.
  if (isHeld) return Buffer.alloc(0);
  if (encoding !== undefined && encoding !== 'identity') return Buffer.concat([head, Buffer.from(tail)]);
  return send(reply, head, tail, isKept);
}

/** Sends an answer without a copy of it: to put the parts together costs as much as all the rest. */
function send(reply: FastifyReply, head: Buffer, tail: string, isKept: boolean): FastifyReply {
  if (isKept) void reply.header('vary', variesBy(reply.getHeader('vary')));
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-length': head.length + Buffer.byteLength(tail),
  } as never);
  raw.write(head);
  raw.end(tail);
  return reply;
}
