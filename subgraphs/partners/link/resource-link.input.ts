import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { DateScalar, DecimalScalar } from '#shared/scalars.js';
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

@InputType({ description: 'A published resource for an organization, perhaps for one of its projects.' })
export class ProposeLinkInput extends KeyedInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => ID, { description: 'Neither DEREGISTERED nor REVOKED, and in an area of the resource.' })
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'A project of the organization.' })
  projectId?: string | null;

  @Field(() => DecimalScalar, {
    description:
      'In the unit of the resource; above 0, at most 3 decimals, and not more than remains. A proposal holds nothing yet.',
  })
  quantity!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, while the resource is available; open when not given.',
  })
  startsOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which it no longer holds, while the resource is available; open when not given.',
  })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters, no personal numbers.' })
  note?: string | null;
}

@InputType({ description: 'One step of a link.' })
export class MoveLinkInput extends KeyedInput {
  @Field(() => ID)
  linkId!: string;

  @Field(() => ResourceLinkStatus, { description: 'One of its allowedTransitions.' })
  to!: ResourceLinkStatus;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters, no personal numbers.' })
  note?: string | null;
}
