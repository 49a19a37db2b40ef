import { noteStep, type StepOutcome } from '#shared/metrics/imports.js';
import type { Background, BackgroundPlace } from '#shared/subgraph.js';
import { viewerEntityManager } from '#shared/subgraph.js';
import { internalViewer } from '#shared/viewer.js';
import { checkStep } from '../steps/check.step.js';
import { failStep } from '../steps/fail.js';
import { readStep } from '../steps/read.step.js';
import type { Step, StepContext } from '../steps/step.js';
import { undoStep } from '../steps/undo.step.js';
import { writeStep } from '../steps/write.step.js';
import { tidy } from './tidy.js';
import { type RunStep, type StepName, StepQueue, type StepTask } from './queue.js';

const steps: Readonly<Record<StepName, Step>> = {
  read: readStep,
  check: checkStep,
  write: writeStep,
  undo: undoStep,
};

/** The hub itself, as the database and other subgraphs know the one who works here. */
export const importer = internalViewer('imports');

/** Codes of refusals: whoever asks again hears the same. */
const refusals = new Set<unknown>([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'LIMIT_EXCEEDED',
]);

function refusalIn(error: unknown): string | null {
  const { message, extensions } = error as Error & { extensions?: Record<string, unknown> };
  return refusals.has(extensions?.['code']) ? message : null;
}

/** What the imports subgraph does between requests. */
export class ImportWork implements Background {
  readonly queue: StepQueue;

  constructor(private readonly place: BackgroundPlace) {
    this.queue = new StepQueue(
      place.primary,
      this.run,
      () => tidy(viewerEntityManager(place.em, importer)),
      place.log,
    );
  }

  get limits(): BackgroundPlace['limits'] {
    return this.place.limits;
  }

  close(): Promise<void> {
    return this.queue.close();
  }

  private readonly run: RunStep = async (task, { signal, isLast }) => {
    const context = this.contextOf(task, signal);
    const began = performance.now();
    const note = (outcome: StepOutcome) => noteStep(task.step, outcome, (performance.now() - began) / 1_000);
    try {
      await steps[task.step](context);
      note('done');
    } catch (error) {
      const { jobId, step } = task;
      const refusal = refusalIn(error);
      note(refusal === null ? 'failed' : 'refused');
      this.place.log?.warn({ jobId, step, isLast, err: error }, 'a step of an import failed');
      // Whoever waits is told when nobody tries any more; what was refused would be refused again.
      if (isLast || refusal !== null) await failStep(context, refusal);
      if (refusal === null) throw error;
    }
  };

  private contextOf({ jobId, step, viewer }: StepTask, signal: AbortSignal): StepContext {
    const { em, directory, limits, log } = this.place;
    return { em: viewerEntityManager(em, importer), directory, limits, log, jobId, step, viewer, signal };
  }
}
