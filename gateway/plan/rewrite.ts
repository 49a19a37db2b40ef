import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Dictionary, type Fits, fitting, isDictionary, typeNameOf } from './types.js';

/** Changes an object in place. */
export type Rewrite = (object: Dictionary) => void;

type Step = { key: string } | { fits: Fits };

/** Compiles what a plan changes in representations before a fetch, or in its answer: a key's name, or a value (a type's name). */
export function rewriteOf(rewrites: readonly FetchRewrite[] = [], schema: GraphQLSchema): Rewrite | null {
  if (rewrites.length === 0) return null;
  const all = rewrites.map((rewrite) => single(rewrite, schema));
  return (object) => all.forEach((each) => each(object));
}

function single(rewrite: FetchRewrite, schema: GraphQLSchema): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return at(stepsOf(path, schema), (object, key) => {
      if (!Object.hasOwn(object, key)) return;
      object[renameKeyTo] = object[key];
      delete object[key];
    });
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return at(stepsOf(path, schema), (object, key) => {
    object[key] = setValueTo;
  });
}

const stepsOf = (path: readonly FetchNodePathSegment[], schema: GraphQLSchema): Step[] =>
  path.map((segment) =>
    'Key' in segment ? { key: segment.Key } : { fits: fitting(schema, segment.TypenameEquals) },
  );

/** Goes along a path and changes the last key of it. */
function at(steps: readonly Step[], change: (object: Dictionary, key: string) => void): Rewrite {
  const go = (value: unknown, index: number): void => {
    if (Array.isArray(value)) return value.forEach((item) => go(item, index));
    const step = steps[index];
    if (!isDictionary(value) || step === undefined) return;
    if ('fits' in step) {
      const name = typeNameOf(value);
      if (name === undefined || step.fits(name)) go(value, index + 1);
    } else if (index === steps.length - 1) change(value, step.key);
    else go(value[step.key], index + 1);
  };
  return (object) => go(object, 0);
}
