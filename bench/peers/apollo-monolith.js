// A single Apollo Server as it comes; with RESPONSE_CACHE=1 it keeps answers by Apollo's plugin.
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import responseCachePlugin from '@apollo/server-plugin-response-cache';
import { batches } from './batches.js';
import { resolvers, typeDefs } from './monolith.js';
import { ready } from './ready.js';

const plugins =
  process.env.RESPONSE_CACHE === '1'
    ? [ApolloServerPluginCacheControl({ defaultMaxAge: 3_600 }), responseCachePlugin()]
    : [];
const server = new ApolloServer({ typeDefs, resolvers, plugins });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => batches(),
});
ready(url);
