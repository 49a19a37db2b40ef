import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { badInput } from '#shared/errors.js';
import { AreaCodeScalar, DateScalar } from '#shared/scalars.js';
import { PartnerKind } from '../partner/partner.entity.js';
import { ResourceCategory } from '../resource/resource.entity.js';
import type { NetworkSelection } from './protocol.js';

export enum EdgeKind {
  RESOURCE_LINK = 'RESOURCE_LINK',
  AGREEMENT = 'AGREEMENT',
}
registerEnumType(EdgeKind, {
  name: 'EdgeKind',
  description: 'What ties two nodes of the relationship network.',
  valuesConfig: {
    RESOURCE_LINK: {
      description:
        'Links that came about: ACTIVE, FULFILLED, or CANCELLED after they were ACTIVE. Each ties its partner to its organization, and to its project where it names one.',
    },
    AGREEMENT: { description: 'Cooperation agreements of a partner with one organization.' },
  },
});

export enum NodeKind {
  ORGANIZATION = 'ORGANIZATION',
  PARTNER = 'PARTNER',
  PROJECT = 'PROJECT',
}
registerEnumType(NodeKind, { name: 'NodeKind', description: 'What a node of the relationship network is.' });

@InputType({
  description: 'Which ties make the network. All conditions hold together; a list means any of its values.',
})
export class NetworkFilter {
  @Field(() => AreaCodeScalar, {
    nullable: true,
    description: 'Where the organizations are; the area with everything below it.',
  })
  area?: string | null;

  @Field(() => [EdgeKind], { nullable: true })
  edgeKinds?: EdgeKind[] | null;

  @Field(() => [PartnerKind], { nullable: true })
  partnerKind?: PartnerKind[] | null;

  @Field(() => [ResourceCategory], {
    nullable: true,
    description: 'What is given, or what an agreement covers.',
  })
  category?: ResourceCategory[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Ties that hold on this day; without it ended ones belong to the network too.',
  })
  validOn?: string | null;
}

/** Yields a filter as the network's thread takes it. */
export function selectionOf(
  filter: NetworkFilter | null | undefined,
  more: Partial<Pick<NetworkSelection, 'heldOn' | 'degreeMax'>> = {},
): NetworkSelection {
  const { area, edgeKinds, partnerKind, category, validOn } = filter ?? {};
  return {
    area: area ?? null,
    edgeKinds: edgeKinds ?? null,
    partnerKinds: partnerKind ?? null,
    categories: category ?? null,
    heldOn: validOn == null ? null : [validOn],
    degreeMax: null,
    ...more,
  };
}

/** One picture; a larger one is exported. */
export const nodesMax = 5_000;
const nodesDefault = 500;

@ArgsType()
export class NetworkArgs {
  @Field(() => NetworkFilter, { nullable: true })
  filter?: NetworkFilter | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: nodesDefault,
    description:
      'How many nodes, 1 to 5,000, those with most neighbours; and at most three times as many edges.',
  })
  maxNodes?: number | null;
}

@ArgsType()
export class AroundArgs extends NetworkArgs {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'How many steps from it, 1 to 3.' })
  depth?: number | null;
}

/** Checks a number of an argument; throws BAD_USER_INPUT. */
export function checkedNumber(
  argument: string,
  value: number | null | undefined,
  [least, most]: readonly [number, number],
): number {
  if (value == null || !Number.isInteger(value) || value < least || value > most)
    throw badInput(argument, value, `a whole number from ${least} to ${most} is expected`);
  return value;
}
