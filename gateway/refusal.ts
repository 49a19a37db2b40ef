import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { type ErrorCode, HubError, maskError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import type { Asking } from './source.js';
import { recordOf } from './telemetry/record.js';

const statusOf: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  PERSISTED_ONLY: 400,
  LIMIT_EXCEEDED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Answers a request that no operation will answer, in the API's own form. */
export function refuse(reply: FastifyReply, error: HubError): FastifyReply {
  const { code, retryAfter, http } = error.extensions as {
    code: ErrorCode;
    retryAfter?: number;
    http?: Http;
  };
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  if (code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer');
  return reply
    .status(http?.status ?? statusOf[code] ?? 500)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(bodyOf(error));
}

interface Http {
  status?: number;
}

/** Answers a request whose path cannot be read, which Fastify does before any handler is asked. */
export const answerUnroutable = (
  _error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void => {
  void refuse(reply, new HubError('BAD_USER_INPUT', 'The path could not be read.'));
};

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Makes a handler's refusals answers in the API's form, which cost their caller points too. */
export const chargeRefusals =
  (contextOf: (request: FastifyRequest) => Asking, answer: Handler): Handler =>
  async (request, reply) => {
    const { spending } = contextOf(request);
    try {
      const answered = await answer(request, reply);
      await spending.spendForRefusal();
      return answered;
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const late = await spending.spendForRefusal().then(
        () => null,
        (overdrawn: HubError) => overdrawn,
      );
      return refuse(reply, late ?? error);
    }
  };

/** What a refusal says; nothing of it is masked, for the hub wrote it. */
export const bodyOf = (error: HubError): { errors: GraphQLFormattedError[] } => ({
  errors: [maskError(error.toJSON(), () => undefined)],
});

/** Makes every answer of the server that is no answer of an operation one of the API's form: what could not be read, and what is not there. */
export function registerRefusals(server: FastifyInstance, limits: Limits, log: Logger): void {
  server.setNotFoundHandler((_request, reply) =>
    refuse(reply, new HubError('NOT_FOUND', 'There is nothing at this path.')),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof HubError) return refuse(reply, error);
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, unreadable(error, request, limits));
    const incident = randomUUID();
    log.error({ requestId: recordOf(request).requestId, incident, err: error }, 'masked error');
    return refuse(reply, internal(incident));
  });
}

const internal = (incident: string) => new HubError('INTERNAL', '', { incident });

function unreadable({ code, statusCode }: FastifyError, request: FastifyRequest, limits: Limits): HubError {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const asked = Number(request.headers['content-length'] ?? Number.NaN);
    const words = asked > limits.bodyBytes ? asked : `more than ${limits.bodyBytes}`;
    return limitExceeded('bodyBytes', limits, words, 413);
  }
  const message = messages[code] ?? 'The request could not be read.';
  return new HubError('BAD_USER_INPUT', message, { http: { status: statusCode } });
}

const messages: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Content-Type: application/json is expected.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Content-Length: it is not the length of the body.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty; JSON is expected.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not JSON.',
};
