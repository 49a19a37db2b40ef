import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { DateScalar } from '#shared/scalars.js';
import { ResourceCategory } from '../resource/resource.entity.js';

@Entity({ schema: 'partners', tableName: 'cooperation_agreement' })
@ObjectType({
  description:
    'A lasting agreement between a partner and an organization (or the whole city, when none is named).',
})
export class CooperationAgreement {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  partnerId!: string;

  @Property({ type: 'uuid', nullable: true })
  organizationId!: string | null;

  /** The organization's area when it was signed; null where none is named, or was not known. */
  @Property({ type: 'text', nullable: true })
  areaCode!: string | null;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => [ResourceCategory], { description: 'What it covers.' })
  @Property({ type: 'text[]' })
  scope!: ResourceCategory[];

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when the source states none.' })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer holds; null while open-ended.',
  })
  @Property({ type: 'date', nullable: true })
  validTo!: string | null;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

  @Field(() => String, { nullable: true, description: 'Key of the public source of a PUBLISHED record.' })
  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;
}
