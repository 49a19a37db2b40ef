import { circular, forceAtlas2 } from './algorithms.js';
import { type NumberedGraph, type Progress, tellProgress } from './graph.js';

/** Enough for 500 nodes to come to rest; more time changes the picture little. */
const iterations = 100;
/** Told after each. */
const stepIterations = 10;
/** From here on the forces of far nodes are put together. */
const approximatedFrom = 1_000;

/** Places nodes by the forces of their edges, always from the same circle: the same data has the same picture. Yields x and y of each node in turn. */
export function layout(graph: NumberedGraph, progress: Progress): Float64Array {
  circular.assign(graph, { scale: 100 });
  if (graph.size > 0) {
    const settings = {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order >= approximatedFrom,
    };
    for (let done = 0; done < iterations; done += stepIterations) {
      forceAtlas2.assign(graph, { iterations: stepIterations, settings, getEdgeWeight: 'weight' });
      tellProgress(progress, done / iterations);
    }
  }
  const places = new Float64Array(graph.order * 2);
  graph.forEachNode((node, attributes) => {
    const { x, y } = attributes as unknown as { x: number; y: number };
    places.set([round(x), round(y)], Number(node) * 2);
  });
  return places;
}

/** A hundredth is less than a pixel. */
const round = (value: number): number => Math.round(value * 100) / 100;
