import type {
  FlattenNodePathSegment,
  InputRewrite,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { mergeInto } from './merge.js';
import { type Path, placesOf } from './place.js';
import { representOf } from './representation.js';
import { rewriteOf } from './rewrite.js';
import { type Dictionary, isDictionary } from './types.js';

/** The entities that a fetch is about, each asked for once however often it stands in the answer. */
export interface Entities {
  representations: readonly Dictionary[];
  /** Merges the list that a subgraph answered, in the order of the representations, into every place. */
  merge(answered: unknown): void;
  /** The places of one representation; looked for only when there is an error to place. */
  pathsOf(data: Dictionary, index: number): Path[];
  /** The fields on the way to the entities. */
  fields: readonly string[];
}

export interface EntitiesWanted {
  paths: readonly (readonly FlattenNodePathSegment[])[];
  requires: readonly RequiresSelection[];
  inputRewrites?: readonly InputRewrite[];
}

/** Compiles how the entities of a fetch are gathered from what is known so far. */
export function entitiesOf(
  { paths, requires, inputRewrites }: EntitiesWanted,
  schema: GraphQLSchema,
): (data: Dictionary) => Entities {
  const places = paths.map((path) => placesOf(path, schema));
  const represent = representOf(requires, schema);
  const rewrite = rewriteOf(inputRewrites, schema);
  return (data) => {
    const representations: Dictionary[] = [];
    const indexes = new Map<string, number>();
    const targets = new Map<Dictionary, number>();
    const gather = (object: Dictionary) => {
      if (targets.has(object)) return;
      const representation = represent(object);
      if (representation === null) return;
      rewrite?.(representation);
      const key = keyOf(representation);
      const index = indexes.get(key) ?? representations.push(representation) - 1;
      indexes.set(key, index);
      targets.set(object, index);
    };
    for (const place of places) place.visit(data, gather);
    return {
      representations,
      merge: (answered) => {
        if (!Array.isArray(answered)) return;
        for (const [target, index] of targets) {
          const entity: unknown = answered[index];
          if (isDictionary(entity)) mergeInto(target, entity);
        }
      },
      pathsOf: (known, index) => {
        const found: Path[] = [];
        for (const place of places)
          place.visitWithPaths(known, (object, path) => {
            if (targets.get(object) === index) found.push(path);
          });
        return found;
      },
      fields: places[0]?.fields ?? [],
    };
  };
}

/** Taken by the same plan, so their names are in the same order. */
const keyOf = (representation: Dictionary): string => JSON.stringify(representation);
