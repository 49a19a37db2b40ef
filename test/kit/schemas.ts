import { subgraphs } from '#gateway/embedded.js';
import type { Composed } from '#gateway/ownership.js';
import { projectFile } from '#gateway/start.js';
import { composeSupergraph } from '#gateway/supergraph.js';
import { manifestOf } from '#gateway/trusted/manifest.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { buildSubgraph } from '#shared/subgraph.js';

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

/** Builds what the checked-in schemas and the manifest of trusted documents must hold, by file name. */
export async function currentSchemas(): Promise<Record<string, string>> {
  const composed = await composedSubgraphs();
  const files = Object.entries(composed).map(([name, { sdl }]) => [`subgraphs/${name}/schema.graphql`, sdl]);
  return {
    ...Object.fromEntries(files),
    'gateway/supergraph.graphql': composeSupergraph(composed),
    'web/persisted-documents.json': `${JSON.stringify(manifestOf(projectFile('web')), null, 2)}\n`,
  };
}
