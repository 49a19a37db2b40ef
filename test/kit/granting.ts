import { randomUUID } from 'node:crypto';
import { type Answered, finance } from './giving.js';
import type { TestSubgraphs } from './subgraphs.js';
import type { Viewer } from '#shared/viewer.js';

const problems = `... on Problem { code message } ... on InvalidInput { problems { field code message } }`;
const grant = `... on Grant { id status version amount { amount } requested { amount } disbursed { amount } returned { amount } midtermPassed finalPassed
  events { from to note } allowedTransitions pool { id budget { amount } awarded { amount } disbursed { amount } available { amount } } }`;
const mutation = (name: string, members: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) { __typename ${members} ${problems} } }`;
const step = '... on InvalidTransition { from to allowed } ... on StaleVersion { current }';

export const openFundingPool = mutation(
  'openFundingPool',
  '... on FundingPool { id name budget { amount } available { amount } instalments monthsMin monthsMax perOrganizationMax perGrantMax { amount } areaCodes }',
);
export const applyForGrant = mutation('applyForGrant', `${grant} ... on UnknownReference { field }`);
const awardGrant = mutation(
  'awardGrant',
  `${grant} ${step} ... on PoolExhausted { available { amount } } ... on DoubleFunding { grant { id } }`,
);
const disburseGrant = mutation('disburseGrant', `${grant} ${step}`);
const reviewGrant = mutation('reviewGrant', `${grant} ${step}`);
const moveGrant = mutation('moveGrant', `${grant} ${step}`);

/** What a mutation of the pools answered. */
export interface Granted extends Answered {
  available: { amount: string };
  grant: { id: string };
  pool: { awarded: { amount: string }; disbursed: { amount: string }; available: { amount: string } };
  disbursed: { amount: string };
}

/** A pool of 1,000 yuan for everybody; `rest` says what is different. */
export const poolOf = (rest: object = {}) => ({
  idempotencyKey: randomUUID(),
  name: `pool ${randomUUID()}`,
  kind: 'SOCIAL_SERVICE',
  budget: '1000',
  ...rest,
});

/** What the department, or whoever is named, does with pools and grants. */
export function granting(hub: TestSubgraphs, viewer: Viewer = finance) {
  const run =
    (text: string) =>
    (input: object): Promise<Granted> =>
      hub.mutate<Granted>('donations', viewer, text, { idempotencyKey: randomUUID(), ...input });
  return {
    openPool: run(openFundingPool),
    apply: run(applyForGrant),
    award: run(awardGrant),
    pay: run(disburseGrant),
    review: run(reviewGrant),
    move: run(moveGrant),
  };
}
