import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { checkedId } from '#shared/id.js';
import { pageRequest } from '#shared/page.js';
import { DateScalar, DateTimeScalar } from '#shared/scalars.js';
import { today } from '#shared/today.js';
import { DataWarning } from '#shared/warning.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { HandoverTask, Incubation, IncubationStage, StageEvent } from './incubation.entity.js';
import { handoverClock, IncubationClock, screeningClock, termClock } from './incubation.clock.js';
import {
  ApplyForIncubationInput,
  CompleteHandoverInput,
  IncubationArgs,
  MoveIncubationInput,
} from './incubation.input.js';
import { searchIncubations } from './incubation.queries.js';
import {
  ApplyForIncubationResult,
  CompleteHandoverResult,
  IncubationConnection,
  MoveIncubationResult,
} from './incubation.result.js';
import { incubationWarnings, screeningDueOn } from './incubation.rules.js';
import { completeHandover } from './handover.service.js';
import { applyForIncubation, moveIncubation } from './incubation.service.js';
import { allowedSteps } from './incubation.stages.js';

@Resolver(() => Incubation)
export class IncubationResolver {
  @Query(() => IncubationConnection, { description: 'Incubations, oldest first.' })
  async incubations(@Args(() => IncubationArgs) wanted: IncubationArgs, @Ctx() { em }: OrganizationsContext) {
    return new IncubationConnection(await searchIncubations(em, pageRequest(wanted, 'CREATED_AT'), wanted));
  }

  @Query(() => Incubation, { nullable: true, description: 'One incubation; null when there is none.' })
  async incubation(
    @Arg('id', () => ID) id: string,
    @Ctx() { incubationById }: OrganizationsContext,
  ): Promise<Incubation | null> {
    return incubationById.load(checkedId('id', id));
  }

  @Mutation(() => ApplyForIncubationResult, {
    description: 'Applies for an incubation: by the organization itself or an administrator.',
  })
  applyForIncubation(
    @Arg('input', () => ApplyForIncubationInput) input: ApplyForIncubationInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return applyForIncubation(context, input);
  }

  @Mutation(() => MoveIncubationResult, {
    description:
      'Takes one step: by the base or an administrator; WITHDRAWN and EXITED by the organization itself too.',
  })
  moveIncubation(
    @Arg('input', () => MoveIncubationInput) input: MoveIncubationInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return moveIncubation(context, input);
  }

  @Mutation(() => CompleteHandoverResult, {
    description:
      'Notes that an organization that left has handed everything back: by the base or an administrator.',
  })
  completeHandover(
    @Arg('input', () => CompleteHandoverInput) input: CompleteHandoverInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return completeHandover(context, input);
  }

  @FieldResolver(() => Organization)
  organization(@Root() { organizationId }: Incubation, @Ctx() { organizationById }: OrganizationsContext) {
    return organizationById.load(organizationId);
  }

  @FieldResolver(() => Organization, { description: 'The incubation base.' })
  base(@Root() { baseId }: Incubation, @Ctx() { organizationById }: OrganizationsContext) {
    return organizationById.load(baseId);
  }

  @FieldResolver(() => [StageEvent], { description: 'Its history, oldest first.' })
  events(
    @Root() { id }: Incubation,
    @Ctx() { eventsByIncubation }: OrganizationsContext,
  ): PromiseLike<StageEvent[]> {
    return eventsByIncubation.load(id);
  }

  @FieldResolver(() => [IncubationStage], { description: 'Where it may go from here (R-INC-01).' })
  allowedTransitions(@Root() incubation: Incubation): IncubationStage[] {
    return [...allowedSteps(incubation)];
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When it came to its present stage.' })
  since(
    @Root() { id, createdAt }: Incubation,
    @Ctx() { eventsByIncubation }: OrganizationsContext,
  ): PromiseLike<Date> {
    return eventsByIncubation.load(id).as((events) => events.at(-1)?.at ?? createdAt);
  }

  @FieldResolver(() => IncubationClock, {
    nullable: true,
    description: 'What it is waiting for; null where no rule says until when.',
  })
  clock(
    @Root() incubation: Incubation,
    @Ctx() { eventsByIncubation, handoverByIncubation }: OrganizationsContext,
  ): IncubationClock | null | PromiseLike<IncubationClock | null> {
    const { id, stage } = incubation;
    if (stage === IncubationStage.SCREENING)
      return eventsByIncubation.load(id).as((events) => screeningClock(events, today()));
    if (stage === IncubationStage.EXITED)
      return handoverByIncubation.load(id).as((task) => handoverClock(task, today()));
    return termClock(incubation, today());
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Fifth working day after it came to SCREENING; null before (R-INC-02).',
  })
  screeningDueOn(
    @Root() { id }: Incubation,
    @Ctx() { eventsByIncubation }: OrganizationsContext,
  ): PromiseLike<string | null> {
    return eventsByIncubation.load(id).as(screeningDueOn);
  }

  @FieldResolver(() => Boolean, { description: 'In SCREENING after screeningDueOn (R-INC-02).' })
  overdue(
    @Root() { id, stage }: Incubation,
    @Ctx() { eventsByIncubation }: OrganizationsContext,
  ): boolean | PromiseLike<boolean> {
    if (stage !== IncubationStage.SCREENING) return false;
    return eventsByIncubation.load(id).as((events) => {
      const due = screeningDueOn(events);
      return due !== null && today() > due;
    });
  }

  @FieldResolver(() => HandoverTask, {
    nullable: true,
    description: 'What it owes the base after it left; null unless EXITED (R-INC-08).',
  })
  handoverTask(
    @Root() { id }: Incubation,
    @Ctx() { handoverByIncubation }: OrganizationsContext,
  ): PromiseLike<HandoverTask | null> {
    return handoverByIncubation.load(id);
  }

  @FieldResolver(() => [DataWarning], {
    description: 'What a person should look at; refuses nothing (R-INC-03).',
  })
  warnings(
    @Root() { id }: Incubation,
    @Ctx() { eventsByIncubation }: OrganizationsContext,
  ): PromiseLike<DataWarning[]> {
    return eventsByIncubation.load(id).as(incubationWarnings);
  }
}
