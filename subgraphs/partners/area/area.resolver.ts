import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PartnersContext } from '../context.js';
import { LinkSummary } from '../link/resource-link.result.js';
import { AreaStub } from './area.stub.js';

@Resolver(() => AreaStub)
export class AreaResolver {
  @FieldResolver(() => LinkSummary, {
    description: 'Links to the organizations of the area with everything below it.',
  })
  linkSummary(
    @Root() { code }: AreaStub,
    @Ctx() { linkSummaryByArea }: PartnersContext,
  ): PromiseLike<LinkSummary> {
    return linkSummaryByArea.load(code);
  }
}
