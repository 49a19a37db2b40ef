import { isId } from './id.js';
import type { HubNotes } from './data-age.js';
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
  requestId?: string | undefined;
  /** Hears what the answer is made of. */
  note?: (notes: HubNotes | undefined) => void;
}

/** Whose question it is. */
export interface Asking {
  directory: Directory;
  viewer: Viewer;
  requestId: string | null;
}

/** A noun of another subgraph, and what is asked of it. */
export interface Sought {
  subgraph: SubgraphName;
  type: string;
  id: string;
  /** Fields, as a selection without braces. */
  selection: string;
}

/**
 * Asks the owner of a noun for one of its entities: null when there is none. Owners never delete, so what was found stays.
 * Throws UNAVAILABLE when the owner does not answer: then nothing may be written that names the entity.
 */
export async function lookUp<Entity>(
  { directory, viewer, requestId }: Asking,
  { subgraph, type, id, selection }: Sought,
): Promise<Entity | null> {
  if (!isId(id)) return null;
  const query = `query LookUp($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
  const representations = [{ __typename: type, id: id.toLowerCase() }];
  const answer = await directory.ask<{ _entities: (Entity | null)[] }>(subgraph, {
    query,
    variables: { representations },
    viewer,
    ...(requestId === null ? {} : { requestId }),
  });
  return answer._entities[0] ?? null;
}
