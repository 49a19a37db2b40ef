import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { DateScalar } from '#shared/scalars.js';

@Entity({ schema: 'partners', tableName: 'fundraising_qualification' })
@ObjectType({
  description: 'A qualification for public fundraising 公开募捐资格 that a charity was granted (R-FND-01).',
})
export class FundraisingQualification {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  partnerId!: string;

  @Field(() => DateScalar, { description: 'Day on which the charity was registered.' })
  @Property({ type: 'date' })
  registeredOn!: string;

  @Field(() => DateScalar, { description: 'First day on which it holds.' })
  @Property({ type: 'date' })
  grantedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; null while open-ended.',
  })
  @Property({ type: 'date', nullable: true })
  validTo!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was revoked and from which it no longer holds; null when it never was.',
  })
  @Property({ type: 'date', nullable: true })
  revokedOn!: string | null;

  @Field(() => String, { description: 'Number of the certificate.' })
  @Property({ type: 'text' })
  certificateNumber!: string;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

  @Field(() => String, { nullable: true, description: 'Key of the public source of a PUBLISHED record.' })
  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}
