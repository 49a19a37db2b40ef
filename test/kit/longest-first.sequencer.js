import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

// What takes 20 s and more on two processors, the longest first. Begun last, one of them runs alone while the other processor idles;
// jest itself goes by what it remembers, on a clean checkout nothing, and then by size, and a suite of many files is a small one.
const longest = [
  'start',
  'donations',
  'faults',
  'slow-clients',
  'stories',
  'ledger-order',
  'partnerships',
  'rolling-restart',
  'compose-e2e',
  'gateway',
  'identity',
  'time-zones',
  'issuer',
  'organizations',
  'database-faults',
  'start-identity',
  'web/first-page',
  'readme',
  'fuzz',
  'start-database',
  'replicas',
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
