import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '#shared/provenance.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '#shared/scalars.js';
import type { Partner, PartnerKind } from '../partner/partner.entity.js';
import type { Resource, ResourceCategory } from '../resource/resource.entity.js';

export enum ResourceLinkStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  ACTIVE = 'ACTIVE',
  FULFILLED = 'FULFILLED',
  DECLINED = 'DECLINED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ResourceLinkStatus, { name: 'ResourceLinkStatus', description: 'State of a link 对接.' });

export enum LinkProposer {
  PARTNER = 'PARTNER',
  DEPARTMENT = 'DEPARTMENT',
}
registerEnumType(LinkProposer, {
  name: 'LinkProposer',
  description: 'Who proposed a link.',
  valuesConfig: {
    PARTNER: { description: 'The partner of the resource; the organization or the department answers.' },
    DEPARTMENT: { description: 'The social-work department; either side answers.' },
  },
});

@Entity({ schema: 'partners', tableName: 'resource_link' })
@ObjectType({
  description: "A partner's resource given to an organization, perhaps for one of its projects.",
})
@Directive('@key(fields: "id")')
export class ResourceLink {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  resourceId!: string;

  @Property({ type: 'uuid' })
  partnerId!: string;

  @Property({ type: 'uuid' })
  organizationId!: string;

  /** The organization's area when the link was proposed: an area's links are a sum over local rows. */
  @Property({ type: 'text' })
  areaCode!: string;

  @Property({ type: 'uuid', nullable: true })
  projectId!: string | null;

  /** The resource's category and the partner's kind, filled in by the database: filters and totals need no join. */
  @Property({ type: 'text' })
  category!: ResourceCategory;

  @Property({ type: 'text' })
  partnerKind!: PartnerKind;

  @Field(() => ResourceLinkStatus)
  @Property({ type: 'text' })
  status!: ResourceLinkStatus;

  @Field(() => LinkProposer, { description: 'Who proposed it, and so may not answer it.' })
  @Property({ type: 'text' })
  proposedBy!: LinkProposer;

  @Field(() => DecimalScalar, { description: 'How much of the resource, in its unit.' })
  @Property({ type: 'numeric', runtimeType: 'string' })
  quantity!: string;

  @Field(() => DateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer holds.' })
  @Property({ type: 'date', nullable: true })
  endsOn!: string | null;

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

  /** What it links, where a list has read it with the link. */
  resource?: Resource | null;
  partner?: Partner | null;
}

/** One step of a link; append-only. */
@Entity({ schema: 'partners', tableName: 'link_event' })
@ObjectType({ description: 'One step of a link.' })
export class LinkEvent {
  @PrimaryKey({ type: 'uuid' })
  linkId!: string;

  /** Position in the link's history, from 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Field(() => ResourceLinkStatus, { nullable: true, description: 'Null at the proposal.' })
  @Property({ type: 'text', nullable: true, fieldName: 'from_status' })
  from!: ResourceLinkStatus | null;

  @Field(() => ResourceLinkStatus)
  @Property({ type: 'text', fieldName: 'to_status' })
  to!: ResourceLinkStatus;

  @Field(() => DateTimeScalar)
  @Property({ type: 'datetime' })
  at!: Date;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note!: string | null;

  /** Subject of whoever took the step; no field shows it. */
  @Property({ type: 'text', nullable: true })
  actor!: string | null;
}
