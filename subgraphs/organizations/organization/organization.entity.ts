import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { AreaCodeScalar, DateScalar, DateTimeScalar } from '#shared/scalars.js';
import { IncubationStage } from '../incubation/incubation.entity.js';

export enum OrganizationKind {
  SOCIAL_ASSOCIATION = 'SOCIAL_ASSOCIATION',
  SOCIAL_SERVICE_AGENCY = 'SOCIAL_SERVICE_AGENCY',
  FOUNDATION = 'FOUNDATION',
  COMMUNITY_ORGANIZATION = 'COMMUNITY_ORGANIZATION',
  VOLUNTEER_TEAM = 'VOLUNTEER_TEAM',
  SERVICE_PLATFORM = 'SERVICE_PLATFORM',
  INCUBATION_BASE = 'INCUBATION_BASE',
  MASTER_STUDIO = 'MASTER_STUDIO',
  PARTY_MASS_SERVICE_CENTER = 'PARTY_MASS_SERVICE_CENTER',
}
registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What an organization is.',
  valuesConfig: {
    SOCIAL_ASSOCIATION: { description: '社会团体' },
    SOCIAL_SERVICE_AGENCY: { description: '社会服务机构' },
    FOUNDATION: { description: '基金会' },
    COMMUNITY_ORGANIZATION: { description: '社区社会组织' },
    VOLUNTEER_TEAM: { description: '志愿服务队' },
    SERVICE_PLATFORM: { description: '社工服务中心、社工站、服务点、网格和志愿服务平台' },
    INCUBATION_BASE: { description: '孵化基地' },
    MASTER_STUDIO: { description: '名师联名工作室' },
    PARTY_MASS_SERVICE_CENTER: { description: '党群服务中心' },
  },
});

export enum RegistrationStatus {
  REGISTERED = 'REGISTERED',
  FILED = 'FILED',
  UNREGISTERED = 'UNREGISTERED',
  DEREGISTERED = 'DEREGISTERED',
  REVOKED = 'REVOKED',
}
registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'Legal standing (R-REG-01). FILED (备案) has no legal personality and no credit code.',
});

export enum ServiceLevel {
  CITY = 'CITY',
  COUNTY_CENTER = 'COUNTY_CENTER',
  TOWNSHIP_STATION = 'TOWNSHIP_STATION',
  VILLAGE_POINT = 'VILLAGE_POINT',
  GRID = 'GRID',
}
registerEnumType(ServiceLevel, {
  name: 'ServiceLevel',
  description: 'Level of a service platform (R-DIV-07).',
});

export enum CommunityClass {
  LIVING_SERVICE = 'LIVING_SERVICE',
  COMMUNITY_AFFAIRS = 'COMMUNITY_AFFAIRS',
  CULTURE_SPORTS = 'CULTURE_SPORTS',
  CHARITY = 'CHARITY',
}
registerEnumType(CommunityClass, {
  name: 'CommunityClass',
  description: 'What a community organization is for (R-REG-03).',
  valuesConfig: {
    LIVING_SERVICE: { description: '生活服务类' },
    COMMUNITY_AFFAIRS: { description: '社区事务类' },
    CULTURE_SPORTS: { description: '文体活动类' },
    CHARITY: { description: '公益慈善类' },
  },
});

@Entity({ schema: 'organizations', tableName: 'organization' })
@ObjectType({ description: 'A body that works for the people of an area.' })
@Directive('@key(fields: "id")')
export class Organization {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code, 18 characters; null unless REGISTERED.',
  })
  @Property({ type: 'text', nullable: true })
  uscc!: string | null;

  @Field(() => String, { description: 'Name in Chinese.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  @Property({ type: 'text', nullable: true })
  nameEn!: string | null;

  @Field(() => OrganizationKind)
  @Property({ type: 'text' })
  kind!: OrganizationKind;

  @Field(() => RegistrationStatus)
  @Property({ type: 'text' })
  registrationStatus!: RegistrationStatus;

  @Field(() => ServiceLevel, { nullable: true, description: 'Null unless a service platform.' })
  @Property({ type: 'text', nullable: true })
  serviceLevel!: ServiceLevel | null;

  @Field(() => CommunityClass, {
    nullable: true,
    description: 'Null unless a community organization (R-REG-03).',
  })
  @Property({ type: 'text', nullable: true })
  communityClass!: CommunityClass | null;

  @Property({ type: 'text' })
  areaCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Development zone it lies in; such a zone has no code, so the area is its city (R-DIV-05).',
  })
  @Property({ type: 'text', nullable: true })
  functionalZone!: string | null;

  @Field(() => [AreaCodeScalar], {
    description: 'Further areas that share a studio; each counts it, and their common areas once (R-DIV-06).',
  })
  @Property({ type: 'text[]' })
  jurisdictions!: string[];

  @Property({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  fiscalHostId!: string | null;

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  foundedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it became a legal person.' })
  @Property({ type: 'date', nullable: true })
  registeredOn!: string | null;

  @Field(() => Int, { description: 'Persons with a social worker certificate who work here.' })
  @Property({ type: 'integer' })
  certifiedSocialWorkers!: number;

  @Field(() => Int, { description: 'Registered volunteers.' })
  @Property({ type: 'integer' })
  volunteers!: number;

  /** Kept by a trigger on incubation, so that a list can filter and show it without a join. */
  @Field(() => IncubationStage, {
    nullable: true,
    description: 'Stage of the latest incubation; null when it never applied.',
  })
  @Property({ type: 'text', nullable: true })
  incubationStatus!: IncubationStage | null;

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
