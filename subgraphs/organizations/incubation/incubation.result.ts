import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { Incubation, IncubationStage } from './incubation.entity.js';

export const IncubationConnection = connectionType('Incubation', () => Incubation);

@ObjectType({
  implements: Problem,
  description: 'The organization has an open incubation, at this base or another (R-INC-06).',
})
export class AlreadyIncubating extends Problem {
  @Field(() => Incubation)
  existing!: Incubation;
}

export const ApplyForIncubationResult = createUnionType({
  name: 'ApplyForIncubationResult',
  types: () => [Incubation, InvalidInput, AlreadyIncubating, UnknownReference] as const,
});

export const MoveIncubationResult = createUnionType({
  name: 'MoveIncubationResult',
  types: () => [Incubation, InvalidTransition, StaleVersion, InvalidInput] as const,
});

export const CompleteHandoverResult = createUnionType({
  name: 'CompleteHandoverResult',
  types: () => [Incubation, InvalidInput] as const,
});

@ObjectType({ description: 'One stage of an incubation funnel.' })
export class FunnelStage {
  constructor(
    stage: IncubationStage,
    reached: number,
    current: number,
    private readonly medians: () => Promise<ReadonlyMap<IncubationStage, number>>,
  ) {
    this.stage = stage;
    this.reached = reached;
    this.current = current;
  }

  @Field(() => IncubationStage)
  stage: IncubationStage;

  @Field(() => Int, {
    description: 'How many of the cohort ever reached this stage; never grows along the funnel.',
  })
  reached: number;

  @Field(() => Int, {
    description:
      'How many of the cohort stand here now; RECTIFYING counts at MIDTERM_REVIEW, EXTENDED at FINAL_REVIEW.',
  })
  current: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Median days that a finished stay in this stage took; null when none is finished.',
  })
  async medianDays(): Promise<number | null> {
    return (await this.medians()).get(this.stage) ?? null;
  }
}
