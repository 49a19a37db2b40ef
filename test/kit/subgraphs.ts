import { parse } from 'graphql';
import { type EmbeddedSubgraphs, embedSubgraphs } from '#gateway/embedded.js';
import type { SourceFor } from '#gateway/source.js';
import type { HubExtensions } from '#shared/data-age.js';
import type { DataVersions } from '#shared/data-version/data-versions.js';
import type { SubgraphName } from '#shared/directory.js';
import type { ReadParts } from '#shared/health.js';
import type { RunOptions } from '#shared/run-subgraph.js';
import { anonymous, type Role, type Viewer } from '#shared/viewer.js';
import type { Answer } from './hub.js';
import { type TestDatabase, testDatabase } from './database.js';

/** A subgraph's own answer. */
export type SubgraphAnswered<Data> = Omit<Answer<Data>, 'status'> & { extensions?: HubExtensions };

/** The subgraphs without a gateway in front: for what must hold on every route, whoever asks. */
export interface TestSubgraphs {
  database: TestDatabase;
  sourceFor: SourceFor;
  readyParts: ReadParts;
  versionsOf(subgraph: SubgraphName): DataVersions;
  ask<Data>(
    subgraph: SubgraphName,
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<SubgraphAnswered<Data>>;
  /** Runs one mutation that must not fail; yields its answer. */
  mutate<Result>(subgraph: SubgraphName, viewer: Viewer, mutation: string, input: object): Promise<Result>;
  /** Closes everything and opens it anew on the same database, as a restart would. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A viewer with one role, bound where the role needs it. */
export function viewerAs(role: Role, bound: Partial<Viewer> = {}): Viewer {
  return { ...anonymous, subject: `test-${role}`, roles: [role], ...bound };
}

/** Opens all subgraphs on a copy of a template, the demonstration dataset unless another is named, or on a database of the test's own. */
export async function openSubgraphs(
  place: 'demo' | 'empty' | TestDatabase = 'demo',
  options: RunOptions = {},
): Promise<TestSubgraphs> {
  const database = typeof place === 'string' ? await testDatabase(place) : place;
  const open = () => embedSubgraphs(() => database.address, options);
  let subgraphs: EmbeddedSubgraphs = await open();
  const ask: TestSubgraphs['ask'] = async <Data>(
    subgraph: SubgraphName,
    viewer: Viewer,
    query: string,
    variables = {},
  ) => {
    const { data, errors, extensions } = await subgraphs.sourceFor(subgraph)({
      document: parse(query),
      variables,
      viewer,
    });
    return {
      ...(data === undefined ? {} : { data: data as Data | null }),
      ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }),
      ...(extensions === undefined ? {} : { extensions: extensions as unknown as HubExtensions }),
    };
  };
  return {
    database,
    sourceFor: (name) => subgraphs.sourceFor(name),
    readyParts: () => subgraphs.readyParts(),
    versionsOf: (name) => subgraphs.versions.get(name) as DataVersions,
    ask,
    mutate: async <Result>(subgraph: SubgraphName, viewer: Viewer, mutation: string, input: object) => {
      const { data, errors } = await ask<{ result: Result }>(subgraph, viewer, mutation, { input });
      if (errors !== undefined || data == null)
        throw new Error(`Expected a result, got ${JSON.stringify(errors)} for\n${mutation}`);
      return data.result;
    },
    restart: async () => {
      await subgraphs.close();
      subgraphs = await open();
    },
    stop: async () => {
      await subgraphs.close();
      await database.drop();
    },
  };
}
