import { Field, InputType } from 'type-graphql';
import { DateScalar } from '#shared/scalars.js';
import { PartnerKind } from '../partner/partner.entity.js';
import { ResourceCategory } from '../resource/resource.entity.js';
import { ResourceLinkStatus } from './resource-link.entity.js';

@InputType({ description: 'All conditions hold together; a list means any of its values.' })
export class ResourceLinkFilter {
  @Field(() => [ResourceLinkStatus], { nullable: true })
  status?: ResourceLinkStatus[] | null;

  @Field(() => [ResourceCategory], { nullable: true })
  category?: ResourceCategory[] | null;

  @Field(() => [PartnerKind], { nullable: true })
  partnerKind?: PartnerKind[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'In force on this day; an open end is unbounded.' })
  validOn?: string | null;
}
