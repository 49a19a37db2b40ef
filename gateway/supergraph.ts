import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type SubgraphName, subgraphPorts } from '#shared/directory.js';
import { type Composed, ownershipMistakes } from './ownership.js';

/** Composes subgraphs; throws one readable list when they contradict each other or take what is another's. */
export function composeSupergraph(subgraphs: Partial<Record<SubgraphName, Composed>>): string {
  const taken = ownershipMistakes(new Map(Object.entries(subgraphs)));
  if (taken.length > 0) throw new Error(`The subgraphs do not compose:\n- ${taken.join('\n- ')}`);
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({
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
