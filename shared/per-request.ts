/** Keeps one thing for each request. */
export interface PerRequest<Request extends object, Value> {
  of(request: Request): Value | undefined;
  keep(request: Request, value: Value): void;
}

/**
 * Keeps it on the request itself. A WeakMap outlives all requests, so that what it maps to, and whatever that leads to (the answer, the
 * body), survives each collection of young garbage: it was copied twice and stayed until the next collection of everything.
 */
export function perRequest<Request extends object, Value>(what: string): PerRequest<Request, Value> {
  const key = Symbol(what);
  type Holder = Request & { [key]?: Value };
  return {
    of: (request) => (request as Holder)[key],
    keep: (request, value) => {
      (request as Holder)[key] = value;
    },
  };
}
