import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { TrustedDocuments } from './trusted/documents.js';

/** The first page's files; a list, not a folder walk, so that nothing else can be served. */
const files = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/dashboard.js', file: 'dashboard.js', type: 'text/javascript; charset=utf-8' },
  { path: '/dashboard.css', file: 'dashboard.css', type: 'text/css; charset=utf-8' },
] as const;

/** The pages take nothing from elsewhere and stand in no frame; GraphiQL, whose scripts are in its page, is for people who try the hub. */
const contentPolicy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

/** Where a page finds the ids of the operations that it asks. */
const idsPath = '/documents.json';

/** Serves the first page, and GraphiQL to a browser that opens /graphql; everything from this machine. */
export function registerPages(server: FastifyInstance, folder: string, documents: TrustedDocuments): void {
  for (const { path, file, type } of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    server.get(path, (_request, reply: FastifyReply) =>
      reply.type(type).header('content-security-policy', contentPolicy).send(text),
    );
  }
  server.get(idsPath, () => documents.ids);
  let graphiql: Promise<string> | undefined;
  server.addHook('onRequest', (request, reply, done) => {
    const wantsPage =
      request.method === 'GET' &&
      /^\/graphql(\?|$)/.test(request.url) &&
      request.headers.accept?.includes('text/html') === true;
    if (!wantsPage) return done();
    graphiql ??= renderedGraphiql(join(folder, 'operations/city-dashboard.graphql'));
    graphiql.then((page) => reply.type('text/html; charset=utf-8').send(page), done);
  });
}

/** GraphiQL is a megabyte of text: it is loaded for the first who opens it. */
async function renderedGraphiql(dashboardFile: string): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const query = readFileSync(dashboardFile, 'utf8');
  return renderGraphiQL({
    title: 'Linkage Hub',
    defaultQuery: query.replace('$area: AreaCode!', '$area: AreaCode! = "360300"'),
    defaultEditorToolsVisibility: 'variables',
    ...{ endpoint: '/graphql' },
  });
}
