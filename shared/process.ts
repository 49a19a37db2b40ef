import { EnvironmentError } from './env.js';
import { StartError } from './start-error.js';

/** Something that runs until it is told to stop. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Starts the program of a process and stops it once on SIGINT or SIGTERM.
 * A person's mistake ends it with one clear line and code 1; anything else with its stack.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  refuseOldNode();
  let stopping = false;
  let running: Running | null = null;
  const end = (started: Running) =>
    started.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  const stop = (): void => {
    // A start is finished before it is undone, or it would leave its database running; whoever insists is obeyed.
    if (stopping && running === null) process.exit(1);
    if (!stopping && running !== null) void end(running);
    stopping = true;
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    running = await start();
  } catch (error) {
    const expected = error instanceof StartError || error instanceof EnvironmentError;
    console.error(expected ? `Cannot start: ${error.message}` : error);
    process.exit(1);
  }
  if (stopping) await end(running as Running);
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
