import { type ExecutionResult, GraphQLError } from 'graphql';
import { HubError } from './errors.js';
import { isId } from './id.js';
import type { HubNotes } from './data-age.js';
import type { Viewer } from './viewer.js';

/** The hub's subgraphs and the port each listens on when it runs as a process of its own. */
export const subgraphPorts = {
  organizations: 4001,
  partners: 4002,
  donations: 4003,
  identity: 4004,
  imports: 4005,
} as const;
export type SubgraphName = keyof typeof subgraphPorts;
export const subgraphNames = Object.keys(subgraphPorts) as SubgraphName[];

/** Asks another subgraph, embedded or over HTTP; throws UNAVAILABLE when it cannot answer, and what it says when it cannot wholly. */
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

/**
 * Yields an answer that is whole. One with an error is none, whatever else it holds: a noun that could not be read stands in it as null,
 * like one that there is not, and nobody may act on that.
 */
export function wholeAnswer<Data>(
  subgraph: SubgraphName,
  { data, errors }: Pick<ExecutionResult, 'data' | 'errors'>,
): Data {
  const error = errors?.[0];
  // Without its path, which leads through another answer than the one that now fails.
  if (error !== undefined)
    throw new GraphQLError(error.message, {
      extensions: error.extensions,
      originalError: error.originalError ?? null,
    });
  if (!data) throw new HubError('UNAVAILABLE', `The ${subgraph} subgraph gave no data.`, { subgraph });
  return data as Data;
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
 * Asks the owner of a noun for one of its entities: null when there is none. Owners delete nothing but what a file put there by mistake, and
 * that only while nothing is known to name it, so what was found stays.
 * Throws UNAVAILABLE when the owner does not answer: then nothing may be written that names the entity.
 */
export async function lookUp<Entity>(asking: Asking, { id, ...sought }: Sought): Promise<Entity | null> {
  return (await lookUpAll<Entity>(asking, { ...sought, ids: [id] })).get(id.toLowerCase()) ?? null;
}

/** Asks for several at once, at most `entitiesMax`; yields those that there are, by their ids in lower case. */
export async function lookUpAll<Entity>(
  { directory, viewer, requestId }: Asking,
  { subgraph, type, ids, selection }: Omit<Sought, 'id'> & { ids: readonly string[] },
): Promise<ReadonlyMap<string, Entity>> {
  const wanted = [...new Set(ids.filter(isId).map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  const query = `query LookUp($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
  const representations = wanted.map((id) => ({ __typename: type, id }));
  const answer = await directory.ask<{ _entities: (Entity | null)[] }>(subgraph, {
    query,
    variables: { representations },
    viewer,
    ...(requestId === null ? {} : { requestId }),
  });
  return new Map(
    wanted.flatMap((id, place) => {
      const found = answer._entities[place];
      return found == null ? [] : [[id, found] as const];
    }),
  );
}
