export interface NetworkNode {
  id: string;
  kind: string;
  degree: number;
  betweenness: number;
  community: number;
  x: number;
  y: number;
  organization: { name: string; kind: string } | null;
  partner: { name: string; kind: string } | null;
  project: { name: string } | null;
}

export interface NetworkEdge {
  source: string;
  target: string;
  kind: string;
  weight: number;
  validFrom: string | null;
  validTo: string | null;
}

export interface Network {
  nodes: readonly NetworkNode[];
  edges: readonly NetworkEdge[];
  nodeCount: number;
  edgeCount: number;
  /** Whether the hub left out nodes, because there are more than were asked for. */
  truncated: boolean;
  dataVersion: string;
}

export const nameOf = ({ organization, partner, project, id }: NetworkNode): string =>
  organization?.name ?? partner?.name ?? project?.name ?? id;

/** Of its kind of node: which kind of organization or partner. */
export const entityKindOf = ({ organization, partner }: NetworkNode): string | null =>
  organization?.kind ?? partner?.kind ?? null;
