// Everything that is only read, in every mode: one hub each, for its processes take longer to start than all of it to run.
import { describe } from '@jest/globals';
import { eachMode } from './kit/each-mode.js';
import { badInput } from './reading/bad-input.stories.js';
import { crossSubgraph } from './reading/cross-subgraph.stories.js';
import { dashboard } from './reading/dashboard.stories.js';
import { viewer } from './reading/viewer.stories.js';

eachMode('Reading', (hub) => {
  for (const { name, tell } of [dashboard, crossSubgraph, badInput, viewer]) describe(name, () => tell(hub));
});
