import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Dictionary, type Fits, fitting, isDictionary, typeNameOf } from './types.js';

/** Takes of an object what a subgraph needs to know it by; null when the object lacks it. */
export type Represent = (object: Dictionary) => Dictionary | null;

type Take = (object: Dictionary, into: Dictionary) => void;

/** Compiles what a fetch requires of each entity. */
export function representOf(requires: readonly RequiresSelection[], schema: GraphQLSchema): Represent {
  const take = takeAll(requires, schema);
  return (object) => {
    const typeName = typeNameOf(object);
    if (typeName === undefined) return null;
    const taken: Dictionary = {};
    take(object, taken);
    const hasKey = Object.keys(taken).some((name) => name !== '__typename');
    if (!hasKey) return null;
    taken['__typename'] ??= typeName;
    return taken;
  };
}

function takeAll(selections: readonly RequiresSelection[], schema: GraphQLSchema): Take {
  const takes = selections.map((selection): Take => {
    if (selection.kind === 'FragmentSpread') throw new Error('A plan requires a named fragment.');
    if (selection.kind === 'Field') return takeField(selection, schema);
    return takeFitting(fitting(schema, selection.typeCondition), takeAll(selection.selections, schema));
  });
  return (object, into) => takes.forEach((take) => take(object, into));
}

function takeFitting(fits: Fits, take: Take): Take {
  return (object, into) => {
    const typeName = typeNameOf(object);
    if (typeName === undefined || fits(typeName)) take(object, into);
  };
}

function takeField(
  { name, alias, selections = [] }: Extract<RequiresSelection, { kind: 'Field' }>,
  schema: GraphQLSchema,
): Take {
  const inside = selections.length === 0 ? null : takeAll(selections, schema);
  const project = (value: unknown): unknown => {
    if (inside === null) return value;
    if (Array.isArray(value)) return value.map(project);
    if (!isDictionary(value)) return null;
    const taken: Dictionary = {};
    inside(value, taken);
    return taken;
  };
  // Under its alias: a rewrite of the plan gives it its own name again.
  const key = alias ?? name;
  return (object, into) => {
    const value = object[name] === undefined ? object[key] : object[name];
    if (value !== undefined && value !== null) into[key] = project(value);
  };
}
