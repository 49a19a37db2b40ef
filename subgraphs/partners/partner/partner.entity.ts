import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { AreaCodeScalar, DateTimeScalar } from '#shared/scalars.js';

export enum PartnerKind {
  UNIVERSITY = 'UNIVERSITY',
  FOUNDATION = 'FOUNDATION',
  CHARITY_PLATFORM = 'CHARITY_PLATFORM',
  CHARITY_ORGANIZATION = 'CHARITY_ORGANIZATION',
  ENTERPRISE = 'ENTERPRISE',
  GOVERNMENT_BODY = 'GOVERNMENT_BODY',
  PROCURATORATE = 'PROCURATORATE',
}
registerEnumType(PartnerKind, {
  name: 'PartnerKind',
  description: 'What a partner is.',
  valuesConfig: {
    UNIVERSITY: { description: '高校' },
    FOUNDATION: { description: '基金会' },
    CHARITY_PLATFORM: { description: '慈善平台' },
    CHARITY_ORGANIZATION: { description: '慈善组织' },
    ENTERPRISE: { description: '企业' },
    GOVERNMENT_BODY: { description: '党政部门' },
    PROCURATORATE: { description: '检察机关' },
  },
});

@Entity({ schema: 'partners', tableName: 'partner' })
@ObjectType({
  description:
    'An institution that stands behind the organizations: a university, foundation, charity, department.',
})
@Directive('@key(fields: "id")')
export class Partner {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code, 18 characters; null when not known.',
  })
  @Property({ type: 'text', nullable: true })
  uscc!: string | null;

  @Field(() => String, { description: 'Name in Chinese.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  @Property({ type: 'text', nullable: true })
  nameEn!: string | null;

  @Field(() => PartnerKind)
  @Property({ type: 'text' })
  kind!: PartnerKind;

  @Field(() => AreaCodeScalar, {
    nullable: true,
    description: 'Its seat; null for a body registered nationally.',
  })
  @Property({ type: 'text', nullable: true })
  areaCode!: string | null;

  @Field(() => Provenance)
  @Property({ type: 'text' })
  provenance!: Provenance;

  @Field(() => String, {
    nullable: true,
    description:
      'Key of the public source of a PUBLISHED record; `import:` and the id of its job for an IMPORTED one.',
  })
  @Property({ type: 'text', nullable: true })
  source!: string | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}
