import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { reloadingEngine } from './reload.js';

const supergraph = (name: string) =>
  `enum join__Graph { ONE @join__graph(name: "one", url: "${name}") } type Query { ${name}: String }`;
const nameOf = (sdl: string) => /url: "(\w+)"/.exec(sdl)?.[1] as string;

/** Engines that answer with the name of their supergraph when they are told to, and what of them is still open. */
function engines() {
  const open = new Set<string>();
  const waiting: (() => void)[] = [];
  const options = {
    beginMaxMs: 0,
    openSources: (sdl: string) => {
      open.add(`sources of ${nameOf(sdl)}`);
      return {
        sourceFor: () => () => Promise.resolve({ data: { sources: nameOf(sdl) } }),
        versions: new Map(),
        readyParts: () => Promise.resolve({ one: true }),
        close: () => Promise.resolve(void open.delete(`sources of ${nameOf(sdl)}`)),
      };
    },
    createEngine: (sdl: string): Promise<GatewayInterface> => {
      if (sdl.includes('broken')) return Promise.reject(new Error('broken'));
      open.add(nameOf(sdl));
      const apiSchema = buildSchema(sdl, { assumeValidSDL: true });
      return Promise.resolve({
        load: () =>
          Promise.resolve({
            executor: () =>
              new Promise((resolve) => waiting.push(() => resolve({ data: { engine: nameOf(sdl) } }))),
          }),
        onSchemaLoadOrUpdate: (listener) => {
          listener({ apiSchema, coreSupergraphSdl: sdl });
          return () => undefined;
        },
        stop: () => Promise.resolve(void open.delete(nameOf(sdl))),
      });
    },
  };
  return { options, open, answer: () => waiting.splice(0).forEach((go) => go()) };
}

/** Starts on the supergraph `first`; `schemas` is what listeners were told. */
async function started() {
  const kit = engines();
  const engine = await reloadingEngine(kit.options, supergraph('first'));
  const schemas: GraphQLSchema[] = [];
  engine.onSchemaLoadOrUpdate(({ apiSchema }) => schemas.push(apiSchema));
  const { executor } = await engine.load({ apollo: {} });
  const run = (schema: GraphQLSchema | undefined) => executor?.({ schema } as never);
  return { ...kit, engine, schemas, run };
}

/** Waits for what happens at the end of timers that are due. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

test('a request runs on the engine of the schema it was validated for, even when it begins after the change', async () => {
  const { engine, schemas, run, answer } = await started();
  const before = run(schemas[0]);
  await engine.reload(supergraph('second'));
  const [late, after] = [run(schemas[0]), run(schemas[1])];
  answer();
  expect(await Promise.all([before, late, after])).toEqual([
    { data: { engine: 'first' } },
    { data: { engine: 'first' } },
    { data: { engine: 'second' } },
  ]);
  expect(await engine.sourceFor('one')({} as never)).toEqual({ data: { sources: 'second' } });
});

test('an engine and its sources are closed after their last request, and the rest when the hub stops', async () => {
  const { engine, schemas, run, answer, open } = await started();
  const last = run(schemas[0]);
  await engine.reload(supergraph('second'));
  await engine.reload(supergraph('third'));
  await until(() => open.size === 4);
  expect([...open]).toEqual(['sources of first', 'first', 'sources of third', 'third']);
  answer();
  await last;
  await until(() => open.size === 2);
  expect([...open]).toEqual(['sources of third', 'third']);
  await engine.stop();
  expect(open.size).toBe(0);
});

test.each([
  ['no subgraph', 'type Query { field: Int }', /names no subgraph/],
  ['an engine that cannot be made', supergraph('broken'), /broken/],
  ['no valid schema', supergraph('odd').replace('Query', 'Other'), /Query root type must be provided/],
])('%s leaves what is served, and nothing open', async (_name, sdl, reason) => {
  const { engine, schemas, run, answer, open } = await started();
  await expect(engine.reload(sdl)).rejects.toThrow(reason);
  const still = run(schemas[0]);
  answer();
  expect(await still).toEqual({ data: { engine: 'first' } });
  expect(schemas).toHaveLength(1);
  expect([...open]).toEqual(['sources of first', 'first']);
});
