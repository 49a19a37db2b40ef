/**
 * Does something under a signal that ends it when its time is over, by a TimeoutError, or when whoever asked ends it. All of it is gone
 * when it is done: signals that Node.js composes, and their timers, would wait for the time to be over.
 */
export async function within<Result>(
  milliseconds: number,
  end: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const both = new AbortController();
  const leave = () => both.abort(end?.reason);
  if (end?.aborted === true) leave();
  end?.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(
    () => both.abort(new DOMException('The time is over.', 'TimeoutError')),
    milliseconds,
  ).unref();
  try {
    return await run(both.signal);
  } finally {
    clearTimeout(timer);
    end?.removeEventListener('abort', leave);
  }
}
