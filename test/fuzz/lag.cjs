// Loaded into the hub's process before anything else: at each SIGUSR2 it writes how long its event loop was held since the one before,
// in milliseconds, into the file LAG_FILE. Independent of what the hub says of itself.
const { renameSync, writeFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
let written = 0;
process.on('SIGUSR2', () => {
  const held = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  const lag = {
    number: (written += 1),
    p50: held(delay.percentile(50)),
    p99: held(delay.percentile(99)),
    max: held(delay.max),
  };
  writeFileSync(`${process.env.LAG_FILE}.new`, JSON.stringify(lag));
  renameSync(`${process.env.LAG_FILE}.new`, process.env.LAG_FILE);
  delay.reset();
});
