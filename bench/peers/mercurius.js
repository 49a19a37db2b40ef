// A single server by mercurius, which compiles each operation with graphql-jit at its first use.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { batches } from './batches.js';
import { resolvers, typeDefs } from './monolith.js';
import { ready } from './ready.js';

const app = Fastify();
await app.register(mercurius, {
  schema: typeDefs,
  resolvers,
  jit: 1,
  context: () => batches(),
  path: '/graphql',
});
ready(await app.listen({ port: 0, host: '127.0.0.1' }));
