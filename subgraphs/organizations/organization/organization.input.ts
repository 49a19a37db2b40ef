import { Field, InputType, registerEnumType } from 'type-graphql';
import { AreaCodeScalar } from '#shared/scalars.js';
import { IncubationStage } from '../incubation/incubation.entity.js';
import { OrganizationKind, RegistrationStatus } from './organization.entity.js';
import { Rating } from './rating.entity.js';

export enum OrganizationOrder {
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
  FOUNDED_ON = 'FOUNDED_ON',
}
registerEnumType(OrganizationOrder, {
  name: 'OrganizationOrder',
  description: 'Ascending order of a list of organizations; CREATED_AT when none is given.',
  valuesConfig: { FOUNDED_ON: { description: 'Organizations without a date come last.' } },
});

@InputType({ description: 'All conditions hold together; a list means any of its values.' })
export class OrganizationFilter {
  @Field(() => AreaCodeScalar, { nullable: true, description: 'In this area or anywhere below it.' })
  area?: string | null;

  @Field(() => [OrganizationKind], { nullable: true })
  kind?: OrganizationKind[] | null;

  @Field(() => [RegistrationStatus], { nullable: true })
  registrationStatus?: RegistrationStatus[] | null;

  @Field(() => [IncubationStage], { nullable: true, description: 'Stage of the latest incubation.' })
  incubationStatus?: IncubationStage[] | null;

  @Field(() => [Rating], { nullable: true, description: 'Rating in force today.' })
  rating?: Rating[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the Chinese or English name, or a credit code; at most 100 characters.',
  })
  text?: string | null;
}
