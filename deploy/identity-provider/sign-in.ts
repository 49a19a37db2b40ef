import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { Client, PagesClient } from './clients.js';
import { countGuesses } from './guesses.js';
import { pageHeaders, type Said } from './html.js';
import { messagePage, mistakes, signInPage, tooMany } from './pages.js';

/** A role and a secret are some hundred bytes. */
const formBytesMax = 10_000;
const interactionPath = /^\/interaction\/[\w-]+$/;

/** Who a form came from, and what it says. */
interface Sent {
  role: string;
  secret: string;
  address: string;
}

/** Serves the page at which people sign in, and leaves every other address to the provider. */
export function withSignInPage(
  provider: Provider,
  people: readonly Client[],
  pages: PagesClient,
): RequestListener {
  const answer = provider.callback();
  const headers = Object.entries(pageHeaders(pages.origins));
  const check = checkerOf(people);
  const show = async (request: IncomingMessage, response: ServerResponse) => {
    const { params } = await provider.interactionDetails(request, response);
    // The provider has taken this address for one of its client's.
    const form = { people, home: `${new URL(String(params['redirect_uri'])).origin}/` };
    if (request.method !== 'POST') return send(response, 200, signInPage(form));
    const sent = await readForm(request);
    const refusal = await check(sent);
    if (refusal === null)
      return provider.interactionFinished(request, response, { login: { accountId: sent.role } });
    if (refusal.wait > 0) response.setHeader('retry-after', refusal.wait);
    send(response, refusal.status, signInPage({ ...form, chosen: sent.role, mistake: refusal.said }));
  };
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!interactionPath.test((request.url ?? '').split('?')[0] ?? '')) return void answer(request, response);
    show(request, response).catch((error: unknown) => sayWhatFailed(response, error, pages));
  };
}

interface Refusal {
  status: number;
  said: Said;
  /** Seconds. */
  wait: number;
}

/** Yields what says whether a form holds its role's secret: null when it does. */
function checkerOf(people: readonly Client[]): (sent: Sent) => Promise<Refusal | null> {
  const guesses = countGuesses();
  const secrets = new Map(people.map(({ id, secret }) => [id, secret]));
  return async ({ role, secret, address }) => {
    const own = secrets.get(role);
    if (own === undefined) return { status: 422, said: mistakes.role, wait: 0 };
    const wait = await guesses.take(address);
    if (wait > 0) return { status: 429, said: tooMany(wait), wait };
    if (!isSame(secret, own)) return { status: 403, said: mistakes.secret, wait: 0 };
    await guesses.giveBack(address);
    return null;
  };
}

/** Takes as long for one wrong secret as for another. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

class FormTooLarge extends Error {}

async function readForm(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > formBytesMax) throw new FormTooLarge();
    chunks.push(chunk);
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return {
    role: form.get('role') ?? '',
    // A line that was copied has its end with it.
    secret: (form.get('secret') ?? '').trim(),
    address: request.socket.remoteAddress ?? '',
  };
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

function sayWhatFailed(response: ServerResponse, error: unknown, { origins }: PagesClient): void {
  const home = `${origins[0]}/`;
  if (error instanceof FormTooLarge)
    return send(response, 413, messagePage(['内容太长', 'This is too long'], home));
  if (error instanceof errors.SessionNotFound)
    return send(response, 400, messagePage(['这次登录已经过期', 'This sign-in has ended'], home));
  console.error(error);
  send(response, 500, messagePage(['出错了', 'Something went wrong'], home));
}
