import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { perRequest } from '#shared/per-request.js';
import { anonymous, type Viewer } from '#shared/viewer.js';
import type { OperationFacts } from '../source.js';
import { Touched } from '../touched.js';

/** How an operation ended: `partial` with some data beside its errors, `refused` by the client's own mistake, `error` by a fault. */
export type Outcome = 'ok' | 'partial' | 'error' | 'refused';

/** What is known of an export. */
export interface ExportRecord {
  readonly name: string;
  /** Milliseconds of the process. */
  readonly began: number;
  /** Written so far. */
  rows: number;
}

/** Of one answer; a thousand faults at once have one cause or two. */
const incidentsMax = 10;

/** What is known of one request to the API, for whoever runs the hub: no value and no name that a client chose. */
export class RequestRecord {
  /** Names the request in logs, audit rows and the header `x-request-id`; never the client's own, or two could share one. */
  readonly requestId = randomUUID();
  readonly touched = new Touched();
  viewer: Viewer = anonymous;
  operationType: 'query' | 'mutation' | 'subscription' | null = null;
  readonly operation: OperationFacts = { trustedName: null, cost: null };
  /** Null for what never became an operation. */
  outcome: Outcome | null = null;
  /** From the parsed request to its answer. */
  operationSeconds: number | null = null;
  /** Of a file that was asked for; its operations are its pages, and not counted as anybody's. */
  exported: ExportRecord | null = null;
  readonly codes = new Map<string, number>();
  readonly limits = new Set<string>();
  readonly incidents: string[] = [];

  /** Notes errors as the client gets them. */
  note(errors: readonly GraphQLFormattedError[]): void {
    for (const { extensions: { code, incident, limit } = {} } of errors) {
      if (typeof code === 'string') this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
      if (typeof limit === 'string') this.limits.add(limit);
      if (typeof incident === 'string' && this.incidents.length < incidentsMax) this.incidents.push(incident);
    }
  }
}

const records = perRequest<IncomingMessage, RequestRecord>('record');

/** Yields the record of a request; it is one for all who note something of it. */
export function recordOf({ raw }: { raw: IncomingMessage }): RequestRecord {
  const known = records.of(raw);
  if (known !== undefined) return known;
  const record = new RequestRecord();
  records.keep(raw, record);
  return record;
}
