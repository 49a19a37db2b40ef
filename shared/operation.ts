import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { type DocumentNode, getOperationAST } from 'graphql';

/** What ends an operation before its answer. */
export interface OperationEnds {
  /** The time is over that an operation may take. */
  signal: AbortSignal;
  /** The same, or whoever asked has gone and no longer waits for the answer. */
  unawaited: AbortSignal;
}

/** Begins the time of an operation, whose answer is sent by `answer`. */
export function operationEnds(answer: ServerResponse, allowedMs: number): OperationEnds {
  // A composed signal (AbortSignal.any) costs more than all else here, and the garbage collector has to look after it.
  const unawaited = new AbortController();
  const { signal, stop, release } = deadlineIn(allowedMs, unawaited);
  const leave = () => {
    release();
    unawaited.abort();
  };
  answer.once('close', () => {
    // A mutation goes on without its client, and still has no more time than others.
    if (answer.writableFinished) stop();
    else leave();
  });
  // It went while its request was being read or let in, and says so no more.
  if (answer.destroyed) leave();
  return { signal, unawaited: unawaited.signal };
}

/** Apart from its request: the timer of one whose client has left, which `release` says, keeps nothing else in memory. */
function deadlineIn(
  milliseconds: number,
  unawaited: AbortController,
): { signal: AbortSignal; stop(): void; release(): void } {
  const deadline = new AbortController();
  let also: AbortController | null = unawaited;
  const timer = setTimeout(() => {
    deadline.abort();
    also?.abort(deadline.signal.reason);
  }, milliseconds).unref();
  return {
    signal: deadline.signal,
    stop: () => clearTimeout(timer),
    release: () => {
      also = null;
    },
  };
}

/** Yields what ends an operation: a mutation, once begun, is not ended because its client left. */
export const endOf = ({ signal, unawaited }: OperationEnds, isMutation: boolean): AbortSignal =>
  isMutation ? signal : unawaited;

/** Whether a document's operation changes something. */
export const isMutationIn = (document: DocumentNode, operationName?: string | null): boolean =>
  getOperationAST(document, operationName)?.operation === 'mutation';

const running = new AsyncLocalStorage<AbortSignal>();

/** Runs an operation: everything that it does, in whatever batch or queue, finds the signal that ends it. */
export const inOperation = <Result>(signal: AbortSignal, run: () => Result): Result =>
  running.run(signal, run);

/** Yields what ends the operation that this is done for; undefined for the hub's own work. */
export const operationSignal = (): AbortSignal | undefined => running.getStore();

/** Waits no longer than until the signal, whatever the promise does; rejects with the signal's reason then. */
export function untilAborted<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
