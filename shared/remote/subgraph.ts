import { HubError } from '../errors.js';
import type { InternalHeaders } from '../internal-calls.js';
import type { Logger } from '../log.js';
import { mayWrite, type Viewer } from '../viewer.js';
import { type Address, openAddress, type Sent } from './address.js';
import { readAnswer } from './answer.js';
import type { NoAnswer } from './exchange.js';

/** For a whole question, its repetition included: who looks at a dashboard waits no longer for one subgraph. */
export const answerTimeoutMs = 3_000;

export interface RemoteQuestion {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  /** A question that changes something is sent once, unless no connection could be made at all. */
  isMutation?: boolean | undefined;
  viewer: Viewer;
  requestId?: string | undefined;
}

/** A subgraph that runs as one or more processes elsewhere. */
export interface RemoteSubgraph {
  /** Throws UNAVAILABLE when no process of the subgraph gives a GraphQL answer in time. */
  ask(question: RemoteQuestion): Promise<Sent>;
  /** How many of its processes failed so often lately that they are not asked. */
  openCircuits(): number;
  close(): Promise<void>;
}

export interface RemoteSubgraphOptions {
  name: string;
  /** One URL per process that may be asked. */
  urls: readonly string[];
  headers: InternalHeaders;
  log: Logger;
}

/** Opens kept connections to a subgraph's processes. */
export function remoteSubgraph({ name, urls, headers, log }: RemoteSubgraphOptions): RemoteSubgraph {
  const addresses = urls.map((url) => openAddress(name, url, headers, log));
  const next = inTurn(addresses);
  const joined = joinEqual<string>();
  const send = async (body: string, question: RemoteQuestion): Promise<Sent> => {
    const signal = AbortSignal.timeout(answerTimeoutMs);
    const first = next();
    try {
      return await first.send({ body, question, signal });
    } catch (error) {
      if (!mayRepeat(error as NoAnswer, question)) throw error;
      return next(first).send({ body, question, signal });
    }
  };
  return {
    ask: async (question) => {
      const { query, variables, operationName, viewer } = question;
      const body = JSON.stringify({ query, variables, operationName });
      try {
        // Whoever may write reads anew: an equal read may have begun before the write.
        if (question.isMutation === true || mayWrite(viewer)) return await send(body, question);
        const text = await joined(keyOf(viewer) + body, async () => (await send(body, question)).text);
        // Each gets objects of its own, for an engine merges into them what others answer.
        return { text, answer: readAnswer(text) };
      } catch (error) {
        // What was not even sent (a circuit that is open) has been told when it opened.
        const level = (error as NoAnswer).sent ? 'warn' : 'debug';
        log[level](
          { requestId: question.requestId, subgraph: name, reason: (error as Error).message },
          'a subgraph gave no answer',
        );
        throw new HubError('UNAVAILABLE', unavailable(name, error as NoAnswer, question), { subgraph: name });
      }
    },
    openCircuits: () => addresses.filter((address) => address.isOpen()).length,
    close: async () => {
      await Promise.all(addresses.map((address) => address.close()));
    },
  };
}

/** The cause (an address, a reset) is not for clients. Whoever wrote hears when the write may have happened. */
function unavailable(name: string, { sent }: NoAnswer, { isMutation }: RemoteQuestion): string {
  const unknown =
    isMutation === true && sent
      ? ' Whether the change was made is not known: repeat it with the same idempotencyKey.'
      : '';
  return `The ${name} subgraph does not answer.${unknown}`;
}

function mayRepeat({ sent, connection }: NoAnswer, { isMutation }: RemoteQuestion): boolean {
  return sent === false || (connection && isMutation !== true);
}

/** Takes addresses in turn; those whose circuit is open, and the one to avoid, only when there is no other. */
function inTurn(addresses: readonly Address[]): (avoid?: Address) => Address {
  let turn = 0;
  return (avoid) => {
    turn = (turn + 1) % addresses.length;
    const ordered = [...addresses.slice(turn), ...addresses.slice(0, turn)];
    const good = ordered.filter((address) => address !== avoid && !address.isOpen());
    return (good[0] ?? ordered.find((address) => address !== avoid) ?? ordered[0]) as Address;
  };
}

/** Equal questions that are asked at the same time get one answer. */
function joinEqual<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const known = asked.get(key);
    if (known !== undefined) return known;
    const answer = ask().finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}

const keys = new WeakMap<Viewer, string>();

/** All that decides what a viewer may see. */
export function keyOf(viewer: Viewer): string {
  const known = keys.get(viewer) ?? JSON.stringify(viewer);
  keys.set(viewer, known);
  return known;
}
