import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type SubgraphName, subgraphPorts } from '#shared/directory.js';

/** Composes subgraph SDLs; throws one readable list when they contradict each other. */
export function composeSupergraph(sdls: Partial<Record<SubgraphName, string>>): string {
  const services = Object.entries(sdls).map(([name, sdl]) => ({
    name,
    url: `http://127.0.0.1:${subgraphPorts[name as SubgraphName]}/graphql`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl !== undefined) return `${supergraphSdl.trim()}\n`;
  const list = (errors ?? []).map(
    ({ message, extensions }) => `- ${String(extensions['code'])}: ${message.replaceAll('\n', '\n  ')}`,
  );
  throw new Error(`The subgraphs do not compose:\n${list.join('\n')}`);
}
