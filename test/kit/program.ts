import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';

/** Starts take seconds; on a machine that also runs other tests, many. */
const readyTimeoutMs = 150_000;

/** A program that a test started, whatever it is. */
export interface Program {
  name: string;
  child: ChildProcess;
  /** What it has said so far, on both of its outputs. */
  output(): string;
  /** Sends a signal (SIGTERM when none is named) and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface ProgramCommand {
  /** For messages. */
  name: string;
  command: string;
  parameters: readonly string[];
  /** Its whole environment: nothing of the test's own is handed on but PATH. */
  env: Record<string, string>;
  cwd: string;
}

/** Starts a program. */
export function startProgram({ name, command, parameters, env, cwd }: ProgramCommand): Program {
  const child = spawn(command, parameters, {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.once('error', (error) => (output += error.message));
  return {
    name,
    child,
    output: () => output,
    end: async (signal = 'SIGTERM') => {
      if (hasEnded(child)) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

const hasEnded = ({ exitCode, signalCode, pid }: ChildProcess) =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** Waits until a program is what is asked; throws with what it has said when it ends before, or in time is not. */
export async function waitFor(
  program: Program,
  what: string,
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const said = () => new Error(`${program.name} was not ${what}; it said:\n${program.output()}`);
  await eventually(async () => {
    if (hasEnded(program.child)) throw said();
    return isSo();
  }, readyTimeoutMs).catch((error: Error) => {
    throw error.message.includes(program.name) ? error : said();
  });
}
