import type { FastifyReply } from 'fastify';
import { cacheControl, mayBeKept } from '../answer/revalidation.js';
import type { AnswerCache, Kept, Question } from './answer-cache.js';

/** Answers a question from a cache, or by making an answer, which the cache may then keep. */
export async function withCache(
  cache: AnswerCache,
  question: Question,
  reply: FastifyReply,
  make: () => Promise<string | FastifyReply>,
): Promise<string | Buffer | FastifyReply> {
  const began = performance.now();
  const looking = cache.find(question);
  const found = looking instanceof Promise ? await looking : looking;
  if (found.entry !== null) return give(found, question, reply, began);
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
  { entry, contentType, body }: Kept,
  { request, context }: Question,
  reply: FastifyReply,
  began: number,
): Promise<Buffer> {
  const { record, operation, spending, viewer } = context;
  operation.cost = entry.cost;
  record.operationType = 'query';
  await spending.spend(entry.cost);
  const answer = body();
  record.outcome = 'ok';
  record.operationSeconds = (performance.now() - began) / 1_000;
  const isKept = mayBeKept(request.method, operation);
  void reply.header('content-type', contentType).header('cache-control', cacheControl(isKept, viewer));
  if (isKept) void reply.header('etag', entry.etag);
  return answer;
}
