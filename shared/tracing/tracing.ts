export type Attributes = Record<string, string | number | readonly string[]>;

/** A stretch of work that a trace tells of. */
export interface TraceSpan {
  /** Ends it, with what is known by then; `failure` says by which kind of error. */
  end(attributes?: Attributes, failure?: string | null): void;
}

/** What a span is, by OpenTelemetry's semantic conventions. */
export interface Work {
  name: string;
  /** `server`: it answers somebody, `client`: it asks somebody. */
  kind: 'server' | 'client' | 'internal';
  attributes?: Attributes;
  /** A `traceparent` that is believed; null begins a trace of its own. Left out: the span that is active. */
  parent?: string | null;
  /** When it began (milliseconds since 1970), where that was before now. */
  began?: number;
}

/** Tells what each request did and how long it took; no value of a request or a row is in it. */
export interface Tracing {
  begin(work: Work): TraceSpan;
  /** Runs with a span active: what begins meanwhile, however late, is below it. */
  within<T>(span: TraceSpan, run: () => T): T;
  /** Yields the active span for another process (W3C `traceparent`); null when none is active. */
  header(): string | null;
  /** Sends what was not sent yet; gives up after 2 s. */
  stop(): Promise<void>;
}

/** Header that tells another process which span its work is below. */
export const traceHeader = 'traceparent';

/** Runs work as a span where traces are collected, else just runs it; `ended` reads how it ended of what it yields. */
export async function traced<T>(
  tracing: Tracing | null,
  work: () => Work,
  run: () => Promise<T>,
  ended: (result: T) => { attributes?: Attributes; failure?: string | null } = () => ({}),
): Promise<T> {
  if (tracing === null) return run();
  const span = tracing.begin(work());
  try {
    const result = await tracing.within(span, run);
    const { attributes, failure } = ended(result);
    span.end(attributes, failure);
    return result;
  } catch (error) {
    span.end({}, (error as Error).name);
    throw error;
  }
}
