import { afterAll, beforeAll, describe } from '@jest/globals';
import { modes, startHub, type TestHub } from './hub.js';

/** Five processes start at once, on a machine that may be busy. */
const startMs = 120_000;

/** Runs the same stories with the same assertions in both topologies and on both engines. */
export function eachMode(name: string, stories: (hub: () => TestHub) => void): void {
  describe.each(modes)(`${name} ($topology, $engine)`, (mode) => {
    let hub: TestHub;
    beforeAll(async () => {
      hub = await startHub(mode);
    }, startMs);
    afterAll(() => hub?.stop());
    stories(() => hub);
  });
}
