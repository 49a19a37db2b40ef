import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '#shared/scalars.js';

export enum DisclosureKind {
  INTERIM = 'INTERIM',
  FINAL = 'FINAL',
}
registerEnumType(DisclosureKind, {
  name: 'DisclosureKind',
  description: 'While a campaign runs, or in full after it.',
});

@ObjectType({ description: 'Something that must be published about a campaign (R-FND-08).' })
export class Disclosure {
  @Field(() => DateScalar, { description: 'Last day for it.' })
  dueOn!: string;

  @Field(() => DisclosureKind)
  kind!: DisclosureKind;
}
