// A subgraph that is down, slow or talks garbage costs its own fields only: an error at each path, nothing else, and never a silent null.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { faults, secret, slowFaults } from '../kit/faults.js';
import { type FaultyGateway, type FaultySubgraphs, faultySubgraphs } from '../kit/faulty-hub.js';
import { type Answer, engines } from '../kit/hub.js';
import { cleanUp } from '../kit/starts.js';

const question = `{
  organizations(first: 3) { totalCount nodes { name resourceLinks(first: 2) { totalCount } funds { raised { amount } } } }
  partners(first: 2) { totalCount nodes { name contributions { raised { amount } } } }
  area(code: "360300") { name organizationCounts { total } linkSummary { active } funds { donationCount } }
  fundingPools { name }
  viewer { subject roles }
  importFields(noun: PARTNERS) { name }
}`;

/** What each subgraph's fault costs, and nothing else. */
const costs: Record<SubgraphName, string[]> = {
  organizations: ['organizations', 'area'],
  partners: ['partners', 'organizations.nodes.*.resourceLinks', 'area.linkSummary'],
  donations: ['fundingPools', 'organizations.nodes.*.funds', 'partners.nodes.*.contributions', 'area.funds'],
  identity: ['viewer'],
  imports: ['importFields'],
};

let subgraphs: FaultySubgraphs;
let whole: unknown;
beforeAll(async () => {
  subgraphs = await faultySubgraphs();
  const gateway = await subgraphs.gateway('hive');
  whole = await gateway.expectData(question);
  await gateway.stop();
});
afterAll(async () => {
  await subgraphs?.stop();
  await cleanUp();
});

interface HubNotes {
  hub: { requestId: string; subgraphs: Record<string, { status: string; asOf: string }> };
}
type Path = readonly (string | number)[];

/** Lists where an answer has null and the whole answer has not; whatever is there must be equal. */
function lostIn(found: unknown, expected: unknown, path: Path = []): Path[] {
  if (found === null && expected !== null) return [path];
  if (typeof expected !== 'object' || expected === null) {
    expect(found).toEqual(expected);
    return [];
  }
  expect(Object.keys(found as object)).toEqual(Object.keys(expected));
  return Object.entries(expected).flatMap(([key, value]) =>
    lostIn((found as Record<string, unknown>)[key], value, [
      ...path,
      Array.isArray(expected) ? Number(key) : key,
    ]),
  );
}

const shown = (path: Path) => path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
const paths = (errors: GraphQLFormattedError[] = []) => errors.map(({ path }) => (path ?? []).join('.'));

function expectOnlyItsOwnFieldsLost(answer: Answer<unknown>, subgraph: SubgraphName): void {
  const { status, data, errors } = answer;
  expect(status).toBe(200);
  const lost = lostIn(data, whole);
  expect([...new Set(lost.map(shown))].sort()).toEqual([...costs[subgraph]].sort());
  // One error for each missing field, at its path.
  expect(paths(errors).sort()).toEqual(lost.map((path) => path.join('.')).sort());
  for (const { message, extensions } of errors ?? []) {
    expect(`${message} ${String(extensions?.['code'])}`).toMatch(/(UNAVAILABLE|INTERNAL)$/);
  }
  const text = JSON.stringify(answer);
  for (const word of [secret, 'select', 'hunter2', '13900001111', '127.0.0.1', '<h1>', 'ECONN', 'unexpected'])
    expect(text).not.toContain(word);
  expect(answer.extensions).toMatchObject({ hub: { subgraphs: { [subgraph]: { status: 'unavailable' } } } });
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

describe.each(engines)('with the engine %s', (engine) => {
  let gateway: FaultyGateway;
  beforeAll(async () => {
    gateway = await subgraphs.gateway(engine);
  });
  afterEach(() => gateway.renew());
  afterAll(() => gateway.stop());

  test('without a fault the answer is whole, and says of what time each subgraph’s part is', async () => {
    const before = new Date().toISOString();
    const { data, errors, extensions } = await gateway.run(question);
    expect({ data, errors }).toEqual({ data: whole, errors: undefined });
    const { requestId, subgraphs: states } = (extensions as HubNotes).hub;
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.keys(states).sort()).toEqual([...subgraphNames].sort());
    for (const { status, asOf } of Object.values(states)) {
      expect(status).toBe('ok');
      expect(asOf >= before && asOf <= new Date().toISOString()).toBe(true);
    }
  });

  test('an answer of which nothing is left is 503, for balancers and monitors', async () => {
    gateway.proxies.partners.behave(faults['says 503']);
    const { status, data, errors } = await gateway.run<{ partners: unknown }>('{ partners { totalCount } }');
    expect({ status, partners: data?.partners ?? null }).toEqual({ status: 503, partners: null });
    expect(errors).toMatchObject([{ path: ['partners'], extensions: { code: 'UNAVAILABLE' } }]);
    expect((await gateway.run('{ partners { totalCount } fundingPools { name } }')).status).toBe(200);
  });

  test('what a subgraph says that nobody may see is in no log either', async () => {
    let logged = '';
    const noisy = await subgraphs.gateway(engine, { log: pino({}, { write: (line) => (logged += line) }) });
    noisy.proxies.partners.behave(faults['answers an error that nobody may see']);
    await noisy.run(question);
    await noisy.stop();
    expect(logged).toContain('incident');
    expect(logged).not.toMatch(/hunter2|13900001111|select/);
  });

  describe.each(subgraphNames)('and a %s subgraph', (name) => {
    test.each(Object.entries(faults))('that %s', async (_fault, behaviour) => {
      gateway.proxies[name].behave(behaviour);
      expectOnlyItsOwnFieldsLost(await gateway.run(question), name);
    });
  });

  describe('and a subgraph that', () => {
    let gateways: { name: SubgraphName; own: FaultyGateway }[];
    beforeAll(async () => {
      gateways = await Promise.all(
        subgraphNames.map(async (name) => {
          const own = await subgraphs.gateway(engine);
          await own.expectData(question);
          // What answers in part is compiled by now: that is no time of the slow subgraph's.
          own.proxies[name].behave(faults['says 503']);
          expectOnlyItsOwnFieldsLost(await own.run(question), name);
          return { name, own };
        }),
      );
    });
    afterAll(() => Promise.all(gateways.map(({ own }) => own.stop())));

    test.each(Object.entries(slowFaults))(
      '%s: an answer within 3.5 s, and others’ fields meanwhile',
      async (_fault, behaviour) => {
        const measure = async ({ name, own }: (typeof gateways)[number]) => {
          await own.renew();
          own.proxies[name].behave(behaviour);
          const began = performance.now();
          let isAnswered = false;
          const slow = own.run(question).finally(() => {
            isAnswered = true;
          });
          await own.expectData(
            name === 'partners' ? '{ fundingPools { name } }' : '{ partners { totalCount } }',
          );
          expect(isAnswered).toBe(false);
          expectOnlyItsOwnFieldsLost(await slow, name);
          expect(performance.now() - began).toBeLessThan(3_500);
        };
        // Not all at once: they take time of this machine, not of the hub's.
        await Promise.all(gateways.slice(0, 3).map(measure));
        await Promise.all(gateways.slice(3).map(measure));
      },
    );
  });
});
