import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { AreaCodeScalar } from '#shared/scalars.js';

export enum FundingPoolKind {
  PUBLIC_WELFARE_VENTURE = 'PUBLIC_WELFARE_VENTURE',
  LIVELIHOOD_MICRO_PROJECT = 'LIVELIHOOD_MICRO_PROJECT',
  SOCIAL_SERVICE = 'SOCIAL_SERVICE',
  OPERATING_GRANT = 'OPERATING_GRANT',
}
registerEnumType(FundingPoolKind, {
  name: 'FundingPoolKind',
  description: 'What a pool pays for.',
  valuesConfig: {
    PUBLIC_WELFARE_VENTURE: { description: '公益创投' },
    LIVELIHOOD_MICRO_PROJECT: { description: '民生微实事' },
    SOCIAL_SERVICE: { description: '社会服务' },
    OPERATING_GRANT: { description: '运营经费' },
  },
});

@Entity({ schema: 'donations', tableName: 'funding_pool' })
@ObjectType({ description: 'Money set aside for which organizations compete.' })
export class FundingPool {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => FundingPoolKind)
  @Property({ type: 'text' })
  kind!: FundingPoolKind;

  @Field(() => [AreaCodeScalar], { description: 'Areas that share it (R-DIV-06); empty means everywhere.' })
  @Property({ type: 'text[]' })
  areaCodes!: string[];

  @Property({ type: 'bigint' })
  budgetFen!: bigint;

  @Property({ type: 'bigint' })
  awardedFen!: bigint;

  @Property({ type: 'bigint' })
  disbursedFen!: bigint;

  @Property({ type: 'bigint', nullable: true })
  perGrantMaxFen!: bigint | null;

  @Field(() => Int, { nullable: true, description: 'How many grants one organization may hold.' })
  @Property({ type: 'integer', nullable: true })
  perOrganizationMax!: number | null;

  @Field(() => Int, { nullable: true, description: 'Least months that a grant runs (R-POOL-02).' })
  @Property({ type: 'integer', nullable: true })
  monthsMin!: number | null;

  @Field(() => Int, { nullable: true, description: 'Most months that a grant runs (R-POOL-02).' })
  @Property({ type: 'integer', nullable: true })
  monthsMax!: number | null;

  @Field(() => [Int], {
    description:
      'Shares in percent in which a grant is paid: the first after the award, the middle ones after the midterm review, the last after the final review; empty when it is paid freely (R-POOL-04).',
  })
  @Property({ type: 'integer[]' })
  instalments!: number[];

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

  @Property({ type: 'integer', version: true })
  version!: number;
}
