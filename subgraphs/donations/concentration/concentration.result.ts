import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { OrganizationStub } from '../organization/organization.stub.js';

export enum ConcentrationBand {
  LOW = 'LOW',
  MODERATE = 'MODERATE',
  HIGH = 'HIGH',
}
registerEnumType(ConcentrationBand, {
  name: 'ConcentrationBand',
  description: 'How concentrated funding is, by its index.',
  valuesConfig: {
    LOW: { description: 'Below 1,000.' },
    MODERATE: { description: '1,000 to 1,800.' },
    HIGH: { description: 'Above 1,800.' },
  },
});

@ObjectType({
  description: `On how few funders an organization depends: of what it received in money and in kind, less what went back. An anonymous gift
is a funder of its own. No funder is named. Finance and administrators get exact figures; analysts get the index to the hundred,
the number of funders to the tenth and the share to the percent, so that no single gift can be told from them to the yuan.`,
})
export class FundingConcentration {
  @Field(() => Float, {
    description: 'Herfindahl–Hirschman index, 10,000 · Σ share²: 10,000 where one funder gave all.',
  })
  hhi!: number;

  @Field(() => Float, {
    description: '1 / Σ share²: as many funders of equal size would be as concentrated.',
  })
  effectiveFunders!: number;

  @Field(() => ConcentrationBand)
  band!: ConcentrationBand;

  @Field(() => Float, { description: 'Share of the largest funder, from 0 to 1.' })
  topShare!: number;

  @Field(() => Boolean, { description: 'Whether the largest funder gave more than 60 %.' })
  singleSource!: boolean;
}

export const SingleSourceConnection = connectionType('Organization', () => OrganizationStub, true);
