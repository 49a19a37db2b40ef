import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSubgraphSchema } from '@apollo/subgraph';
import type { AnyEntity, Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, parse, print } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { auditQuery, auditResolver } from './audit.js';
import type { Books } from './books.js';
import type { HubExtensions } from './data-age.js';
import { faultsIn, withFaultsTold } from './database/fault.js';
import { sessionOf } from './database/row-security.sql.js';
import type { DatabaseAddress } from './database/url.js';
import type { DataVersions } from './data-version/data-versions.js';
import { beginReading } from './data-version/reading.js';
import type { Directory, SubgraphName } from './directory.js';
import { boundEntities } from './entities.js';
import { executor } from './execution/executor.js';
import { HubError, withoutQuotedValue } from './errors.js';
import { type FieldsAsked, fieldsOnce } from './fields-asked.js';
import { validateOnce } from './graphql-documents.js';
import { leanResolvers, type ResolverMap } from './lean-resolvers.js';
import type { Limits } from './limits.js';
import type { Logger } from './log.js';
import { importPolicy, importResolvers } from './imports/import.resolver.js';
import type { Imports } from './imports/importer.js';
import { inOperation, isMutationIn, operationSignal } from './operation.js';
import { type Authorize, authorizer, enforcePolicy, type Policy, policyGaps } from './policy.js';
import type { Server, Servers } from './replica/servers.js';
import { AreaCodeScalar, DateScalar, DateTimeScalar, DecimalScalar } from './scalars.js';
import type { Viewer } from './viewer.js';
import { Works } from './works.js';
import type { EntityClasses } from './write.js';

/** What one request of a subgraph has, whatever the subgraph; its `createContext` adds the loaders. */
export interface RequestContext<Action extends string = string> {
  /** Reads as the viewer: rows that only some may see are seen by them alone. */
  em: EntityManager;
  viewer: Viewer;
  /** Travels with the request through every subgraph into logs and audit records. */
  requestId: string | null;
  /** What the operation's document asks of each type. */
  fields: FieldsAsked;
  directory: Directory;
  /** Checks the viewer against the policy's row of a mutation, on the row that is meant. */
  authorize: Authorize<Action>;
  entities: EntityClasses;
  /** Properties per entity whose values are about a person and stay out of the audit log. */
  personal: Readonly<Record<string, readonly string[]>>;
  /** To be called by what depends on the very moment rather than on rows or the day: the answer is not kept. */
  momentary(): void;
  /** What outlasts its request. */
  works: Works;
}

/** What a subgraph keeps as long as it runs, beside its database: threads, for instance. */
export interface Background {
  close(): Promise<void>;
}

/** Limits that work beside requests keeps to. */
export type BackgroundLimits = Pick<Limits, 'statementMs' | 'networkTies' | 'importBytes' | 'importRows'>;

/** Where a subgraph's background works. */
export interface BackgroundPlace {
  /** The primary, entered as the subgraph's own role. */
  primary: DatabaseAddress;
  /** The same, through the connections that requests use; as nobody. */
  em: EntityManager;
  /** Other subgraphs. */
  directory: Directory;
  limits: BackgroundLimits;
  log: Logger | undefined;
}

