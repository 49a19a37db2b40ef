import { Ctx, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../context.js';
import { CurrentViewer } from './viewer.result.js';

@Resolver()
export class ViewerResolver {
  @Query(() => CurrentViewer, { description: 'Who asks; a stranger has no subject and no roles.' })
  viewer(@Ctx() { viewer }: IdentityContext): CurrentViewer {
    const { subject, roles, partnerId, organizationId } = viewer;
    return Object.assign(new CurrentViewer(), { subject, roles: [...roles], partnerId, organizationId });
  }
}
