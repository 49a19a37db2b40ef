import { QueryPlanner, type QueryPlan } from '@graphql-hive/router-query-planner';
import { type DocumentNode, print } from 'graphql';

/** Plans operations of a supergraph. */
export interface Planner {
  /** Throws when the document asks for what the supergraph does not have. */
  plan(document: DocumentNode, operationName: string | null): Promise<QueryPlan>;
}

/** Progressive overrides send a share of requests elsewhere; this hub has none, so nothing is drawn by lot. */
const noShare = 0;

/** Opens Hive's planner: native code that plans in threads of its own, so the event loop is not held. */
export function openPlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  const labels = new Set(planner.overrideLabels);
  return {
    plan: (document, operationName) => planner.planAsync(print(document), operationName, labels, noShare),
  };
}
