import type { EntityManager } from '@mikro-orm/postgresql';
import type { Asking } from '#shared/directory.js';
import { entitiesMax } from '#shared/entities.js';
import { isId } from '#shared/id.js';
import { byArguments, Loader } from '#shared/loader.js';
import { type Seeker, type Suggested, suggestResources } from './suggestion.queries.js';

/** Batched suggestions: one question to the directory and one statement for all organizations of a list. */
export function suggestionLoaders(em: EntityManager, asking: Asking) {
  return {
    suggestionsByOrganization: byArguments(
      (first: number) =>
        new Loader<Suggested[]>(async (ids) => {
          const seekers = await placesOf(asking, ids);
          const suggested = seekers.length === 0 ? [] : await suggestResources(em, seekers, first);
          const found = Map.groupBy(suggested, ({ organization }) => organization);
          return (id) => found.get(id.toLowerCase()) ?? [];
        }, entitiesMax),
    ),
  };
}

/** Asks the owner of organizations where they work: links know only where one worked when they were proposed. */
async function placesOf({ directory, viewer, requestId }: Asking, ids: readonly string[]): Promise<Seeker[]> {
  const query =
    'query Places($representations: [_Any!]!) { _entities(representations: $representations) { ... on Organization { id area { code } } } }';
  const known = [...new Set(ids.filter(isId).map((id) => id.toLowerCase()))];
  if (known.length === 0) return [];
  const answer = await directory.ask<{ _entities: ({ id: string; area: { code: string } } | null)[] }>(
    'organizations',
    {
      query,
      variables: { representations: known.map((id) => ({ __typename: 'Organization', id })) },
      viewer,
      ...(requestId === null ? {} : { requestId }),
    },
  );
  return answer._entities.flatMap((found) =>
    found === null ? [] : [{ id: found.id, areaCode: found.area.code }],
  );
}
