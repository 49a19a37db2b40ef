import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { type Attack, posted } from './attack.js';
import { flood, floodKinds, mutated } from './documents.js';
import { operations } from './grammar.js';
import { hostileHttp } from './http.js';

/** Everything that is tried, in the shares in which it is: mostly what somebody would send who has read the schema. */
export function attacks(schema: GraphQLSchema): fc.Arbitrary<Attack> {
  const queries = operations(schema, 'query');
  const mutations = operations(schema, 'mutation');
  const as = (kind: string) => (operation: object) => posted(kind, operation);
  return fc.oneof(
    { weight: 40, arbitrary: queries.map(as('query of the grammar')) },
    { weight: 10, arbitrary: mutations.map(as('mutation of the grammar')) },
    { weight: 20, arbitrary: mutated(queries).map(as('query, mutated')) },
    { weight: 5, arbitrary: mutated(mutations).map(as('mutation, mutated')) },
    { weight: 15, arbitrary: fc.constantFrom(...floodKinds).chain((kind) => flood(kind).map(as(kind))) },
    { weight: 10, arbitrary: hostileHttp },
  );
}

/** The attack of a seed. */
export function attackOf(all: fc.Arbitrary<Attack>, seed: number): Attack {
  return fc.sample(all, { seed, numRuns: 1 })[0] as Attack;
}
