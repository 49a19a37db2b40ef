import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '#shared/scalars.js';

export enum ComplianceKind {
  ANNUAL_CHECK = 'ANNUAL_CHECK',
  PENALTY = 'PENALTY',
  INVESTIGATION = 'INVESTIGATION',
  ABNORMAL_LIST = 'ABNORMAL_LIST',
  UNTRUSTWORTHY_LIST = 'UNTRUSTWORTHY_LIST',
}
registerEnumType(ComplianceKind, {
  name: 'ComplianceKind',
  description: 'What the authorities found about an organization (R-RAT-03).',
  valuesConfig: {
    ANNUAL_CHECK: { description: '年检' },
    PENALTY: { description: '行政处罚; it ends when it has been executed' },
    INVESTIGATION: { description: '立案调查' },
    ABNORMAL_LIST: { description: '活动异常名录' },
    UNTRUSTWORTHY_LIST: { description: '严重违法失信名单' },
  },
});

export enum CheckResult {
  PASSED = 'PASSED',
  BASICALLY_PASSED = 'BASICALLY_PASSED',
  FAILED = 'FAILED',
}
registerEnumType(CheckResult, {
  name: 'CheckResult',
  description: 'Result of an annual check.',
  valuesConfig: {
    PASSED: { description: '合格' },
    BASICALLY_PASSED: { description: '基本合格' },
    FAILED: { description: '不合格' },
  },
});

@Entity({ schema: 'organizations', tableName: 'compliance_record' })
@ObjectType({
  description: 'One finding of the authorities; seen by administrators and the organization itself.',
})
export class ComplianceRecord {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  organizationId!: string;

  @Field(() => ComplianceKind)
  @Property({ type: 'text' })
  kind!: ComplianceKind;

  @Field(() => Int, { nullable: true, description: 'Year that an annual check is about.' })
  @Property({ type: 'integer', nullable: true })
  year!: number | null;

  @Field(() => CheckResult, { nullable: true, description: 'Result of an annual check.' })
  @Property({ type: 'text', nullable: true })
  result!: CheckResult | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null for an annual check.' })
  @Property({ type: 'date', nullable: true })
  startsOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was executed, closed or lifted; null while it is open.',
  })
  @Property({ type: 'date', nullable: true })
  endsOn!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note!: string | null;

  @Property({ type: 'datetime' })
  createdAt!: Date;

  @Property({ type: 'datetime' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Grows by one at each change.' })
  @Property({ type: 'integer', version: true })
  version!: number;
}
