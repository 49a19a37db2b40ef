import { Histogram, type Registry } from 'prom-client';

/** A step of an import takes a fraction of a second, or minutes with fifty thousand rows. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900];

/** How a step ended: `refused` as the import's own mistake, `failed` as the hub's, to be tried again. */
export type StepOutcome = 'done' | 'refused' | 'failed';

const histograms = new Set<Histogram>();
const steps = ['read', 'check', 'write', 'undo'];

/** Measures every step of an import of this process from now on. */
export function measureImports(registry: Registry): void {
  const seconds = new Histogram({
    name: 'hub_import_step_duration_seconds',
    help: 'From taking a step of an import up to its end.',
    labelNames: ['step', 'outcome'],
    buckets,
    registers: [registry],
  });
  // A rate of what was never there is not 0, and an alert would be silent at the first failure.
  for (const step of steps) seconds.zero({ step, outcome: 'failed' });
  histograms.add(seconds);
}

/** Counts a step that has ended. */
export function noteStep(step: string, outcome: StepOutcome, seconds: number): void {
  for (const histogram of histograms) histogram.observe({ step, outcome }, seconds);
}
