// A measure that takes long: who waits is told how far it is, and it goes on; what never ends is ended.
import { expect, test } from '@jest/globals';
import { Measurement } from './measurement.js';
import type { Measures } from './measures.worker.js';

const found: Measures['communities'] = { of: new Uint32Array(1), modularity: null };
const times = { wait: 20, deadline: 10_000, failed: 10_000 };
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { message: string; extensions?: object }) => ({ message: error.message, ...error.extensions }),
  );

test('who waits too long is told how far it is, and finds it later', async () => {
  let end: (value: Measures['communities']) => void = () => undefined;
  const measurement = new Measurement<'communities'>(
    'communities',
    (progress) => {
      Atomics.store(progress, 0, 427);
      return new Promise((resolve) => (end = resolve));
    },
    times,
  );
  expect(await faultOf(measurement.found())).toEqual({
    code: 'UNAVAILABLE',
    message: 'communities: 42 % of it are computed; ask again in a moment.',
    progress: 0.427,
  });
  expect(measurement.isOver).toBe(false);
  end(found);
  expect(await measurement.found()).toBe(found);
  expect(measurement.progress).toBe(1);
});

test('what takes longer than the deadline is ended, and not tried again at once', async () => {
  const measurement = new Measurement<'communities'>(
    'communities',
    (_progress, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    { ...times, wait: 10_000, deadline: 20 },
  );
  expect(await faultOf(measurement.found())).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('choose a smaller network'),
  });
  expect(measurement.isOver).toBe(false);
});

test('one that failed long ago is over, and its error is its own', async () => {
  const measurement = new Measurement<'communities'>(
    'communities',
    () => Promise.reject(new Error('out of memory')),
    { ...times, failed: -1 },
  );
  expect(await faultOf(measurement.found())).toEqual({ message: 'out of memory' });
  expect(measurement.isOver).toBe(true);
});
