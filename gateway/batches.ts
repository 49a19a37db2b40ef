import { type DocumentNode, type ExecutionResult, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { entitiesMax } from '#shared/entities.js';
import type { Fetch, SourceFor } from './source.js';

/** A part of a plan's operation that asks for entities: where its answer is, and the variable that lists them. */
interface EntityPart {
  key: string;
  variable: string;
}

/** Makes sources ask for more entities than a subgraph gives at once in several fetches, at the same time, and put the answers together. */
export function inBatches(sourceFor: SourceFor): SourceFor {
  const partsOf = partsOnce();
  return (name) => {
    const source = sourceFor(name);
    return async (fetch) => {
      const parts = partsOf(fetch.document);
      const most = Math.max(0, ...parts.map((part) => listOf(fetch, part).length));
      if (most <= entitiesMax) return source(fetch);
      const offsets = Array.from(
        { length: Math.ceil(most / entitiesMax) },
        (_each, index) => index * entitiesMax,
      );
      const answers = await Promise.all(offsets.map((offset) => source(sliceOf(fetch, parts, offset))));
      return joined(answers, parts);
    };
  };
}

const listOf = ({ variables }: Fetch, { variable }: EntityPart): unknown[] =>
  (variables?.[variable] ?? []) as unknown[];

function sliceOf(fetch: Fetch, parts: readonly EntityPart[], offset: number): Fetch {
  const slices = parts.map((part) => [
    part.variable,
    listOf(fetch, part).slice(offset, offset + entitiesMax),
  ]);
  return { ...fetch, variables: { ...fetch.variables, ...(Object.fromEntries(slices) as object) } };
}

function joined(answers: readonly ExecutionResult[], parts: readonly EntityPart[]): ExecutionResult {
  const keys = new Set(parts.map(({ key }) => key));
  const errors = answers.flatMap(({ errors: own = [] }, batch) =>
    own.map((error) => moved(error, keys, batch * entitiesMax)),
  );
  const data = Object.fromEntries(
    parts.map(({ key }) => [
      key,
      answers.flatMap((answer, batch) => entitiesIn(answer, key, batch, answers)),
    ]),
  );
  const { extensions } = answers.find((answer) => answer.extensions !== undefined) ?? {};
  return {
    data,
    ...(errors.length === 0 ? {} : { errors }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

/** A batch that was lost keeps its places, so that what follows it stays at its own. */
function entitiesIn(
  { data }: ExecutionResult,
  key: string,
  batch: number,
  answers: readonly ExecutionResult[],
): unknown[] {
  const list = data?.[key];
  if (Array.isArray(list)) return list as unknown[];
  return batch === answers.length - 1 ? [] : Array.from({ length: entitiesMax }, () => null);
}

function moved(error: GraphQLError, keys: ReadonlySet<string>, offset: number): GraphQLError {
  const [key, index, ...rest] = error.path ?? [];
  if (!keys.has(String(key)) || typeof index !== 'number') return error;
  return new GraphQLError(error.message, {
    path: [key as string, index + offset, ...rest],
    extensions: error.extensions,
    originalError: error.originalError ?? null,
  });
}

function partsOnce(): (document: DocumentNode) => readonly EntityPart[] {
  const known = new WeakMap<DocumentNode, readonly EntityPart[]>();
  return (document) => {
    const parts = known.get(document) ?? partsIn(document);
    known.set(document, parts);
    return parts;
  };
}

function partsIn({ definitions }: DocumentNode): EntityPart[] {
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === 'OperationDefinition',
  );
  return (operation?.selectionSet.selections ?? []).flatMap((node): EntityPart[] => {
    if (node.kind !== 'Field' || node.name.value !== '_entities') return [];
    const value = node.arguments?.find(({ name }) => name.value === 'representations')?.value;
    if (value?.kind !== 'Variable') return [];
    return [{ key: node.alias?.value ?? node.name.value, variable: value.name.value }];
  });
}
