import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { Incubation, IncubationStage } from './incubation.entity.js';

export const IncubationConnection = connectionType('Incubation', () => Incubation);

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
