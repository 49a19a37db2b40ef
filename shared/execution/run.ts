import { type ExecutionResult, getVariableValues, type GraphQLError, locatedError } from 'graphql';
import { type Column, FieldColumn, type Level } from './column.js';
import { entities, isEntities } from './entities.js';
import type { Program, Shape, Step, Value, Variables } from './program.js';
import { putValues } from './put.js';
import { attempt, Failure, settle, whenAll } from './settle.js';

/** graphql-js stops there too. */
const variableErrorsMax = 50;

/** Runs a query; refuses variables that do not fit in the words of graphql-js. */
export async function runProgram(
  { schema, operation, shapeFor }: Program,
  given: Variables | undefined,
  context: unknown,
): Promise<ExecutionResult> {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, {
    maxErrors: variableErrorsMax,
  });
  return errors === undefined ? new Run(context, coerced).of(shapeFor(coerced)) : { errors };
}

/**
 * One operation on its way. It goes through an answer by fields, not by objects: what a field is for all objects of its level is
 * asked for in one turn and waited for once, and what is found is the next level. An answer of a thousand values costs as many
 * promises as its operation has fields that wait.
 */
export class Run {
  private readonly errors: GraphQLError[] = [];
  /** What is not in the answer any more, because something in it is null that may not be. */
  private readonly gone = new Set<object>();

  constructor(
    readonly context: unknown,
    private readonly variables: Variables,
  ) {}

  async of(shape: Shape): Promise<ExecutionResult> {
    const data: Record<string, unknown> = { ...shape.blank };
    await this.level({ shape, sources: [undefined], answers: [data], column: null, at: [] });
    const { errors } = this;
    return { ...(errors.length > 0 && { errors }), data: this.gone.has(data) ? null : data };
  }

  /** Answers all fields of a level; yields what is still to be waited for. */
  level(level: Level): Promise<unknown> | undefined {
    return whenAll(level.shape.fields.map((step) => this.field(level, step)));
  }

  private field(level: Level, step: Step): Promise<unknown> | undefined {
    const { sources } = level;
    const column = new FieldColumn(level, step.key, step.value.nonNull);
    const args = attempt(() => step.args(this.variables));
    if (args instanceof Failure)
      return putValues(
        this,
        column,
        step,
        step.value,
        sources.map(() => args),
      );
    const given = args as Record<string, unknown>;
    if (isEntities(step)) return entities(this, column, step, given);
    const values = new Array<unknown>(sources.length);
    for (let place = 0; place < sources.length; place += 1)
      values[place] = this.resolve(step, sources[place], given);
    return this.complete(column, step, step.value, values);
  }

  private resolve({ name, resolve, info }: Step, source: unknown, args: Record<string, unknown>): unknown {
    try {
      if (resolve !== null) return resolve(source, args, this.context, info);
      const value = (source as Properties | null | undefined)?.[name];
      return typeof value === 'function' ? (source as Methods)[name]?.(args, this.context, info) : value;
    } catch (error) {
      return new Failure(error);
    }
  }

  /** Waits for values and puts what they answer in their places. */
  complete(column: Column, step: Step, value: Value, values: unknown[]): Promise<unknown> | undefined {
    const settled = settle(values);
    const put = () => putValues(this, column, step, value, values);
    return settled === undefined ? put() : settled.then(put);
  }

  /** Notes an error and makes its place null; nothing where the place is not in the answer any more. */
  fail(column: Column, { nodes }: Step, place: number, error: unknown): void {
    if (this.gone.size > 0 && column.isGone(place, this.gone)) return;
    this.errors.push(locatedError(error, nodes, column.pathOf(place)));
    column.nullify(place, this.gone);
  }
}

type Properties = Record<string, unknown>;
type Methods = Record<string, (args: unknown, context: unknown, info: unknown) => unknown>;
