import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { AreaCodeScalar, DateScalar, DecimalScalar } from '#shared/scalars.js';
import { ResourceCategory, ResourceStatus } from './resource.entity.js';

@InputType({ description: 'All conditions hold together; a list means any of its values.' })
export class ResourceFilter {
  @Field(() => [ResourceCategory], { nullable: true })
  category?: ResourceCategory[] | null;

  @Field(() => [ResourceStatus], { nullable: true })
  status?: ResourceStatus[] | null;

  @Field(() => AreaCodeScalar, {
    nullable: true,
    description: 'May be used in this area or in a part of it.',
  })
  area?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Available on this day; an open end is unbounded.',
  })
  availableOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the title or description; at most 100 characters.',
  })
  text?: string | null;
}

@InputType({ description: 'What a partner offers; a draft until it is published.' })
export class RegisterResourceInput extends KeyedInput {
  @Field(() => ID)
  partnerId!: string;

  @Field(() => String, { description: '1 to 200 characters; unlike the titles of its other resources.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 4,000 characters, no personal numbers.' })
  description?: string | null;

  @Field(() => ResourceCategory)
  category!: ResourceCategory;

  @Field(() => DecimalScalar, { description: 'Above 0; at most 15 digits before the point and 3 behind it.' })
  capacity!: string;

  @Field(() => String, { description: 'Unit of capacity, for instance 人次; 1 to 20 characters.' })
  unit!: string;

  @Field(() => [AreaCodeScalar], {
    nullable: true,
    description:
      'Where it may be used; everywhere when empty. At most 50, each once, no placeholder (R-DIV-03).',
  })
  areaCodes?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; open when not given.' })
  availableFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is no longer available; open when not given.',
  })
  availableTo?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Publish it at once.' })
  publish?: boolean | null;
}

/** A resource as it was read, which is to be changed. */
@InputType()
abstract class KnownResourceInput extends KeyedInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType({ description: 'Names a resource to offer, as it was read.' })
export class PublishResourceInput extends KnownResourceInput {}

@InputType({ description: 'Names a resource to take back, as it was read.' })
export class WithdrawResourceInput extends KnownResourceInput {}

@InputType({
  description:
    'What changes about a resource; what is not given stays. Its links are counted in its category and its unit, so these are for life.',
})
export class UpdateResourceInput extends KnownResourceInput {
  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'At most 4,000 characters, no personal numbers. Null takes it away.',
  })
  description?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Not below what ACCEPTED and ACTIVE links hold.',
  })
  capacity?: string | null;

  @Field(() => [AreaCodeScalar], {
    nullable: true,
    description: 'Where it may be used from now on; everywhere when empty or null.',
  })
  areaCodes?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day. Null opens it.' })
  availableFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is no longer available. Null opens it.',
  })
  availableTo?: string | null;
}
