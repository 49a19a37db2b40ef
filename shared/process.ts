import type { Patience } from './drain.js';
import { EnvironmentError } from './env.js';
import { StartError } from './start-error.js';

/** Something that runs until it is told to stop. */
export interface Running {
  stop(patience: Patience): Promise<void>;
}

/** A request takes seconds when it waits for its turn; within the 30 s after which Kubernetes kills. */
const runningMs = 25_000;

const patienceFor = {
  /**
   * Other programs keep connections to the hub: its own processes drop idle ones after 2 s, balancers use theirs soon. A balancer that asks
   * every second whether a process is ready has heard it twice by 2 s.
   */
  SIGTERM: { noticeMs: 3_000, idleMs: 5_000, runningMs },
  /** Ctrl-C: a person does not wait for a browser's idle connection, only for what the hub is doing. */
  SIGINT: { noticeMs: 0, idleMs: 0, runningMs },
} satisfies Record<string, Patience>;

/** A terminal sends Ctrl-C to npm and to the hub, and npm sends it on: that is one wish, not two. */
const sameWishMs = 1_000;

/**
 * Starts the program of a process and stops it on SIGINT or SIGTERM; whoever asks a second time ends it at once.
 * A person's mistake ends it with one clear line and code 1; anything else with its stack.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  refuseOldNode();
  const wish = wishToEnd();
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    const expected = error instanceof StartError || error instanceof EnvironmentError;
    console.error(expected ? `Cannot start: ${error.message}` : error);
    process.exit(1);
  }
  // A start is finished before it is undone, or it would leave its database running.
  const patience = await wish;
  try {
    await running.stop(patience);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
  process.exit(0);
}

/** Waits for a signal to end; a second one ends the process where it stands. */
function wishToEnd(): Promise<Patience> {
  return new Promise((resolve) => {
    let wishedAt: number | null = null;
    const wish = (signal: keyof typeof patienceFor): void => {
      if (wishedAt !== null && Date.now() - wishedAt > sameWishMs) process.exit(1);
      wishedAt ??= Date.now();
      resolve(patienceFor[signal]);
    };
    process.on('SIGINT', wish);
    process.on('SIGTERM', wish);
  });
}

/** Runs a command to its end; what it yields is the exit code. A person's mistake ends it with one clear line and code 2. */
export async function runOnce(run: () => Promise<number>): Promise<void> {
  refuseOldNode();
  try {
    process.exitCode = await run();
  } catch (error) {
    const expected = error instanceof StartError || error instanceof EnvironmentError;
    console.error(expected ? `Cannot run: ${error.message}` : error);
    process.exitCode = 2;
  }
}

/** The npm scripts run the Node.js that `npm ci` installed; a bare `node` may be an older one that MikroORM does not support. */
function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 17)) return;
  console.error(
    `Cannot start: Node.js 22.17 or later is needed, this is ${process.versions.node}; use npm start, which brings its own.`,
  );
  process.exit(1);
}
