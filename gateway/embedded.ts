import { donations } from '#subgraphs/donations/index.js';
import { identity } from '#subgraphs/identity/index.js';
import { imports } from '#subgraphs/imports/index.js';
import { organizations } from '#subgraphs/organizations/index.js';
import { partners } from '#subgraphs/partners/index.js';
import type { SubgraphVersions } from '#shared/data-version/version.js';
import type { DatabaseAddress } from '#shared/database/url.js';
import { type Directory, type Question, type SubgraphName, wholeAnswer } from '#shared/directory.js';
import { HubError } from '#shared/errors.js';
import { askParts, type ReadParts } from '#shared/health.js';
import { parseOnce } from '#shared/graphql-documents.js';
import { type RunningSubgraph, type RunOptions, runSubgraph } from '#shared/run-subgraph.js';
import type { Subgraph, SubgraphAnswer } from '#shared/subgraph.js';
import type { SourceFor, Sources } from './source.js';

/** Every subgraph of the hub; the only file that knows them. */
export const subgraphs: Record<SubgraphName, Subgraph<never>> = {
  organizations: organizations as unknown as Subgraph<never>,
  partners: partners as unknown as Subgraph<never>,
  donations: donations as unknown as Subgraph<never>,
  identity: identity as unknown as Subgraph<never>,
  imports: imports as unknown as Subgraph<never>,
};

/** All subgraphs in this process. */
export interface EmbeddedSubgraphs {
  sourceFor: SourceFor;
  /** Whether each subgraph's database answers. */
  readyParts: ReadParts;
  versions: ReadonlyMap<string, SubgraphVersions>;
  /** Loads the demonstration dataset into every subgraph that holds no rows; yields how many rows it wrote. */
  loadDemo(): Promise<number>;
  close(): Promise<void>;
}

/** Opens every subgraph; fetches reach their executors without HTTP and without printing or parsing a document. */
export async function embedSubgraphs(
  addressOf: (name: SubgraphName) => DatabaseAddress,
  options: RunOptions = {},
): Promise<EmbeddedSubgraphs> {
  const running = new Map<string, RunningSubgraph>();
  const directory = embeddedDirectory(running);
  await Promise.all(
    Object.values(subgraphs).map(async (subgraph) => {
      running.set(subgraph.name, await runSubgraph(subgraph, addressOf(subgraph.name), directory, options));
    }),
  );
  return {
    sourceFor: (name) => {
      const subgraph = running.get(name);
      if (subgraph === undefined)
        throw new HubError('UNAVAILABLE', `There is no subgraph "${name}" in this process.`);
      return subgraph.execute;
    },
    readyParts: () =>
      askParts([...running].map(([name, subgraph]) => [name, () => subgraph.isReady()] as const)),
    versions: new Map([...running].map(([name, { versions }]) => [name, versions])),
    loadDemo: async () => {
      let rows = 0;
      for (const subgraph of running.values()) rows += await subgraph.loadDemo();
      return rows;
    },
    close: async () => {
      await Promise.all([...running.values()].map((subgraph) => subgraph.close()));
    },
  };
}

/** The subgraphs of this process as the sources of a supergraph; they stay open when another supergraph is served. */
export const ownSources = ({ sourceFor, readyParts, versions }: EmbeddedSubgraphs): Sources => ({
  sourceFor,
  readyParts,
  versions,
  close: () => Promise.resolve(),
});

function embeddedDirectory(running: Map<string, RunningSubgraph>): Directory {
  const document = parseOnce();
  return {
    ask: async <Data>(name: SubgraphName, { query, note, ...asked }: Question): Promise<Data> => {
      const answer: SubgraphAnswer | undefined = await running
        .get(name)
        ?.execute({ document: document(query), ...asked });
      note?.(answer?.extensions?.hub);
      return wholeAnswer<Data>(name, answer ?? {});
    },
  };
}
