import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

// What takes 20 s and more on two processors, the longest first. Begun last, one of them runs alone while the other processor idles;
// jest itself goes by what it remembers, on a clean checkout nothing, and then by size, and a suite of many files is a small one.
const longest = [
  'faults',
  'imports',
  'partnerships',
  'start',
  'pages',
  'pages-work',
  'gateway',
  'donations',
  'rolling-restart',
  'slow-clients',
  'stories',
  'cache',
  'ledger-order',
  'compose-e2e',
  'operation',
  'policy',
  'issuer',
  'start-identity',
  'time-zones',
  'organizations',
  'defence',
  'readme',
  'identity',
  'start-database',
  'import-owners',
  'outbound',
  'fuzz',
  'imports-reading',
].map((name) => `test/${name}.test.ts`);

/** Runs the longest files first, and the others in jest's own order. */
export default class LongestFirstSequencer extends Sequencer {
  sort(tests) {
    const rank = ({ path, context }) => {
      const place = longest.indexOf(relative(context.config.rootDir, path).replaceAll('\\', '/'));
      return place === -1 ? longest.length : place;
    };
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}
