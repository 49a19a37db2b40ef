import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';

export enum AreaLevel {
  PROVINCE = 'PROVINCE',
  PREFECTURE = 'PREFECTURE',
  COUNTY = 'COUNTY',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
  GRID = 'GRID',
}
registerEnumType(AreaLevel, {
  name: 'AreaLevel',
  description: 'Level of an administrative division (R-DIV-01, R-DIV-04).',
  valuesConfig: {
    PROVINCE: { description: '省' },
    PREFECTURE: { description: '地级市' },
    COUNTY: { description: '县、县级市或市辖区' },
    TOWNSHIP: { description: '乡、镇或街道' },
    VILLAGE: { description: '村或社区' },
    GRID: { description: '网格' },
  },
});

@Entity({ schema: 'organizations', tableName: 'area' })
@ObjectType({
  description: 'An administrative division, from a province to a grid of a village or community.',
})
@Directive('@key(fields: "code")')
export class Area {
  @Field(() => AreaCodeScalar)
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  @Property({ type: 'text', nullable: true })
  nameEn!: string | null;

  @Field(() => AreaLevel)
  @Property({ type: 'text' })
  level!: AreaLevel;

  @Property({ type: 'text', nullable: true })
  parentCode!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the code; null when not on record.' })
  @Property({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which the code is no longer valid; null while it is (R-DIV-02).',
  })
  @Property({ type: 'date', nullable: true })
  validTo!: string | null;

  @Property({ type: 'text', nullable: true })
  replacedByCode!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}
