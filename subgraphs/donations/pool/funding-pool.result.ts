import { createUnionType } from 'type-graphql';
import { InvalidInput } from '#shared/problem.js';
import { FundingPool } from './funding-pool.entity.js';

export const OpenFundingPoolResult = createUnionType({
  name: 'OpenFundingPoolResult',
  types: () => [FundingPool, InvalidInput] as const,
});
