import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { checkedId } from '#shared/id.js';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import { Award } from '../award/award.entity.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { Project } from './project.entity.js';
import { RegisterProjectInput } from './project.input.js';
import { listProjects } from './project.queries.js';
import { ProjectConnection, RegisterProjectResult } from './project.result.js';
import { registerProject } from './project.service.js';

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

  @Mutation(() => RegisterProjectResult, {
    description: 'Puts a project on record: by the organization itself or an administrator.',
  })
  registerProject(
    @Arg('input', () => RegisterProjectInput) input: RegisterProjectInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return registerProject(context, input);
  }

  @FieldResolver(() => Organization, { description: 'The organization that runs it.' })
  organization(@Root() { organizationId }: Project, @Ctx() { organizationById }: OrganizationsContext) {
    return organizationById.load(organizationId);
  }

  @FieldResolver(() => [Award])
  awards(@Root() { id }: Project, @Ctx() { awardsByProject }: OrganizationsContext): PromiseLike<Award[]> {
    return awardsByProject.load(id);
  }
}
