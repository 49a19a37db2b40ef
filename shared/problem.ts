import { Directive, Field, ID, InterfaceType, Int, ObjectType } from 'type-graphql';
import type { Finding } from './finding.js';

/** An outcome that a client branches on; nothing was written. Implementations are not registered by themselves: each subgraph has its own. */
@InterfaceType({
  description: 'Why a mutation changed nothing; branch on the type or the code.',
  autoRegisterImplementations: false,
})
export abstract class Problem {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: 'For people: what was found and what is allowed.' })
  message!: string;
}

/** Fills a problem's fields. */
export function problem<T extends Problem>(type: new () => T, values: Omit<T, never>): T {
  return Object.assign(new type(), values);
}

@ObjectType({ description: 'One wrong value of an input.' })
@Directive('@shareable')
export class FieldProblem {
  @Field(() => String, { description: 'Path in the input: "uscc" or "items.0.quantity".' })
  field!: string;

  @Field(() => String, { description: 'Stable code, for instance USCC_BAD_CHECK.' })
  code!: string;

  @Field(() => String, { description: 'For people: what was found and what is allowed.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What was found; null where it may be personal.' })
  found!: string | null;

  @Field(() => String, { nullable: true, description: 'What is allowed.' })
  allowed!: string | null;
}

@ObjectType({ implements: Problem, description: 'Values of the input are wrong; all of them are listed.' })
@Directive('@shareable')
export class InvalidInput extends Problem {
  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

@ObjectType({
  implements: Problem,
  description: 'The state machine knows no such step (R-INC-01 and its like).',
})
@Directive('@shareable')
export class InvalidTransition extends Problem {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  to!: string;

  @Field(() => [String], { description: 'Where it may go from here.' })
  allowed!: string[];
}

@ObjectType({ implements: Problem, description: 'The input names something that does not exist.' })
@Directive('@shareable')
export class UnknownReference extends Problem {
  @Field(() => String, { description: 'Path in the input.' })
  field!: string;

  @Field(() => ID)
  id!: string;
}

@ObjectType({
  implements: Problem,
  description: 'Somebody changed the record since it was read; read it again.',
})
@Directive('@shareable')
export class StaleVersion extends Problem {
  @Field(() => Int, { description: 'The version it has now.' })
  current!: number;
}

/** Says that a version is not the row's; null when it is. */
export function staleVersion(given: number, current: number): StaleVersion | null {
  if (given === current) return null;
  const message = `The record has version ${current}, the input names ${given}: read it again.`;
  return problem(StaleVersion, { code: 'CONFLICT', message, current });
}

/** Says that an id in the input belongs to nothing. */
export function unknownReference(field: string, id: string): UnknownReference {
  const message = `${field}: there is nothing with the id "${id.slice(0, 80)}".`;
  return problem(UnknownReference, { code: 'UNKNOWN_REFERENCE', message, field, id });
}

/** Gathers what is wrong with an input, so that a client learns everything at once. */
export class Inspection {
  private readonly problems: FieldProblem[] = [];

  /** Adds findings about one value. */
  add(field: string, findings: readonly Finding[]): this {
    for (const { code, message, found, allowed } of findings) {
      this.problems.push(
        Object.assign(new FieldProblem(), {
          field,
          code,
          message: `${field}: ${message}`,
          found: found ?? null,
          allowed: allowed ?? null,
        }),
      );
    }
    return this;
  }

  /** Adds one finding unless the condition holds. */
  expect(holds: boolean, field: string, code: string, message: string): this {
    return holds ? this : this.add(field, [{ code, message }]);
  }

  /** Leaves out what was wrong before with values that the input does not name: it must not stop a change of something else. */
  without(before: InvalidInput | null, named: ReadonlySet<string>): this {
    const known = new Set(before?.problems.map(({ field, code }) => `${field} ${code}`));
    const kept = this.problems.filter(
      ({ field, code }) => named.has(field.split('.')[0] ?? '') || !known.has(`${field} ${code}`),
    );
    this.problems.splice(0, Infinity, ...kept);
    return this;
  }

  /** Yields the problem, or null when nothing is wrong. */
  result(): InvalidInput | null {
    if (this.problems.length === 0) return null;
    const message = this.problems.map((found) => found.message).join(' ');
    return problem(InvalidInput, { code: 'BAD_USER_INPUT', message, problems: this.problems });
  }
}
