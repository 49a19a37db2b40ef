import { parseArgs } from 'node:util';
import { occasion } from './figures.js';
import { type Measured, printGoals } from './goals.js';
import { quick, thorough } from './measure.js';
import { analysis } from './parts/analysis.js';
import { cached } from './parts/cached.js';
import { cold } from './parts/cold.js';
import { faults } from './parts/faults.js';
import { imports } from './parts/imports.js';
import type { PartOptions } from './parts/options.js';
import { allPeers, hub } from './parts/peers.js';
import { pages } from './parts/pages.js';
import { plans } from './parts/plans.js';
import { scale } from './parts/scale.js';
import { writes } from './parts/writes.js';
import { network } from './network/network.js';
import { installPeers } from './systems/peers.js';

// `npm run bench` measures everything and says which goals are met; `npm run bench -- peers` one part, `--quick` fewer requests,
// `--profile` where the hub's time goes.
const parts: Record<string, (options: PartOptions) => Promise<Measured>> = {
  hub,
  peers: allPeers,
  cached,
  scale,
  plans,
  writes,
  cold,
  faults,
  analysis,
  network,
  imports,
  pages,
};
/** `peers` holds what `hub` measures. */
const whole = Object.keys(parts).filter((part) => part !== 'hub');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false } },
});
const unknown = positionals.find((part) => !(part in parts));
if (unknown !== undefined) throw new Error(`${unknown} is no part; ${Object.keys(parts).join(', ')} are.`);

installPeers();
console.log(`${occasion()}${values.quick ? ', --quick: a look, not a measurement' : ''}\n`);
const measured: Measured = {};
for (const part of positionals.length === 0 ? whole : positionals) {
  console.log(`## ${part}\n`);
  Object.assign(
    measured,
    await parts[part]?.({ effort: values.quick ? quick : thorough, profile: values.profile }),
  );
}
console.log('## Goals\n');
printGoals(measured);
