import { Counter, Histogram, type Registry } from 'prom-client';
import { errorCodes } from '#shared/errors.js';
import { limitsTable } from '#shared/limits.js';
import { latencyBuckets, perRegistry } from '#shared/metrics/registry.js';
import type { SubgraphState } from '../touched.js';
import type { RequestRecord } from './record.js';

/** A small question to the dashboard, and to what is refused. */
const costBuckets = [10, 30, 100, 300, 1_000, 3_000, 10_000, 20_000, 50_000, 100_000];
/** Seconds: a page of rows to the whole time that an export has. */
const exportBuckets = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 600];
/** The operation of whoever writes his own: clients' names for theirs are without end, and theirs to choose. */
const adHoc = 'ad hoc';

/** What the gateway measures of operations. */
export interface GatewayMetrics {
  /** Counts a request that has ended. */
  observe(record: RequestRecord): void;
  /** Counts a fetch of a plan. */
  observeFetch(subgraph: string, outcome: SubgraphState['status'], seconds: number): void;
  /** Counts an operation that was planned before, or was not. */
  countPlan(isKnown: boolean): void;
}

/** Yields what the gateway measures in a registry. */
export const gatewayMetrics = perRegistry((registry): GatewayMetrics => {
  const observeOperation = operations(registry);
  const observeExport = exportsIn(registry);
  const fetches = new Histogram({
    name: 'subgraph_request_duration_seconds',
    help: 'A fetch of a query plan, its repetition included.',
    labelNames: ['subgraph', 'outcome'],
    buckets: latencyBuckets,
    registers: [registry],
  });
  const plans = new Counter({
    name: 'query_plan_requests_total',
    help: 'Operations by whether they were planned before, since the supergraph is served.',
    labelNames: ['result'],
    registers: [registry],
  });
  // A rate needs the first one too.
  for (const result of ['hit', 'miss']) plans.inc({ result }, 0);
  return {
    observe: (record) => {
      observeOperation(record);
      observeExport(record);
    },
    observeFetch: (subgraph, outcome, seconds) => fetches.observe({ subgraph, outcome }, seconds),
    countPlan: (isKnown) => plans.inc({ result: isKnown ? 'hit' : 'miss' }),
  };
});

function operations(registry: Registry): GatewayMetrics['observe'] {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'graphql_operation_duration_seconds',
    help: 'An operation, from the parsed request to its answer; only trusted documents have a name.',
    labelNames: ['operation_type', 'operation_name', 'outcome'],
    buckets: latencyBuckets,
    registers,
  });
  const cost = new Histogram({
    name: 'graphql_operation_cost',
    help: 'Values that an answer may hold.',
    buckets: costBuckets,
    registers,
  });
  const errors = counter(registry, 'graphql_errors_total', 'Errors that clients got.', 'code', errorCodes);
  const refused = counter(
    registry,
    'graphql_refused_total',
    'Requests that asked for more than a limit allows.',
    'limit',
    Object.keys(limitsTable),
  );
  return ({ operationType, operation, outcome, operationSeconds, codes, limits, exported }) => {
    if (outcome !== null && operationSeconds !== null)
      seconds.observe(
        { operation_type: operationType ?? 'none', operation_name: operation.trustedName ?? adHoc, outcome },
        operationSeconds,
      );
    // A file costs as much as it is long, and says nothing of what operations cost.
    if (exported === null && operation.cost !== null) cost.observe(operation.cost);
    for (const [code, count] of codes) errors(code, count);
    for (const limit of limits) refused(limit, 1);
  };
}

function exportsIn(registry: Registry): GatewayMetrics['observe'] {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'export_duration_seconds',
    help: 'An export, from its request to its last byte; partial when its client left before.',
    labelNames: ['export', 'outcome'],
    buckets: exportBuckets,
    registers,
  });
  const rows = new Counter({
    name: 'export_rows_total',
    help: 'Rows that exports wrote.',
    labelNames: ['export'],
    registers,
  });
  return ({ exported, outcome }) => {
    if (exported === null) return;
    const { name, began, rows: written } = exported;
    seconds.observe({ export: name, outcome: outcome ?? 'refused' }, (performance.now() - began) / 1_000);
    rows.inc({ export: name }, written);
  };
}

/** A counter by a label that has these values and no other: each is there from the start, because a rate needs the first one too. */
function counter(
  registry: Registry,
  name: string,
  help: string,
  label: string,
  values: readonly string[],
): (value: string, count: number) => void {
  const made = new Counter({ name, help, labelNames: [label], registers: [registry] });
  const known = new Set(values);
  for (const value of values) made.inc({ [label]: value }, 0);
  return (value, count) => {
    if (known.has(value)) made.inc({ [label]: value }, count);
  };
}
