// What the gateway refuses, and how it speaks: the same on both engines, for it stands before them.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { limits } from './defence/limits.stories.js';
import { protocol } from './defence/protocol.stories.js';
import { origin, trusted } from './defence/trusted.stories.js';
import type { Stories } from './kit/each-mode.js';
import { engines, startHub, type TestHub } from './kit/hub.js';

/** As a demonstration starts, and as a production start is. */
const starts: [name: string, settings: Record<string, string>, all: Stories[]][] = [
  ['open', {}, [limits, protocol]],
  ['closed', { TRUSTED_DOCUMENTS: 'on', CORS_ORIGINS: `https://other.example.org,${origin}` }, [trusted]],
];

describe.each(engines)('The gateway (%s)', (engine) => {
  describe.each(starts)('%s', (_name, settings, all) => {
    let hub: TestHub;
    beforeAll(async () => {
      hub = await startHub({ topology: 'embedded', engine }, 'demo', { settings });
    });
    afterAll(() => hub?.stop());
    for (const { name, tell } of all) describe(name, () => tell(() => hub));
  });
});
