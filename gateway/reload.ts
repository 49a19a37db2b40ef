import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { assertValidSchema, type GraphQLSchema } from 'graphql';
import type { ReadParts } from '#shared/health.js';
import type { SourceFor, Sources } from './source.js';

type Listener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];
type SchemaContext = Parameters<Listener>[0];
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** A request that was validated for a supergraph begins to run on it within this time, were it held up by Redis. */
const beginMaxDefaultMs = 10_000;

/** An engine whose supergraph can be replaced under load. */
export interface ReloadingEngine extends GatewayInterface {
  /** Sources of the supergraph that is served at the moment of a fetch. */
  sourceFor: SourceFor;
  /** Whether each subgraph of the supergraph that is served is ready. */
  readyParts: ReadParts;
  /** What is known of the data behind the supergraph that is served, and its number: another supergraph's answers are others. */
  served(): { versions: Sources['versions']; generation: number };
  /** Serves another supergraph from now on; throws, and serves the old one, when no engine can be made of it. */
  reload(supergraphSdl: string): Promise<void>;
}

export interface ReloadOptions {
  /** Opens the sources of a supergraph; each supergraph has its own. */
  openSources(supergraphSdl: string): Sources;
  createEngine(supergraphSdl: string, sourceFor: SourceFor): Promise<GatewayInterface>;
  beginMaxMs?: number;
}

/**
 * Serves a supergraph, and another when it is told to. A request runs on the engine of the schema that it was validated for, whatever
 * is served meanwhile; an engine and its sources are closed after their last request.
 */
export async function reloadingEngine(
  options: ReloadOptions,
  supergraphSdl: string,
): Promise<ReloadingEngine> {
  const bySchema = new WeakMap<GraphQLSchema, Generation>();
  const alive = new Set<Generation>();
  const listeners = new Set<Listener>();
  const begin = async (sdl: string) => {
    const generation = await beginGeneration(options, sdl, () => alive.delete(generation));
    bySchema.set(generation.context.apiSchema, generation);
    alive.add(generation);
    return generation;
  };
  let current = await begin(supergraphSdl);
  let stopped = false;
  let generation = 0;
  return {
    sourceFor: (name) => (fetch) => current.sources.sourceFor(name)(fetch),
    readyParts: () => current.sources.readyParts(),
    served: () => ({ versions: current.sources.versions, generation }),
    load: () =>
      Promise.resolve({
        // A request names its schema: the one it was validated for.
        executor: (requested) => (bySchema.get(requested.schema) as Generation).execute(requested),
      }),
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      listener(current.context);
      return () => listeners.delete(listener);
    },
    reload: async (sdl) => {
      const next = await begin(sdl);
      if (stopped) return next.stop();
      const old = current;
      current = next;
      generation += 1;
      for (const listener of listeners) listener(next.context);
      old.retire();
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...alive].map((generation) => generation.stop()));
    },
  };
}

/** One supergraph: its engine, and where its fetches go. */
interface Generation {
  context: SchemaContext;
  sources: Sources;
  execute: Executor;
  /** Stops after the last request. */
  retire(): void;
  stop(): Promise<void>;
}

async function beginGeneration(
  { openSources, createEngine, beginMaxMs = beginMaxDefaultMs }: ReloadOptions,
  supergraphSdl: string,
  onStop: () => void,
): Promise<Generation> {
  if (!/@join__graph\(name: "/.test(supergraphSdl)) throw new Error('it names no subgraph');
  const sources = openSources(supergraphSdl);
  try {
    const engine = await createEngine(supergraphSdl, sources.sourceFor);
    const { context, executor } = await loaded(engine);
    let running = 0;
    let isRetired = false;
    const stop = async () => {
      onStop();
      await engine.stop();
      await sources.close();
    };
    return {
      context,
      sources,
      stop,
      execute: async (requested) => {
        running += 1;
        try {
          return await executor(requested);
        } finally {
          running -= 1;
          if (isRetired && running === 0) void stop();
        }
      },
      retire: () => {
        setTimeout(() => {
          isRetired = true;
          if (running === 0) void stop();
        }, beginMaxMs).unref();
      },
    };
  } catch (error) {
    await sources.close();
    throw error;
  }
}

/** Loads an engine as Apollo Server would; one that has no good schema is stopped. */
async function loaded(engine: GatewayInterface): Promise<{ context: SchemaContext; executor: Executor }> {
  const told: SchemaContext[] = [];
  engine.onSchemaLoadOrUpdate((context) => told.push(context));
  try {
    const { executor } = await engine.load({ apollo: {} });
    const context = told.at(-1);
    if (executor === null || context === undefined) throw new Error('the engine has no schema');
    assertValidSchema(context.apiSchema);
    return { context, executor };
  } catch (error) {
    // One that did not load may refuse to stop.
    await engine.stop().catch(() => undefined);
    throw error;
  }
}
