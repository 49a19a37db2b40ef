import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { PartnersContext } from '../context.js';
import { OrganizationStub } from '../organization/organization.stub.js';
import { Partner } from '../partner/partner.entity.js';
import { CooperationAgreement } from './agreement.entity.js';
import { SignAgreementInput } from './agreement.input.js';
import { SignAgreementResult } from './agreement.result.js';
import { signAgreement } from './agreement.service.js';

@Resolver(() => CooperationAgreement)
export class CooperationAgreementResolver {
  @Mutation(() => SignAgreementResult, {
    description: 'Records an agreement of a partner: by the partner itself or an administrator.',
  })
  signAgreement(
    @Arg('input', () => SignAgreementInput) input: SignAgreementInput,
    @Ctx() context: PartnersContext,
  ) {
    return signAgreement(context, input);
  }

  @FieldResolver(() => Partner)
  partner(@Root() { partnerId }: CooperationAgreement, @Ctx() { partnerById }: PartnersContext) {
    return partnerById.load(partnerId);
  }

  @FieldResolver(() => OrganizationStub, { nullable: true })
  organization(@Root() { organizationId }: CooperationAgreement): OrganizationStub | null {
    return organizationId === null ? null : Object.assign(new OrganizationStub(), { id: organizationId });
  }
}
