import type { PlanNode } from '@graphql-hive/router-query-planner';
import { batchFetch, entityFetch, type FetchSurroundings, rootFetch, type Step } from './fetch.js';

/** Compiles a plan, so that a run of it decides nothing anew. */
export function stepOf(node: PlanNode, surroundings: FetchSurroundings): Step {
  switch (node.kind) {
    case 'Fetch':
      return rootFetch(node, surroundings);
    case 'Flatten':
      return entityFetch(node, surroundings);
    case 'BatchFetch':
      return batchFetch(node, surroundings);
    case 'Sequence':
      return inSequence(node.nodes.map((each) => stepOf(each, surroundings)));
    case 'Parallel':
      return atOnce(node.nodes.map((each) => stepOf(each, surroundings)));
    case 'Condition': {
      const [then, otherwise] = [node.ifClause, node.elseClause].map(
        (each) => each && stepOf(each, surroundings),
      );
      const { condition } = node;
      return (run) => (run.variables[condition] === true ? then : otherwise)?.(run);
    }
    default:
      // @defer and subscriptions are refused before anything is planned.
      throw new Error(`A plan holds a ${node.kind}.`);
  }
}

const inSequence =
  (steps: readonly Step[]): Step =>
  async (run) => {
    for (const step of steps) await step(run);
  };

const atOnce =
  (steps: readonly Step[]): Step =>
  async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
