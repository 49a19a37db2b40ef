import { getOperationAST } from 'graphql';
import { traced } from '#shared/tracing/tracing.js';
import type { Telemetry } from '#shared/telemetry.js';
import type { Fetch, SourceFor } from '../source.js';
import { stateOf, type SubgraphState } from '../touched.js';
import { gatewayMetrics } from './metrics.js';

/** Makes sources tell of each fetch how long it took and how it ended. */
export function watchFetches(sourceFor: SourceFor, { registry, tracing }: Telemetry): SourceFor {
  const metrics = gatewayMetrics(registry);
  return (name) => {
    const source = sourceFor(name);
    return async (fetch) => {
      const began = performance.now();
      let status: SubgraphState['status'] = 'unavailable';
      try {
        return await traced(
          tracing,
          () => workOf(name, fetch),
          async () => {
            const answer = await source(fetch);
            ({ status } = stateOf(answer, ''));
            return answer;
          },
          () => ({ failure: status === 'unavailable' ? 'UNAVAILABLE' : null }),
        );
      } finally {
        metrics.observeFetch(name, status, (performance.now() - began) / 1_000);
      }
    };
  };
}

const workOf = (subgraph: string, { document }: Fetch) => ({
  name: `fetch ${subgraph}`,
  kind: 'client' as const,
  attributes: {
    'hub.subgraph': subgraph,
    'graphql.operation.type': getOperationAST(document)?.operation ?? 'query',
  },
});
