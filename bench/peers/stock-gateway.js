// @apollo/gateway as it comes, over HTTP: SUBGRAPH_URLS holds where each subgraph answers, as JSON.
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ready } from './ready.js';
import { supergraphOf } from './supergraph.js';

const gateway = new ApolloGateway({ supergraphSdl: supergraphOf(JSON.parse(process.env.SUBGRAPH_URLS)) });
const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { port: 0, host: '127.0.0.1' },
});
ready(url);
