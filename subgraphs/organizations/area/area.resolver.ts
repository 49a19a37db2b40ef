import { Arg, Ctx, Directive, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { examineAreaCode } from '#shared/area-code.js';
import { HubError } from '#shared/errors.js';
import { daysOf, Period } from '#shared/period.js';
import { AreaCodeScalar } from '#shared/scalars.js';
import { DataWarning, warningsOf } from '#shared/warning.js';
import type { OrganizationsContext } from '../context.js';
import { FunnelStage } from '../incubation/incubation.result.js';
import { countsOf } from './area.counts.js';
import { Area } from './area.entity.js';
import { RegisterAreaInput } from './area.input.js';
import { listAreaNames } from './area.queries.js';
import { OrganizationCounts, RegisterAreaResult } from './area.result.js';
import { registerArea } from './area.service.js';

@Resolver(() => Area)
export class AreaResolver {
  @Query(() => Area, {
    nullable: true,
    description: 'The area with this code; an unknown code is NOT_FOUND.',
  })
  async area(
    @Arg('code', () => AreaCodeScalar) code: string,
    @Ctx() { areaByCode }: OrganizationsContext,
  ): Promise<Area> {
    const area = await areaByCode.load(code);
    if (area === null)
      throw new HubError('NOT_FOUND', `area: there is no area with the code "${code}".`, {
        argument: 'code',
      });
    return area;
  }

  @Query(() => String, {
    description:
      'For other subgraphs only: code, name and code of the area above, of every area on record, as JSON.',
  })
  @Directive('@inaccessible')
  async areaNames(@Ctx() { em }: OrganizationsContext): Promise<string> {
    return JSON.stringify(await listAreaNames(em));
  }

  @Mutation(() => RegisterAreaResult, { description: 'Puts an area on record: by an administrator.' })
  registerArea(
    @Arg('input', () => RegisterAreaInput) input: RegisterAreaInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return registerArea(context, input);
  }

  @FieldResolver(() => Area, {
    nullable: true,
    description: 'The area directly above; null above a province.',
  })
  parent(
    @Root() { parentCode }: Area,
    @Ctx() { areaByCode }: OrganizationsContext,
  ): PromiseLike<Area | null> | null {
    return parentCode === null ? null : areaByCode.load(parentCode);
  }

  @FieldResolver(() => [Area], { description: 'The areas directly below, by code.' })
  children(@Root() { code }: Area, @Ctx() { childrenByArea }: OrganizationsContext): PromiseLike<Area[]> {
    return childrenByArea.load(code);
  }

  @FieldResolver(() => Area, {
    nullable: true,
    description: 'The area whose code replaced this one (R-DIV-02).',
  })
  replacedBy(
    @Root() { replacedByCode }: Area,
    @Ctx() { areaByCode }: OrganizationsContext,
  ): PromiseLike<Area | null> | null {
    return replacedByCode === null ? null : areaByCode.load(replacedByCode);
  }

  @FieldResolver(() => [DataWarning], { description: 'Unusual parts of its code (R-DIV-04).' })
  warnings(@Root() { code }: Area): DataWarning[] {
    return warningsOf('code', examineAreaCode(code).warnings);
  }

  @FieldResolver(() => Int, { description: 'Villages and communities on record in it, as they are today.' })
  communities(
    @Root() { code }: Area,
    @Ctx() { communitiesByArea }: OrganizationsContext,
  ): PromiseLike<number> {
    return communitiesByArea.load(code);
  }

  @FieldResolver(() => OrganizationCounts)
  organizationCounts(
    @Root() { code }: Area,
    @Ctx() context: OrganizationsContext,
  ): PromiseLike<OrganizationCounts> {
    return context.organizationTotalsByArea.load(code).as(countsOf);
  }

  @FieldResolver(() => [FunnelStage], {
    description:
      'Cohort funnel (R-INC-07): of those in the area and below who applied in the period, who ever reached each stage.',
  })
  incubationFunnel(
    @Root() { code }: Area,
    @Arg('period', () => Period, { nullable: true }) period: Period | null | undefined,
    @Ctx() { funnelByArea }: OrganizationsContext,
  ): PromiseLike<FunnelStage[]> {
    return funnelByArea(daysOf(period)).load(code);
  }
}
