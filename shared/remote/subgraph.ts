import { HubError } from '../errors.js';
import type { InternalHeaders } from '../internal-calls.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { Logger } from '../log.js';
import { mayWrite, type Viewer } from '../viewer.js';
import { type Address, openAddress, type Sent } from './address.js';
import { readAnswer } from './answer.js';
import type { NoAnswer } from './exchange.js';
import { joinEqual } from './join-equal.js';
import { questionText } from './question.js';
import { within } from './within.js';

export interface RemoteQuestion {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  /** A question that changes something is sent once, unless no connection could be made at all. */
  isMutation?: boolean | undefined;
  /** What questionText makes of it, where that is known. */
  text?: string | undefined;
  viewer: Viewer;
  requestId?: string | undefined;
  /** An equal question that is being asked is joined only where this is equal too, what was known of the data when it began; null joins none. */
  joins?: string | null | undefined;
  /** Whoever asks waits no longer. */
  signal?: AbortSignal | undefined;
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
  limits?: Pick<Limits, 'subgraphMs' | 'answerBytes'>;
}

/** Opens kept connections to a subgraph's processes. */
export function remoteSubgraph({
  name,
  urls,
  headers,
  log,
  limits = defaultLimits,
}: RemoteSubgraphOptions): RemoteSubgraph {
  const addresses = urls.map((url) => openAddress({ subgraph: name, url, headers, log, limits }));
  const next = inTurn(addresses);
  const joined = joinEqual<Buffer>();
  const send = (question: RemoteQuestion, text: string, end?: AbortSignal): Promise<Sent> =>
    within(limits.subgraphMs, end, async (signal) => {
      const sending = { question, text, signal };
      const first = next();
      try {
        return await first.send(sending);
      } catch (error) {
        if (!mayRepeat(error as NoAnswer, question)) throw error;
        return next(first).send(sending);
      }
    });
  return {
    ask: async (question) => {
      const { viewer, signal, text = questionText(question) } = question;
      try {
        // Whoever may write reads anew: an equal read may have begun before the write.
        if (question.isMutation === true || mayWrite(viewer) || question.joins === null)
          return await send(question, text, signal);
        let own: Sent | null = null;
        const bytes = await joined(
          (question.joins ?? '') + keyOf(viewer) + text,
          async (end) => (own = await send(question, text, end)).bytes,
          signal,
        );
        // Each gets objects of its own, for an engine merges into them what others answer.
        return own ?? { bytes, answer: readAnswer(bytes) };
      } catch (error) {
        // What was not even sent (a circuit that is open) has been told when it opened; who left has learnt nothing about the subgraph.
        const level = (error as NoAnswer).sent && signal?.aborted !== true ? 'warn' : 'debug';
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

const keys = new WeakMap<Viewer, string>();

/** All that decides what a viewer may see. */
export function keyOf(viewer: Viewer): string {
  const known = keys.get(viewer) ?? JSON.stringify(viewer);
  keys.set(viewer, known);
  return known;
}
