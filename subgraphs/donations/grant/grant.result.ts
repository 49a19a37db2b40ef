import { createUnionType, Field, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { Money } from '#shared/money.js';
import { InvalidInput, InvalidTransition, Problem, StaleVersion, UnknownReference } from '#shared/problem.js';
import { Grant } from './grant.entity.js';

export const GrantConnection = connectionType('Grant', () => Grant);

@ObjectType({ implements: Problem, description: 'The pool has not so much left (R-POOL-01).' })
export class PoolExhausted extends Problem {
  @Field(() => Money, { description: 'What the pool can still award.' })
  available!: Money;
}

@ObjectType({
  implements: Problem,
  description:
    'Another pool already pays the organization for the same project or people in the same period (R-POOL-03).',
})
export class DoubleFunding extends Problem {
  @Field(() => Grant, { description: 'The grant from the other pool.' })
  grant!: Grant;
}

export const ApplyForGrantResult = createUnionType({
  name: 'ApplyForGrantResult',
  types: () => [Grant, InvalidInput, UnknownReference] as const,
});

export const AwardGrantResult = createUnionType({
  name: 'AwardGrantResult',
  types: () => [Grant, InvalidInput, PoolExhausted, DoubleFunding, InvalidTransition, StaleVersion] as const,
});

export const DisburseGrantResult = createUnionType({
  name: 'DisburseGrantResult',
  types: () => [Grant, InvalidInput, InvalidTransition, StaleVersion] as const,
});

export const ReviewGrantResult = createUnionType({
  name: 'ReviewGrantResult',
  types: () => [Grant, InvalidInput, InvalidTransition, StaleVersion] as const,
});

export const MoveGrantResult = createUnionType({
  name: 'MoveGrantResult',
  types: () => [Grant, InvalidInput, InvalidTransition, StaleVersion] as const,
});
