// What people do with the hub, in every mode: one hub each, for its processes take longer to start than all of it to run.
import { describe } from '@jest/globals';
import { eachMode } from './kit/each-mode.js';
import { badInput } from './stories/bad-input.stories.js';
import { crossSubgraph } from './stories/cross-subgraph.stories.js';
import { dashboard } from './stories/dashboard.stories.js';
import { exporting } from './stories/exports.stories.js';
import { giving } from './stories/giving.stories.js';
import { masking } from './stories/masking.stories.js';
import { linking } from './stories/linking.stories.js';
import { network } from './stories/network.stories.js';
import { viewer } from './stories/viewer.stories.js';

/** First what is only read: its figures are those of the dataset. */
const all = [dashboard, crossSubgraph, network, badInput, viewer, masking, linking, giving, exporting];

eachMode('The hub', (hub) => {
  for (const { name, tell } of all) describe(name, () => tell(hub));
});
