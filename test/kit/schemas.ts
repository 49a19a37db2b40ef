import { subgraphs } from '#gateway/embedded.js';
import { composeSupergraph } from '#gateway/supergraph.js';
import { buildSubgraph } from '#shared/subgraph.js';

/** Builds what the checked-in schema files must hold, by file name. */
export async function currentSchemas(): Promise<Record<string, string>> {
  const sdls: Record<string, string> = {};
  for (const subgraph of Object.values(subgraphs)) sdls[subgraph.name] = (await buildSubgraph(subgraph)).sdl;
  const files = Object.entries(sdls).map(([name, sdl]) => [`subgraphs/${name}/schema.graphql`, sdl]);
  return { ...Object.fromEntries(files), 'gateway/supergraph.graphql': composeSupergraph(sdls) };
}
