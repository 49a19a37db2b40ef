import { expect, test } from '@jest/globals';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { anonymous } from '#shared/viewer.js';
import { inBatches } from './batches.js';
import type { Fetch } from './source.js';

interface Entity {
  id: number;
}
type Variables = Record<string, Entity[]>;

const document = parse(`query ($a: [_Any!]!, $b: [_Any!]!, $first: Int) {
  one: _entities(representations: $a) { ... on Organization { links(first: $first) } }
  two: _entities(representations: $b) { ... on Partner { name } }
}`);
const entities = (count: number): Entity[] => Array.from({ length: count }, (_each, id) => ({ id }));

/** Answers every entity with its id, but for those that fail. */
function source(failing: readonly number[] = []) {
  const sizes: number[][] = [];
  const ask = ({ variables }: Fetch): Promise<ExecutionResult> => {
    const { a = [], b = [] } = variables as Variables;
    sizes.push([a.length, b.length]);
    const errors = failing
      .map((id) => a.findIndex((entity) => entity.id === id))
      .filter((index) => index >= 0)
      .map(
        (index) =>
          new GraphQLError('no', { path: ['one', index, 'links'], extensions: { code: 'INTERNAL' } }),
      );
    return Promise.resolve({ data: { one: a, two: b }, ...(errors.length > 0 ? { errors } : {}) });
  };
  return { sizes, ask: inBatches(() => ask)('partners') };
}

test('up to 500 entities are one fetch, handed on as it is', async () => {
  const { sizes, ask } = source();
  const { data } = await ask({
    document,
    variables: { a: entities(500), b: entities(1) },
    viewer: anonymous,
  });
  expect(sizes).toEqual([[500, 1]]);
  expect(data).toEqual({ one: entities(500), two: entities(1) });
});

test('more are several fetches, and the answer is in the order asked, each error at its entity', async () => {
  const { sizes, ask } = source([3, 501, 1_233]);
  const variables = { a: entities(1_234), b: entities(700), first: 3 };
  const { data, errors } = await ask({ document, variables, viewer: anonymous });
  expect(sizes).toEqual([
    [500, 500],
    [500, 200],
    [234, 0],
  ]);
  expect(data).toEqual({ one: entities(1_234), two: entities(700) });
  expect(errors?.map(({ path }) => path)).toEqual([3, 501, 1_233].map((index) => ['one', index, 'links']));
});

test('a fetch that is lost costs its own entities only', async () => {
  let asked = 0;
  const ask = inBatches(() => ({ variables }: Fetch) => {
    asked += 1;
    const { a = [] } = variables as Variables;
    return Promise.resolve(
      asked === 1
        ? { data: null, errors: [new GraphQLError('gone', { path: ['one', 0, 'links'] })] }
        : { data: { one: a, two: [] } },
    );
  })('partners');
  const { data, errors } = await ask({ document, variables: { a: entities(600), b: [] }, viewer: anonymous });
  expect((data?.['one'] as unknown[]).slice(499, 502)).toEqual([null, { id: 500 }, { id: 501 }]);
  expect(errors).toHaveLength(1);
});

test('what asks for no entities is handed on', async () => {
  const { sizes, ask } = source();
  await ask({ document: parse('{ partners { totalCount } }'), variables: {}, viewer: anonymous });
  expect(sizes).toHaveLength(1);
});
