import { afterAll, beforeAll, describe } from '@jest/globals';
import { modes, startHub, type TestHub } from './hub.js';

/** Five processes start at once, on a machine that may be busy. */
const startMs = 120_000;

/** Tests that are told of a hub, whatever its mode. */
export interface Stories {
  name: string;
  tell(hub: () => TestHub): void;
}

/** Names stories, for a file that tells several on one hub. */
export const stories = (name: string, tell: Stories['tell']): Stories => ({ name, tell });

/** Runs the same stories with the same assertions in both topologies and on both engines. */
export function eachMode(name: string, tell: Stories['tell']): void {
  describe.each(modes)(`${name} ($topology, $engine)`, (mode) => {
    let hub: TestHub;
    beforeAll(async () => {
      hub = await startHub(mode, 'demo', { asksTwice: true });
    }, startMs);
    afterAll(() => hub?.stop());
    tell(() => hub);
  });
}
