import type { GraphQLFormattedError } from 'graphql';
import { request } from 'undici';

/** A request as it goes over the wire. */
export interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer | null;
}

/** An answer as it came, however it was made. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The text as JSON; null when it is none. */
  json: { data?: unknown; errors?: GraphQLFormattedError[]; extensions?: object } | null;
  milliseconds: number;
}

/** Sends exactly what it is told, with no header of its own but those of HTTP. */
export async function send(
  url: string,
  { method = 'POST', path = '/graphql', headers = {}, body = null }: RawRequest,
): Promise<RawAnswer> {
  const began = performance.now();
  const answer = await request(`${url}${path}`, { method: method as 'POST', headers, body });
  const text = await answer.body.text();
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text,
    json: jsonOf(text),
    milliseconds: performance.now() - began,
  };
}

function jsonOf(text: string): RawAnswer['json'] {
  try {
    return JSON.parse(text) as RawAnswer['json'];
  } catch {
    return null;
  }
}

/** Posts an operation as most clients do: without saying what form of answer they take. */
export const post = (
  url: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<RawAnswer> =>
  send(url, { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** The codes of an answer's errors. */
export const codesOf = ({ json }: RawAnswer): unknown[] =>
  (json?.errors ?? []).map(({ extensions }) => extensions?.['code']);
