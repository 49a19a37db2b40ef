import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The first page's files; a list, not a folder walk, so that nothing else can be served. */
const files = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/dashboard.js', file: 'dashboard.js', type: 'text/javascript; charset=utf-8' },
  { path: '/dashboard.css', file: 'dashboard.css', type: 'text/css; charset=utf-8' },
  { path: '/city-dashboard.graphql', file: 'city-dashboard.graphql', type: 'text/plain; charset=utf-8' },
] as const;

/** Serves the first page, and GraphiQL to a browser that opens /graphql; everything from this machine. */
export async function registerPages(server: FastifyInstance, folder: string): Promise<void> {
  for (const { path, file, type } of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    server.get(path, (_request, reply: FastifyReply) => reply.type(type).send(text));
  }
  const query = readFileSync(join(folder, 'city-dashboard.graphql'), 'utf8');
  const graphiql = renderGraphiQL({
    title: 'Linkage Hub',
    defaultQuery: query.replace('$area: AreaCode!', '$area: AreaCode! = "360300"'),
    defaultEditorToolsVisibility: 'variables',
    ...{ endpoint: '/graphql' },
  });
  server.addHook('onRequest', async (request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      /^\/graphql(\?|$)/.test(request.url) &&
      request.headers.accept?.includes('text/html');
    if (wantsPage) await reply.type('text/html; charset=utf-8').send(graphiql);
  });
}
