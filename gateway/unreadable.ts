import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { HubError } from '#shared/errors.js';
import { invalidToken } from './authenticate.js';
import { bodyOf } from './refusal.js';

/** What Node says about a request that it could not read. */
interface ReadError extends Error {
  code?: string | undefined;
  /** The bytes at which the parser stopped; the types of Fastify describe them otherwise. */
  rawPacket?: unknown;
}

/**
 * Answers a request that ended before it reached a route, in the API's own form.
 * Headers over Node's 16 KiB hold a token that long (there are no cookies here): a bad token like any other.
 */
export function answerUnreadable({ code, rawPacket }: ReadError, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const bytes = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '';
  if (code === 'HPE_HEADER_OVERFLOW' && /\r\nauthorization:/i.test(bytes))
    return send(socket, 401, invalidToken());
  const [status, message] = unreadable[code ?? ''] ?? [400, 'The request could not be read.'];
  send(socket, status, new HubError('BAD_USER_INPUT', message));
}

const unreadable: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request came too slowly.'],
};

function send(socket: Socket, status: number, error: HubError): void {
  const body = JSON.stringify(bodyOf(error));
  const challenge = status === 401 ? 'www-authenticate: Bearer\r\n' : '';
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${challenge}x-request-id: ${randomUUID()}\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