/** What a subgraph's door exports: all that is needed to build, store and serve it, embedded or as a process. */
export interface Subgraph<Context = unknown> {
  name: SubgraphName;
  entities: Constructor<AnyEntity>[];
  /** In order of their dates; each runs once. */
  migrations: { name: string; class: Constructor<Migration> }[];
  resolvers: NonEmptyArray<new () => object>;
  /** Its entities; composition refuses a subgraph that claims another's. */
  owns: readonly string[];
  /** Types that only `_entities` reaches: without this list they would vanish from the schema silently. */
  stubs: (new (...parameters: never[]) => object)[];
  /** How to find an entity by its key, per type name. */
  references: Record<string, (reference: never, context: Context) => unknown>;
  /** Who may use which field and mutation; the schema is not built while a field has no row. */
  policy: Policy;
  /** What is always so in this subgraph's rows; `npm run check:books` verifies it. */
  books: Books;
  /** Properties per entity whose values are about a person: the audit log says that they changed, not what they say. */
  personal?: Readonly<Record<string, readonly string[]>>;
  /** How it takes rows of its nouns in bulk, and finds what they name. */
  imports?: Imports;
  /** Opens what is kept as long as the subgraph runs; nothing may start before it is first used. */
  openBackground?(place: BackgroundPlace): Background;
  createContext(request: RequestContext<never>, background: never): Context;
  /** Writes this subgraph's part of the demonstration dataset when it holds no rows; returns how many rows it wrote. */
  loadDemo(em: EntityManager): Promise<number>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])`;

/** Yields a subgraph's policy with the rows of fields that are made for it. */
export function wholePolicy<C>({ name, policy, imports }: Subgraph<C>): Policy {
  const added = imports === undefined ? null : importPolicy(name, imports, policy);
  return {
    ...policy,
    Query: { ...policy.Query, ...added?.Query, [auditQuery(name)]: ['admin'] },
    Mutation: { ...policy.Mutation, ...added?.Mutation },
  };
}

/** Builds the executable Federation 2 schema and its SDL from the type-graphql classes. */
export async function buildSubgraph<C>(
  subgraph: Subgraph<C>,
): Promise<{ schema: GraphQLSchema; sdl: string }> {
  const { name, resolvers, stubs, references, imports } = subgraph;
  const importing = imports === undefined ? [] : importResolvers(name, imports);
  const base = await buildSchema({
    resolvers: [...resolvers, auditResolver(name), ...importing] as never,
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
  const map = createResolversMap(base) as ResolverMap;
  leanResolvers(map, resolvers);
  for (const [type, find] of Object.entries(references)) {
    map[type] = { ...map[type], __resolveReference: find };
  }
  const policy = wholePolicy(subgraph);
  const gaps = policyGaps(base, policy);
  if (gaps.length > 0) throw new Error(`The policy of ${name} is not complete:\n- ${gaps.join('\n- ')}`);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]);
  enforcePolicy(schema, policy);
  boundEntities(schema);
  return { schema, sdl };
}

/** One operation for a subgraph. */
export interface SubgraphRequest {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  viewer: Viewer;
  requestId?: string | undefined;
  /** Ends it: no further statement is sent, and the one that runs is cancelled. Without one it ends with what asks for it. */
  signal?: AbortSignal | undefined;
}

/** What an operation answered, and how old the rows are that it was made of; a document that is refused reads none. */
export type SubgraphAnswer = ExecutionResult & { extensions?: HubExtensions };

/** Runs one operation; each gets a context and loaders of its own, and an entity manager where it writes or the database must know who asks. */
export type SubgraphExecutor = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** What operations run on. */
export interface Surroundings {
  servers: Servers;
  directory: Directory;
  log?: Logger | undefined;
  /** Without them nobody keeps an answer. */
  versions?: DataVersions | undefined;
  background?: Background | undefined;
  /** Without them nobody ends what outlasts its request. */
  works?: Works | undefined;
}

/** Binds a schema to its database servers. A fault of the database leaves as UNAVAILABLE, whatever resolver met it. */
export function subgraphExecutor<C>(
  schema: GraphQLSchema,
  { name, createContext, policy, entities, personal = {} }: Subgraph<C>,
  { servers, directory, log, versions, background, works = new Works() }: Surroundings,
): SubgraphExecutor {
  const mistakesIn = validateOnce(schema);
  const execute = executor(schema);
  const fieldsOf = fieldsOnce(schema);
  const classes: EntityClasses = new Map(entities.map((entity) => [entity.name, entity]));
  const readers = new WeakMap<EntityManager, EntityManager>();
  /** Queries neither change nor keep entities: those that the database need not know the viewer of share one entity manager. */
  const managerFor = (em: EntityManager, viewer: Viewer, isMutation: boolean): EntityManager => {
    if (isMutation || sessionOf(viewer) !== null) return viewerEntityManager(em, viewer);
    const reader = readers.get(em) ?? viewerEntityManager(em, viewer);
    readers.set(em, reader);
    return reader;
  };
  const runOn = async (
    { em, age, isReplica, writes }: Server,
    { document, variables, operationName, viewer, requestId }: SubgraphRequest,
    isMutation: boolean,
  ): Promise<SubgraphAnswer> => {
    const version = (isReplica ? versions?.replicaVersion(writes) : versions?.known()?.version) ?? null;
    const reading = beginReading({ subgraph: name, viewer, directory, version });
    const answer = await execute({
      document,
      variables,
      operationName,
      contextValue: createContext(
        {
          em: managerFor(em, viewer, isMutation),
          viewer: reading.viewer,
          requestId: requestId ?? null,
          fields: fieldsOf(document),
          directory: reading.directory,
          momentary: reading.momentary,
          authorize: authorizer(policy, viewer) as Authorize<never>,
          entities: classes,
          personal,
          works,
        },
        background as never,
      ),
    });
    if (!('data' in answer)) return refusedVariables(answer);
    const faults = faultsIn(answer);
    // What an operation leaves behind that has ended is no fault.
    if (faults.length > 0 && !hasEnded()) {
      const reasons = [...new Set(faults.map(({ reason }) => reason))];
      log?.warn({ subgraph: name, requestId, isReplica, reasons }, 'the database failed');
    }
    return { ...answer, extensions: { hub: { ...age, ...reading.notes() } } };
  };
  /** Before whoever wrote hears of it, this process knows that there is something new. */
  const afterWriting = async (answer: SubgraphAnswer): Promise<SubgraphAnswer> => {
    const version = await versions?.wrote();
    if (version == null || answer.extensions === undefined) return answer;
    const { asOf, status } = answer.extensions.hub;
    return { ...answer, extensions: { hub: { asOf, status, versions: { [name]: version } } } };
  };
  const run: SubgraphExecutor = async (request) => {
    const { document, operationName, viewer } = request;
    // The gateway does not know the scalars' forms: a literal such as a malformed area code is found here.
    const errors = mistakesIn(document);
    if (errors.length > 0) return { errors };
    const isMutation = isMutationIn(document, operationName);
    const server = servers.choose({ isMutation, viewer });
    const answer = await runOn(server, request, isMutation);
    // A replica that fails costs nobody an answer: what only reads may run twice.
    if (isMutation) return withFaultsTold(await afterWriting(answer), true);
    const isFailed = server.isReplica && !hasEnded() && faultsIn(answer).some(({ kind }) => kind !== 'busy');
    return withFaultsTold(isFailed ? await runOn(servers.primary(), request, false) : answer, false);
  };
  return (request) =>
    request.signal === undefined ? run(request) : inOperation(request.signal, () => run(request));
}

const hasEnded = (): boolean => operationSignal()?.aborted === true;

/** What graphql-js refused before it ran anything is the client's mistake, and is not quoted back. */
function refusedVariables({ errors = [] }: ExecutionResult): SubgraphAnswer {
  return { errors: errors.map(({ message }) => new HubError('BAD_USER_INPUT', withoutQuotedValue(message))) };
}

/** Yields an entity manager of its own that tells the database who asks, where rows depend on it. */
export function viewerEntityManager(em: EntityManager, viewer: Viewer): EntityManager {
  const variables = sessionOf(viewer);
  return em.fork(variables === null ? {} : { session: { variables } });
}
