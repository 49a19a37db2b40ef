import { composeServices } from '@apollo/composition';
import { subgraphs } from './subgraphs.js';

/** Composes the three subgraphs; `urls` says where each one answers. */
export function supergraphOf(urls) {
  const services = Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
    name,
    typeDefs,
    url: urls[name],
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors?.length) throw errors[0];
  return supergraphSdl;
}
