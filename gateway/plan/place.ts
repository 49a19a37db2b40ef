import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Dictionary, type Fits, fitting, isDictionary, typeNameOf } from './types.js';

export type Path = readonly (string | number)[];

/** Where in an answer the entities of a fetch are. */
export interface Places {
  /** Calls back for every object there, in order. */
  visit(data: Dictionary, found: (object: Dictionary) => void): void;
  /** The same with paths, which only errors need. */
  visitWithPaths(data: Dictionary, found: (object: Dictionary, path: Path) => void): void;
  /** The fields on the way, for an error that belongs to no single object. */
  fields: readonly string[];
}

/** A step on the way: into a field, or only on with objects of a type. Lists are entered where they are met. */
type Step = { field: string } | { fits: Fits };

/** Reads a plan's path to entities. */
export function placesOf(path: readonly FlattenNodePathSegment[], schema: GraphQLSchema): Places {
  const steps = path.flatMap((segment): Step[] => {
    // A list is met as a value: the mark of it in the path says nothing more.
    if (segment === '@') return [];
    if ('Field' in segment) return [{ field: segment.Field }];
    return [{ fits: fitting(schema, segment.TypeCondition) }];
  });
  return {
    visit: (data, found) => walk(data, steps, 0, found),
    visitWithPaths: (data, found) => walkWithPaths(data, steps, [], found),
    fields: steps.flatMap((step) => ('field' in step ? [step.field] : [])),
  };
}

function walk(
  value: unknown,
  steps: readonly Step[],
  index: number,
  found: (object: Dictionary) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, steps, index, found);
    return;
  }
  if (!isDictionary(value)) return;
  const step = steps[index];
  if (step === undefined) found(value);
  else if ('field' in step) walk(value[step.field], steps, index + 1, found);
  else if (passes(value, step.fits)) walk(value, steps, index + 1, found);
}

function walkWithPaths(
  value: unknown,
  [step, ...rest]: readonly Step[],
  path: Path,
  found: (object: Dictionary, path: Path) => void,
): void {
  if (Array.isArray(value)) {
    const steps = step === undefined ? [] : [step, ...rest];
    value.forEach((item, index) => walkWithPaths(item, steps, [...path, index], found));
    return;
  }
  if (!isDictionary(value)) return;
  if (step === undefined) found(value, path);
  else if ('field' in step) walkWithPaths(value[step.field], rest, [...path, step.field], found);
  else if (passes(value, step.fits)) walkWithPaths(value, rest, path, found);
}

/** An object that does not say its type can only be of the one that the plan asked for. */
function passes(value: Dictionary, fits: Fits): boolean {
  const name = typeNameOf(value);
  return name === undefined || fits(name);
}
