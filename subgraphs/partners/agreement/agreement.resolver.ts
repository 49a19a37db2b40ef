import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PartnersContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { Partner } from '../partner/partner.entity.js';
import { CooperationAgreement } from './agreement.entity.js';

@Resolver(() => CooperationAgreement)
export class CooperationAgreementResolver {
  @FieldResolver(() => Partner)
  partner(@Root() { partnerId }: CooperationAgreement, @Ctx() { partnerById }: PartnersContext) {
    return partnerById.load(partnerId);
  }

  @FieldResolver(() => OrganizationStub, { nullable: true })
  organization(@Root() { organizationId }: CooperationAgreement): OrganizationStub | null {
    return organizationId === null ? null : Object.assign(new OrganizationStub(), { id: organizationId });
  }
}
