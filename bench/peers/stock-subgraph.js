// One subgraph in a process of its own, behind an Apollo Server as it comes: node stock-subgraph.js partners
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { batches } from './batches.js';
import { ready } from './ready.js';
import { schemaOf } from './subgraphs.js';

const server = new ApolloServer({ schema: schemaOf(process.argv[2]) });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => batches(),
});
ready(url);
