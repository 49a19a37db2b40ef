/**
 * Makes calls share runs: whoever calls gets the result of a run that began after the call. While one runs, all who call wait
 * together for the next.
 */
export function nextRun<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Result> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      const result = run();
      running = result.catch(() => undefined);
      return result;
    });
    return next;
  };
}
