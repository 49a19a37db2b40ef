import type { GraphQLObjectType } from 'graphql';
import { checkEntities } from '../entities.js';
import { type Column, ItemColumn } from './column.js';
import type { Shape, Step, Value } from './program.js';
import type { Run } from './run.js';
import { attempt, Failure, whenAll } from './settle.js';

/** What names an entity of another subgraph. */
type Representation = Readonly<Record<string, unknown>> | null;

type Find = (representation: Representation, context: unknown, info: unknown) => unknown;

/** Whether a field looks entities up by what another subgraph knows of them. */
export const isEntities = ({ name, value }: Step): boolean =>
  name === '_entities' && value.kind === 'list' && value.item.kind === 'abstract';

/** Looks entities up, those of each type together; each of them fails alone. */
export function entities(
  run: Run,
  column: Column,
  step: Step,
  args: Record<string, unknown>,
): Promise<unknown> | undefined {
  const representations = args['representations'] as readonly Representation[];
  const byType = new Map<unknown, number[]>();
  representations.forEach((representation, index) => {
    const name = representation?.['__typename'];
    const indexes = byType.get(name);
    if (indexes === undefined) byType.set(name, [index]);
    else indexes.push(index);
  });
  const checked = attempt(() => {
    checkEntities(representations);
    return [...byType].map(([name, indexes]) => [shapeOf(step, name), indexes] as const);
  });
  if (checked instanceof Failure) {
    run.fail(column, step, 0, checked.reason);
    return undefined;
  }
  const list = representations.map(() => null);
  column.put(0, list);
  const { nonNull } = (step.value as List).item;
  return whenAll(
    (checked as [Shape, number[]][]).map(([shape, indexes]) => {
      const find = finderOf(shape.type);
      const values = indexes.map((index) =>
        attempt(() => find(representations[index] ?? null, run.context, step.info)),
      );
      const [lists, at] = [indexes.map(() => list), indexes.map(() => 0)];
      const items = new ItemColumn(lists, column, at, indexes, nonNull);
      return run.complete(items, step, { kind: 'object', nonNull, shape }, values);
    }),
  );
}

type List = Extract<Value, { kind: 'list' }>;

/** Yields what is asked of entities of a type; throws for what is no entity. */
function shapeOf({ value }: Step, name: unknown): Shape {
  const { item } = value as List;
  const shape = item.kind === 'abstract' && typeof name === 'string' ? item.shapeOf.get(name) : undefined;
  if (shape !== undefined) return shape;
  throw new Error(
    `The _entities resolver tried to load an entity for type "${String(name)}", but no object or interface type of that name was found in the schema`,
  );
}

/** Yields how a type's entities are found, which @apollo/subgraph keeps with the type; without that the representation is the entity. */
function finderOf({ extensions }: GraphQLObjectType): Find {
  const { apollo } = extensions as { apollo?: { subgraph?: { resolveReference?: Find } } };
  return apollo?.subgraph?.resolveReference ?? ((representation) => representation);
}
