import { Field, InputType } from 'type-graphql';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';
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
