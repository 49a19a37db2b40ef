import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSubgraphSchema } from '@apollo/subgraph';
import type { AnyEntity, Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse, print } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { Directory, SubgraphName } from './directory.js';
import { validateOnce } from './graphql-documents.js';
import { AreaCodeScalar, DateScalar, DateTimeScalar, DecimalScalar } from './scalars.js';
import type { Viewer } from './viewer.js';

/** What a subgraph's door exports: all that is needed to build, store and serve it, embedded or as a process. */
export interface Subgraph<Context = unknown> {
  name: SubgraphName;
  entities: Constructor<AnyEntity>[];
  /** In order of their dates; each runs once. */
  migrations: { name: string; class: Constructor<Migration> }[];
  resolvers: NonEmptyArray<new () => object>;
  /** Types that only `_entities` reaches: without this list they would vanish from the schema silently. */
  stubs: (new (...parameters: never[]) => object)[];
  /** How to find an entity by its key, per type name. */
  references: Record<string, (reference: never, context: Context) => unknown>;
  createContext(em: EntityManager, viewer: Viewer, directory: Directory): Context;
  /** Writes this subgraph's part of the demonstration dataset when it holds no rows; returns how many rows it wrote. */
  loadDemo(em: EntityManager): Promise<number>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])`;

/** Builds the executable Federation 2 schema and its SDL from the type-graphql classes. */
export async function buildSubgraph<C>({
  resolvers,
  stubs,
  references,
}: Subgraph<C>): Promise<{ schema: GraphQLSchema; sdl: string }> {
  const base = await buildSchema({
    resolvers,
    orphanedTypes: stubs as never,
    validate: false,
    skipCheck: true,
    scalarsMap: [
      { type: DateScalar as never, scalar: DateScalar },
      { type: DateTimeScalar as never, scalar: DateTimeScalar },
      { type: DecimalScalar as never, scalar: DecimalScalar },
      { type: AreaCodeScalar as never, scalar: AreaCodeScalar },
    ],
  });
  const sdl = `${print(parse(`${link}\n${printSubgraphSchema(base)}`))}\n`;
  const map = createResolversMap(base) as Record<string, object>;
  for (const [type, find] of Object.entries(references)) {
    map[type] = { ...map[type], __resolveReference: find };
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]), sdl };
}

/** One operation for a subgraph. */
export interface SubgraphRequest {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  viewer: Viewer;
  requestId?: string;
}

/** Runs one operation; each gets a context, an entity manager and loaders of its own, exactly as an HTTP request would. */
export type SubgraphExecutor = (request: SubgraphRequest) => Promise<ExecutionResult>;

/** Binds a schema to its database. */
export function subgraphExecutor<C>(
  schema: GraphQLSchema,
  { createContext }: Subgraph<C>,
  em: EntityManager,
  directory: Directory,
): SubgraphExecutor {
  const mistakesIn = validateOnce(schema);
  return async ({ document, variables, operationName, viewer }) => {
    // The gateway does not know the scalars' forms: a literal such as a malformed area code is found here.
    const errors = mistakesIn(document);
    if (errors.length > 0) return { errors };
    return execute({
      schema,
      document,
      variableValues: variables ?? null,
      operationName: operationName ?? null,
      contextValue: createContext(em.fork(), viewer, directory),
    });
  };
}
