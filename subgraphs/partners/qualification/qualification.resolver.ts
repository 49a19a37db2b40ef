import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { PartnersContext } from '../context.js';
import { Partner } from '../partner/partner.entity.js';
import { FundraisingQualification } from './qualification.entity.js';
import { RecordQualificationInput, RevokeQualificationInput } from './qualification.input.js';
import { RecordQualificationResult, RevokeQualificationResult } from './qualification.result.js';
import { recordQualification, revokeQualification } from './qualification.service.js';

@Resolver(() => FundraisingQualification)
export class QualificationResolver {
  @Mutation(() => RecordQualificationResult, {
    description: 'Records a qualification for public fundraising: by an administrator.',
  })
  recordQualification(
    @Arg('input', () => RecordQualificationInput) input: RecordQualificationInput,
    @Ctx() context: PartnersContext,
  ) {
    return recordQualification(context, input);
  }

  @Mutation(() => RevokeQualificationResult, {
    description: 'Records that a qualification was revoked: by an administrator.',
  })
  revokeQualification(
    @Arg('input', () => RevokeQualificationInput) input: RevokeQualificationInput,
    @Ctx() context: PartnersContext,
  ) {
    return revokeQualification(context, input);
  }

  @FieldResolver(() => Partner)
  partner(@Root() { partnerId }: FundraisingQualification, @Ctx() { partnerById }: PartnersContext) {
    return partnerById.load(partnerId);
  }
}
