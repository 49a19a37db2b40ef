import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { KeyedInput } from '#shared/keyed-input.js';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';
import { IncubationStage } from '../incubation/incubation.entity.js';
import { CommunityClass, OrganizationKind, RegistrationStatus, ServiceLevel } from './organization.entity.js';
import { Rating } from '../rating/rating.entity.js';

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

@InputType({ description: 'An organization as it is to be on record.' })
export class RegisterOrganizationInput extends KeyedInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  nameEn?: string | null;

  @Field(() => OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Unified social credit code; full-width, spaces and hyphens are taken as meant (R-USCC-01). Only a legal person has one (R-REG-01).',
  })
  uscc?: string | null;

  @Field(() => RegistrationStatus)
  registrationStatus!: RegistrationStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it became a legal person; not in the future.',
  })
  registeredOn?: string | null;

  @Field(() => AreaCodeScalar, { description: 'An area on record that is in force (R-DIV-01 to R-DIV-03).' })
  areaCode!: string;

  @Field(() => [AreaCodeScalar], {
    nullable: true,
    description: 'Further areas that share a MASTER_STUDIO; at most 20 (R-DIV-06).',
  })
  jurisdictions?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Development zone it lies in; the area is then its city (R-DIV-05).',
  })
  functionalZone?: string | null;

  @Field(() => ServiceLevel, {
    nullable: true,
    description: 'Exactly for a SERVICE_PLATFORM; fits the level of its area (R-DIV-07).',
  })
  serviceLevel?: ServiceLevel | null;

  @Field(() => CommunityClass, {
    nullable: true,
    description: 'Only for a COMMUNITY_ORGANIZATION (R-REG-03).',
  })
  communityClass?: CommunityClass | null;

  @Field(() => ID, { nullable: true, description: 'The organization above it.' })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A REGISTERED organization that receives money for a FILED one (R-REG-05).',
  })
  fiscalHostId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Not in the future.' })
  foundedOn?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 0, description: '0 to 1,000,000.' })
  certifiedSocialWorkers?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: 0, description: '0 to 1,000,000.' })
  volunteers?: number | null;
}

@InputType({
  description:
    'What is to change; what is left out stays, null takes a value away. The organization itself may change names, headcounts, foundedOn and parentId.',
})
export class UpdateOrganizationInput extends KeyedInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Unified social credit code; full-width, spaces and hyphens are taken as meant (R-USCC-01). Only a legal person has one (R-REG-01).',
  })
  uscc?: string | null;

  @Field(() => RegistrationStatus, {
    nullable: true,
    description: 'A registered body is never filed again (R-REG-04).',
  })
  registrationStatus?: RegistrationStatus | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it became a legal person; not in the future.',
  })
  registeredOn?: string | null;

  @Field(() => AreaCodeScalar, {
    nullable: true,
    description: 'An area on record that is in force (R-DIV-01 to R-DIV-03).',
  })
  areaCode?: string | null;

  @Field(() => [AreaCodeScalar], {
    nullable: true,
    description: 'Further areas that share a MASTER_STUDIO; at most 20 (R-DIV-06).',
  })
  jurisdictions?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Development zone it lies in; the area is then its city (R-DIV-05).',
  })
  functionalZone?: string | null;

  @Field(() => ServiceLevel, {
    nullable: true,
    description: 'Exactly for a SERVICE_PLATFORM; fits the level of its area (R-DIV-07).',
  })
  serviceLevel?: ServiceLevel | null;

  @Field(() => CommunityClass, {
    nullable: true,
    description: 'Only for a COMMUNITY_ORGANIZATION (R-REG-03).',
  })
  communityClass?: CommunityClass | null;

  @Field(() => ID, { nullable: true, description: 'The organization above it.' })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A REGISTERED organization that receives money for a FILED one (R-REG-05).',
  })
  fiscalHostId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Not in the future.' })
  foundedOn?: string | null;

  @Field(() => Int, { nullable: true, description: '0 to 1,000,000.' })
  certifiedSocialWorkers?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 1,000,000.' })
  volunteers?: number | null;
}
