import { defaultTypeResolver, type GraphQLAbstractType, GraphQLError } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { type Column, ItemColumn } from './column.js';
import type { Leaf, Shape, Step, Value } from './program.js';
import type { Run } from './run.js';
import { attempt, Failure, settle, whenAll } from './settle.js';

/** Puts the answers of values that have settled in their places; yields what is still to be waited for inside of them. */
export function putValues(
  run: Run,
  column: Column,
  step: Step,
  value: Value,
  values: readonly unknown[],
): Promise<unknown> | undefined {
  switch (value.kind) {
    case 'leaf':
      return putLeaves(run, column, step, value.type, values);
    case 'list':
      return putLists(run, column, step, value.item, values);
    case 'object':
      return putObjects(run, column, step, value.shape, values);
    case 'abstract':
      return putAbstracts(run, column, step, value, values);
  }
}

/** Whether there is something at a place; where there is not, null or an error is put there. */
function isThere(run: Run, column: Column, step: Step, place: number, value: unknown): boolean {
  if (value instanceof Failure) run.fail(column, step, place, value.reason);
  else if (value instanceof Error) run.fail(column, step, place, value);
  else if (value !== null && value !== undefined) return true;
  else if (column.nonNull)
    run.fail(column, step, place, new Error(`Cannot return null for non-nullable field ${nameOf(step)}.`));
  else column.put(place, null);
  return false;
}

const nameOf = ({ name, info }: Step): string => `${info.parentType.name}.${name}`;

function putLeaves(run: Run, column: Column, step: Step, type: Leaf, values: readonly unknown[]): undefined {
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place];
    if (!isThere(run, column, step, place, value)) continue;
    try {
      column.put(place, serialized(type, value));
    } catch (error) {
      run.fail(column, step, place, error);
    }
  }
}

function serialized(type: Leaf, value: unknown): unknown {
  const leaf = type.serialize(value);
  if (leaf !== null && leaf !== undefined) return leaf;
  throw new Error(
    `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(leaf)}`,
  );
}

function putLists(run: Run, column: Column, step: Step, item: Value, values: readonly unknown[]) {
  const [lists, at, indexes, items]: [unknown[][], number[], number[], unknown[]] = [[], [], [], []];
  values.forEach((value, place) => {
    if (!isThere(run, column, step, place, value)) return;
    const all = attempt(() => itemsOf(value, step));
    if (all instanceof Failure) return run.fail(column, step, place, all.reason);
    const list: unknown[] = [];
    column.put(place, list);
    for (const found of all as unknown[]) {
      lists.push(list);
      at.push(place);
      indexes.push(list.push(null) - 1);
      items.push(found);
    }
  });
  if (items.length === 0) return undefined;
  return run.complete(new ItemColumn(lists, column, at, indexes, item.nonNull), step, item, items);
}

/** Yields the items of a list, whose making may fail anywhere in it. */
function itemsOf(value: unknown, step: Step): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value === 'object' && Symbol.iterator in (value as object))
    return [...(value as Iterable<unknown>)];
  throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(step)}".`);
}

function putObjects(
  run: Run,
  column: Column,
  step: Step,
  shape: Shape,
  values: readonly unknown[],
  places: readonly number[] | null = null,
): Promise<unknown> | undefined {
  const [sources, answers, at]: [unknown[], Record<string, unknown>[], number[]] = [[], [], []];
  const { length } = places ?? values;
  for (let nth = 0; nth < length; nth += 1) {
    const place = places?.[nth] ?? nth;
    const source = values[place];
    if (!isThere(run, column, step, place, source)) continue;
    const answer = { ...shape.blank };
    column.put(place, answer);
    sources.push(source);
    answers.push(answer);
    at.push(place);
  }
  return sources.length === 0 ? undefined : run.level({ shape, sources, answers, column, at });
}

type Abstract = Extract<Value, { kind: 'abstract' }>;

function putAbstracts(
  run: Run,
  column: Column,
  step: Step,
  { type, shapeOf }: Abstract,
  values: readonly unknown[],
) {
  const places = [...values.keys()].filter((place) => isThere(run, column, step, place, values[place]));
  const names = places.map((place) => attempt(() => typeOf(run, step, type, values[place])));
  const put = () => {
    const byShape = Map.groupBy(places.keys(), (nth) => shapeOf.get(names[nth] as string) ?? null);
    return whenAll(
      [...byShape].map(([shape, members]) => {
        const own = members.map((nth) => places[nth] as number);
        if (shape !== null) return putObjects(run, column, step, shape, values, own);
        for (const nth of members)
          run.fail(column, step, places[nth] as number, unknownType(step, type, names[nth]));
        return undefined;
      }),
    );
  };
  const settled = settle(names);
  return settled === undefined ? put() : settled.then(put);
}

const typeOf = ({ context }: Run, { info }: Step, type: GraphQLAbstractType, value: unknown): unknown =>
  (type.resolveType ?? defaultTypeResolver)(value, context, info, type);

function unknownType(step: Step, type: GraphQLAbstractType, name: unknown): unknown {
  if (name instanceof Failure) return name.reason;
  const found = name === undefined || name === null ? '' : ` with value of type ${inspect(name)}`;
  return new GraphQLError(
    `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${nameOf(step)}"${found}.`,
  );
}
