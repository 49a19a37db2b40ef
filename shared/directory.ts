import type { Viewer } from './viewer.js';

/** The hub's subgraphs and the port each listens on when it runs as a process of its own. */
export const subgraphPorts = {
  organizations: 4001,
  partners: 4002,
  donations: 4003,
  identity: 4004,
} as const;
export type SubgraphName = keyof typeof subgraphPorts;
export const subgraphNames = Object.keys(subgraphPorts) as SubgraphName[];

/** Asks another subgraph, embedded or over HTTP; throws UNAVAILABLE when it cannot answer. */
export interface Directory {
  ask<Data>(subgraph: SubgraphName, question: Question): Promise<Data>;
}

export interface Question {
  query: string;
  variables: Record<string, unknown>;
  viewer: Viewer;
}
