import { type NodeProcess, stop } from '../processes.js';

/** Something that answers the workload: the hub, a peer, or a floor. */
export interface System {
  name: string;
  url: string;
  /** Sent with every request. */
  headers: Record<string, string>;
  /** The process that clients talk to. */
  front: NodeProcess;
  /** The others, where there are any. */
  behind: readonly NodeProcess[];
  stop(): Promise<void>;
}

/** What is started to be measured. */
export interface Candidate {
  name: string;
  start(): Promise<System>;
}

/** Makes a system of processes; whatever it was started with is ended in the opposite order. */
export function systemOf(
  name: string,
  front: NodeProcess,
  behind: readonly NodeProcess[] = [],
  { headers = {}, cleanUp }: { headers?: Record<string, string>; cleanUp?: () => void } = {},
): System {
  return {
    name,
    url: front.url,
    headers: { 'content-type': 'application/json', ...headers },
    front,
    behind,
    stop: async () => {
      for (const { child } of [front, ...behind]) await stop(child);
      cleanUp?.();
    },
  };
}

/** Starts several processes; when one fails, those that run are ended. */
export async function startAll(starts: readonly (() => Promise<NodeProcess>)[]): Promise<NodeProcess[]> {
  const results = await Promise.allSettled(starts.map((start) => start()));
  const failed = results.find((result) => result.status === 'rejected');
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (failed === undefined) return started;
  for (const { child } of started) await stop(child);
  throw failed.reason;
}
