import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, pageRequest } from '#shared/page.js';
import type { PartnersContext } from '../context.js';
import { ResourceLinkConnection } from '../link/resource-link.result.js';
import { ProjectStub } from './project.stub.js';

@Resolver(() => ProjectStub)
export class ProjectResolver {
  @FieldResolver(() => ResourceLinkConnection, {
    description: "Links of partners' resources to this project, oldest first.",
  })
  resourceLinks(
    @Root() { id }: ProjectStub,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { linksByProject }: PartnersContext,
  ) {
    return linksByProject({ page: pageRequest(page, 'CREATED_AT'), filter: {} })
      .load(id)
      .as((found) => new ResourceLinkConnection(found));
  }
}
