import { subgraphs } from '#gateway/embedded.js';
import type { Composed } from '#gateway/ownership.js';
import { readSupergraphSdl } from '#gateway/engines/supergraph.js';
import { projectFile } from '#gateway/start.js';
import { composeSupergraph } from '#gateway/supergraph.js';
import { manifestOf } from '#gateway/trusted/manifest.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { buildSubgraph } from '#shared/subgraph.js';
import { operationTypes } from './operation-types.js';

/** Builds every subgraph as it is composed. */
export async function composedSubgraphs(): Promise<Record<SubgraphName, Composed>> {
  const pairs = await Promise.all(
    subgraphNames.map(async (name) => {
      const { owns } = subgraphs[name];
      return [name, { sdl: (await buildSubgraph(subgraphs[name])).sdl, owns }] as const;
    }),
  );
  return Object.fromEntries(pairs) as Record<SubgraphName, Composed>;
}

/** Builds what the checked-in schemas, the manifest of trusted documents and the types of the pages’ operations must hold, by file name. */
export async function currentSchemas(): Promise<Record<string, string>> {
  const composed = await composedSubgraphs();
  const files = Object.entries(composed).map(([name, { sdl }]) => [`subgraphs/${name}/schema.graphql`, sdl]);
  const supergraph = composeSupergraph(composed);
  const manifest = manifestOf(projectFile('web/operations'));
  return {
    ...Object.fromEntries(files),
    'gateway/supergraph.graphql': supergraph,
    'web/persisted-documents.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'web/operations.ts': await operationTypes(readSupergraphSdl(supergraph).apiSchema, manifest),
  };
}
