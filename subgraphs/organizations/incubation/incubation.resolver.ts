import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { Incubation, IncubationStage, StageEvent } from './incubation.entity.js';
import { searchIncubations } from './incubation.queries.js';
import { IncubationConnection } from './incubation.result.js';
import { transitions } from './incubation.stages.js';

@Resolver(() => Incubation)
export class IncubationResolver {
  @Query(() => IncubationConnection, { description: 'Incubations, oldest first.' })
  async incubations(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Arg('stage', () => [IncubationStage], { nullable: true }) stage: IncubationStage[] | null | undefined,
    @Ctx() { em }: OrganizationsContext,
  ) {
    return new IncubationConnection(
      await searchIncubations(em, pageRequest(page, 'CREATED_AT'), stage ?? null),
    );
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
  ): Promise<StageEvent[]> {
    return eventsByIncubation.load(id);
  }

  @FieldResolver(() => [IncubationStage], { description: 'Where it may go from here (R-INC-01).' })
  allowedTransitions(@Root() { stage }: Incubation): IncubationStage[] {
    return [...transitions[stage]];
  }
}
