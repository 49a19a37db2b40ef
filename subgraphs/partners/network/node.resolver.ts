import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PartnersContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { Partner } from '../partner/partner.entity.js';
import { ProjectStub } from '../project/project.stub.js';
import { NodeKind } from './network.input.js';
import { NetworkNode } from './network.result.js';

/** What a node stands for; names and kinds are told by the subgraph that owns it. */
@Resolver(() => NetworkNode)
export class NetworkNodeResolver {
  @FieldResolver(() => OrganizationStub, {
    nullable: true,
    description: 'Of a node that is an organization.',
  })
  organization(@Root() { kind, id }: NetworkNode) {
    return kind === NodeKind.ORGANIZATION ? Object.assign(new OrganizationStub(), { id }) : null;
  }

  @FieldResolver(() => Partner, { nullable: true, description: 'Of a node that is a partner.' })
  partner(@Root() { kind, id }: NetworkNode, @Ctx() { partnerById }: PartnersContext) {
    return kind === NodeKind.PARTNER ? partnerById.load(id) : null;
  }

  @FieldResolver(() => ProjectStub, { nullable: true, description: 'Of a node that is a project.' })
  project(@Root() { kind, id }: NetworkNode) {
    return kind === NodeKind.PROJECT ? Object.assign(new ProjectStub(), { id }) : null;
  }
}
