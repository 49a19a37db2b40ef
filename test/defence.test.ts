// What the gateway refuses, and how it speaks: the same on both engines, for it stands before them.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { limits } from './defence/limits.stories.js';
import { engines, startHub, type TestHub } from './kit/hub.js';

const all = [limits];

describe.each(engines)('The gateway (%s)', (engine) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ topology: 'embedded', engine });
  });
  afterAll(() => hub?.stop());
  for (const { name, tell } of all) describe(name, () => tell(() => hub));
});
