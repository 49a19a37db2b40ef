import { parse } from 'graphql';
import { type EmbeddedSubgraphs, embedSubgraphs } from '#gateway/embedded.js';
import type { SourceFor } from '#gateway/source.js';
import type { SubgraphName } from '#shared/directory.js';
import { anonymous, type Role, type Viewer } from '#shared/viewer.js';
import type { Answer } from './hub.js';
import { type TestDatabase, testDatabase } from './database.js';

/** The subgraphs without a gateway in front: for what must hold on every route, whoever asks. */
export interface TestSubgraphs {
  database: TestDatabase;
  sourceFor: SourceFor;
  ask<Data>(
    subgraph: SubgraphName,
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Omit<Answer<Data>, 'status'>>;
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

/** Opens all subgraphs on a copy of the demonstration dataset. */
export async function openSubgraphs(template: 'demo' | 'empty' = 'demo'): Promise<TestSubgraphs> {
  const database = await testDatabase(template);
  const open = () => embedSubgraphs(() => database.address);
  let subgraphs: EmbeddedSubgraphs = await open();
  const ask: TestSubgraphs['ask'] = async <Data>(
    subgraph: SubgraphName,
    viewer: Viewer,
    query: string,
    variables = {},
  ) => {
    const { data, errors } = await subgraphs.sourceFor(subgraph)({
      document: parse(query),
      variables,
      viewer,
    });
    return {
      ...(data === undefined ? {} : { data: data as Data | null }),
      ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }),
    };
  };
  return {
    database,
    sourceFor: (name) => subgraphs.sourceFor(name),
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
