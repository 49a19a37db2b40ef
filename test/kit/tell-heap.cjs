// Loaded into a process before anything else: at SIGUSR2 it says how much of its memory is in use, once what is not has been collected.
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
let times = 0;
process.on('SIGUSR2', () => {
  // Some of what is in use is let go only in a later turn: by finalizers, and by what they settle.
  collect();
  setTimeout(() => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    console.log(`heap ${(times += 1)} ${heapUsed + external}`);
  }, 100);
});
