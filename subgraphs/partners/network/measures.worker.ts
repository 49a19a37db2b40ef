import { betweenness, type BetweennessFound } from './measures/betweenness.js';
import { communities, type CommunitiesFound } from './measures/communities.js';
import { graphOf, type Progress } from './measures/graph.js';
import { layout } from './measures/layout.js';
import { robustness, type RobustnessFound } from './measures/robustness.js';
import type { NetworkColumns } from './protocol.js';

/** What each measure yields. */
export interface Measures {
  betweenness: BetweennessFound;
  communities: CommunitiesFound;
  layout: Float64Array;
  robustness: RobustnessFound;
}

export interface MeasureTask {
  measure: keyof Measures;
  columns: NetworkColumns;
  progress: Progress;
}

/** Takes one measure of a network. */
export function measure({ measure: name, columns, progress }: MeasureTask): Measures[keyof Measures] {
  const graph = graphOf(columns);
  switch (name) {
    case 'betweenness':
      return betweenness(graph, progress);
    case 'communities':
      return communities(graph);
    case 'layout':
      return layout(graph, progress);
    case 'robustness':
      return robustness(graph, columns.kinds, progress);
  }
}
