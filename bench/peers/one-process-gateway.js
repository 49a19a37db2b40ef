// @apollo/gateway as it comes, its subgraphs in the same process.
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { batches } from './batches.js';
import { ready } from './ready.js';
import { schemaOf, subgraphs } from './subgraphs.js';
import { supergraphOf } from './supergraph.js';

const urls = Object.fromEntries(Object.keys(subgraphs).map((name) => [name, `http://${name}.invalid`]));
const gateway = new ApolloGateway({
  supergraphSdl: supergraphOf(urls),
  buildService: ({ name }) => new LocalGraphQLDataSource(schemaOf(name)),
});
const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => batches(),
});
ready(url);
