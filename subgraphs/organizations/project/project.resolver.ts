import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { checkedId, pageRequest, RootPageArgs } from '#shared/page.js';
import { Award } from '../award/award.entity.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { Project } from './project.entity.js';
import { listProjects } from './project.queries.js';
import { ProjectConnection } from './project.result.js';

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: 'One project; null when there is none.' })
  async project(
    @Arg('id', () => ID) id: string,
    @Ctx() { projectById }: OrganizationsContext,
  ): Promise<Project | null> {
    return projectById.load(checkedId('id', id));
  }

  @Query(() => ProjectConnection, { description: 'All projects, oldest record first.' })
  async projects(@Args(() => RootPageArgs) page: RootPageArgs, @Ctx() { em }: OrganizationsContext) {
    return new ProjectConnection(await listProjects(em, pageRequest(page, 'CREATED_AT')));
  }

  @FieldResolver(() => Organization, { description: 'The organization that runs it.' })
  organization(@Root() { organizationId }: Project, @Ctx() { organizationById }: OrganizationsContext) {
    return organizationById.load(organizationId);
  }

  @FieldResolver(() => [Award])
  awards(@Root() { id }: Project, @Ctx() { awardsByProject }: OrganizationsContext): Promise<Award[]> {
    return awardsByProject.load(id);
  }
}
