/** Tells the person who starts the hub what happens, one line a step. */
export interface Progress {
  /** Runs a step; its line says how long it took and what it found. */
  step(title: string, run: () => Promise<string | void>): Promise<void>;
  say(line: string): void;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;

/** On a terminal a running step shows its seconds; elsewhere each finished step is one plain line. */
export function terminalProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const say = (line: string) => void out.write(`${line}\n`);
  return {
    say,
    step: async (title, run) => {
      const start = performance.now();
      const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
      let frame = 0;
      const draw = () => out.write(`\r${frames[frame++ % frames.length]} ${title} ${seconds()}\x1b[K`);
      const timer = out.isTTY ? setInterval(draw, frameMs) : undefined;
      try {
        const found = await run();
        if (out.isTTY) out.write('\r\x1b[K');
        say(`✓ ${title}${found ? `: ${found}` : ''} (${seconds()})`);
      } catch (error) {
        if (out.isTTY) out.write('\r\x1b[K');
        say(`✗ ${title} (${seconds()})`);
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}
