import { Gauge } from 'prom-client';
import type { RemoteSubgraph } from '../remote/subgraph.js';
import { perRegistry } from './registry.js';

/** The circuits of the subgraphs that a process asks over HTTP. */
export interface Circuits {
  /** Counts a subgraph's circuits; yields what ends that. */
  count(subgraph: string, remote: RemoteSubgraph): () => void;
}

/** Yields the circuits that a registry tells of. */
export const circuitsOf = perRegistry((registry): Circuits => {
  const remotes = new Set<readonly [string, RemoteSubgraph]>();
  const gauge = new Gauge({
    name: 'subgraph_circuit_open',
    help: 'Processes of a subgraph that failed so often that they are left alone.',
    labelNames: ['subgraph'],
    registers: [registry],
    collect: () => {
      gauge.reset();
      for (const [subgraph, remote] of remotes) gauge.inc({ subgraph }, remote.openCircuits());
    },
  });
  return {
    count: (subgraph, remote) => {
      const each = [subgraph, remote] as const;
      remotes.add(each);
      return () => remotes.delete(each);
    },
  };
});
