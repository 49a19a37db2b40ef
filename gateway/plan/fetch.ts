import type { BatchFetchNode, FetchNode, FlattenNode } from '@graphql-hive/router-query-planner';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { parsePrinted } from '#shared/graphql-documents.js';
import type { HubContext, SourceFor } from '../source.js';
import { type Entities, entitiesOf } from './entities.js';
import { mergeInto } from './merge.js';
import type { Path } from './place.js';
import { rewriteOf } from './rewrite.js';
import { type Dictionary, isDictionary } from './types.js';

/** One run of a plan. */
export interface Run {
  /** What the fetches so far have answered, merged. */
  data: Dictionary;
  errors: GraphQLError[];
  variables: Readonly<Record<string, unknown>>;
  context: HubContext;
}

/** A part of a plan; what it fetches is in the run's data when it has ended. */
export type Step = (run: Run) => Promise<void> | void;

export interface FetchSurroundings {
  schema: GraphQLSchema;
  sourceFor: SourceFor;
}

/** Compiles a fetch of root fields. */
export function rootFetch(node: FetchNode, { schema, sourceFor }: FetchSurroundings): Step {
  const ask = askOf(node, sourceFor);
  const rewrite = rewriteOf(node.outputRewrites, schema);
  return async (run) => {
    const { data, errors } = await ask(run, {});
    for (const error of errors) run.errors.push(placed(error, ask.fallback));
    if (!isDictionary(data)) return;
    rewrite?.(data);
    mergeInto(run.data, data);
  };
}

/** Compiles a fetch of what one subgraph adds to entities at one place of the answer. */
export function entityFetch({ path, node }: FlattenNode, surroundings: FetchSurroundings): Step {
  if (node.kind !== 'Fetch') throw new Error(`A plan flattens a ${node.kind}.`);
  const { schema, sourceFor } = surroundings;
  const ask = askOf(node, sourceFor);
  const rewrite = rewriteOf(node.outputRewrites, schema);
  const gather = entitiesOf({ paths: [path], ...node, requires: node.requires ?? [] }, schema);
  return async (run) => {
    const entities = gather(run.data);
    if (entities.representations.length === 0) return;
    const { data, errors } = await ask(run, { representations: entities.representations });
    for (const error of errors) run.errors.push(...located(error, '_entities', entities, run.data));
    if (!isDictionary(data)) return;
    rewrite?.(data);
    entities.merge(data['_entities']);
  };
}

/** Compiles a fetch of entities at several places, each under an alias of its own. */
export function batchFetch(node: BatchFetchNode, { schema, sourceFor }: FetchSurroundings): Step {
  const ask = askOf(node, sourceFor);
  const parts = node.entityBatch.aliases.map((part) => ({
    ...part,
    rewrite: rewriteOf(part.outputRewrites, schema),
    gather: entitiesOf(part, schema),
  }));
  return async (run) => {
    const gathered = parts.map((part) => ({ ...part, entities: part.gather(run.data) }));
    if (gathered.every(({ entities }) => entities.representations.length === 0)) return;
    const lists = gathered.map((part) => [part.representationsVariableName, part.entities.representations]);
    const { data, errors } = await ask(run, Object.fromEntries(lists) as Dictionary);
    for (const error of errors) {
      const part = gathered.find(({ alias }) => alias === error.path?.[0]);
      if (part === undefined) run.errors.push(placed(error, ask.fallback));
      else run.errors.push(...located(error, part.alias, part.entities, run.data));
    }
    if (!isDictionary(data)) return;
    for (const { alias, rewrite, entities } of gathered) {
      const list = data[alias];
      if (Array.isArray(list)) for (const each of list) if (isDictionary(each)) rewrite?.(each);
      entities.merge(list);
    }
  };
}

interface Answer {
  data: unknown;
  errors: readonly GraphQLError[];
}

interface Ask {
  (run: Run, variables: Dictionary): Promise<Answer>;
  /** Where an error belongs that names no place: the first field that was asked for. */
  fallback: Path;
}

type Fetching = Pick<FetchNode, 'serviceName' | 'operation' | 'operationName' | 'variableUsages'>;

/** A source that throws costs its fields, like one that answers with an error. */
function askOf(
  { serviceName, operation, operationName, variableUsages = [] }: Fetching,
  sourceFor: SourceFor,
): Ask {
  const document = parsePrinted(operation);
  const source = sourceFor(serviceName);
  const ask = async ({ variables, context }: Run, own: Dictionary): Promise<Answer> => {
    const given: Dictionary = { ...own };
    for (const name of variableUsages) if (Object.hasOwn(variables, name)) given[name] = variables[name];
    try {
      const { data, errors = [] }: ExecutionResult = await source({
        ...context,
        document,
        variables: given,
        operationName,
      });
      return { data, errors };
    } catch (error) {
      return { data: null, errors: [asGraphQLError(error as Error)] };
    }
  };
  return Object.assign(ask, { fallback: firstFieldOf(document) });
}

const asGraphQLError = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });

function firstFieldOf({ definitions }: DocumentNode): Path {
  const operation = definitions.find((node) => node.kind === 'OperationDefinition');
  const field = operation?.selectionSet.selections.find((node) => node.kind === 'Field');
  return field === undefined ? [] : [(field.alias ?? field.name).value];
}

const placed = (error: GraphQLError, fallback: Path): GraphQLError =>
  error.path === undefined && fallback.length > 0 ? moved(error, fallback) : error;

/** An error of one entity belongs to every place where the entity stands. */
function located(error: GraphQLError, key: string, entities: Entities, data: Dictionary): GraphQLError[] {
  const at = error.path?.indexOf(key) ?? -1;
  const index = error.path?.[at + 1];
  const places = at === -1 || typeof index !== 'number' ? [] : entities.pathsOf(data, index);
  if (places.length === 0) return [moved(error, entities.fields)];
  const rest = error.path?.slice(at + 2) ?? [];
  return places.map((place) => moved(error, [...place, ...rest]));
}

const moved = (error: GraphQLError, path: Path): GraphQLError =>
  new GraphQLError(error.message, {
    path,
    extensions: error.extensions,
    originalError: error.originalError ?? error,
  });
