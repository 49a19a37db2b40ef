// Runs commands at the same time and shows what each said when it has ended: `node side-by-side.js 'one --way' 'other'`.
// Ends with 0 only if all of them did.
import { spawn } from 'node:child_process';

const codes = process.argv.slice(2).map(
  (command) =>
    new Promise((resolve) => {
      const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
      const said = [];
      for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => said.push(chunk));
      child.once('close', (code) => {
        process.stdout.write(Buffer.concat(said));
        if (code !== 0) process.stdout.write(`\n${command} ended with ${code}\n`);
        resolve(code);
      });
    }),
);
process.exitCode = (await Promise.all(codes)).every((code) => code === 0) ? 0 : 1;
