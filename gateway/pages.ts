import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unescape } from 'node:querystring';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '#shared/env.js';
import { StartError } from '#shared/start-error.js';
import { projectFile } from './start.js';
import type { TrustedDocuments } from './trusted/documents.js';

/** What the pages are told before they ask anything. */
export interface PageSettings {
  /** Code of the area that they begin with. */
  area: string;
  /** Whether the hub believes its own tokens, which are pasted. */
  demonstration: boolean;
  /** How one signs in by OpenID Connect; null where the pages are no client of the issuer. */
  signIn: { issuer: string; clientId: string; audience: string } | null;
}

export interface Pages {
  /** Folder of the built files. */
  folder: string;
  settings: PageSettings;
}

/** What is served where there is no route of the API: the pages read the rest of the address themselves. */
const paths = ['/', '/incubation', '/funds', '/portal', '/portal/*', '/explore', '/sign-in', '/signed-in'];

/** Reads from the environment what the pages are told. */
export function pagesOf(env: Env): Pages {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: clientId, HOME_AREA: area } = env;
  const isClient = issuer !== undefined && audience !== undefined && clientId !== undefined;
  return {
    folder: projectFile('dist/web'),
    settings: {
      area,
      demonstration: issuer === undefined,
      signIn: isClient ? { issuer, clientId, audience } : null,
    },
  };
}

/**
 * The pages take nothing from elsewhere, run no script that is not a file of theirs, and stand in no frame. Styles may stand in the page:
 * antd and ECharts write them there. Only the issuer is asked besides, by who signs in.
 */
function contentPolicy({ signIn }: PageSettings): string {
  const issuer = signIn === null ? '' : ` ${new URL(signIn.issuer).origin}`;
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${issuer}`,
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Where a page or a program finds the ids of the operations that it asks. */
const idsPath = '/documents.json';
const settingsPath = '/settings.json';
/** Their names hold a hash of what is in them. */
const unchanging = 'public, max-age=31536000, immutable';

/** Serves the pages, and GraphiQL to a browser that opens /graphql; everything from this machine. */
export async function registerPages(
  server: FastifyInstance,
  { folder, settings }: Pages,
  documents: TrustedDocuments,
): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new StartError(`${index}: the pages are not built; run \`npm run build\`.`);
  // Not imported above: it requires an ES module that is also imported here, which jest does not load in a circle.
  const { default: fastifyStatic } = await import('@fastify/static');
  await server.register(fastifyStatic, {
    root: folder,
    // The files that are there at the start, and no others.
    wildcard: false,
    globIgnore: ['index.html*', '.vite/**'],
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', path.includes('/assets/') ? unchanging : 'no-cache');
    },
  });
  const headers = { 'content-security-policy': contentPolicy(settings), 'referrer-policy': 'same-origin' };
  for (const path of paths)
    server.get(path, (_request, reply: FastifyReply) =>
      reply
        .headers({ ...headers, 'cache-control': 'no-cache' })
        .sendFile('index.html', { cacheControl: false }),
    );
  registerNoPage(server, readFileSync(index, 'utf8'), headers);
  server.get(idsPath, () => documents.ids);
  server.get(settingsPath, (_request, reply) => reply.header('cache-control', 'no-cache').send(settings));
  registerGraphiql(server);
}

/** Below these only programs ask: what is not there they are told in the words of the API, whatever they accept. */
const programPaths = /^\/(graphql|exports|imports|health|metrics)(\/|$)/;

/** Whether a person has opened the address in a browser. */
const isOpened = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers.accept?.includes('text/html') === true;

/** Answers a person who opened an address that is none with the pages, which say so and show the way home. */
function registerNoPage(server: FastifyInstance, index: string, headers: Record<string, string>): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404 || !isOpened(request) || programPaths.test(pathOf(request))) return done();
    void reply
      .status(404)
      // As the API's own answer: whether there is a page may be otherwise tomorrow, and one address has two answers.
      .headers({ ...headers, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(index);
  });
}

/** The path as the router reads it, however it is spelt; what cannot be decoded stays as it is. */
const pathOf = ({ url }: FastifyRequest): string => unescape(url.split(/[?#]/)[0] ?? '');

function registerGraphiql(server: FastifyInstance): void {
  let graphiql: Promise<string> | undefined;
  server.addHook('onRequest', (request, reply, done) => {
    if (!isOpened(request) || !/^\/graphql(\?|$)/.test(request.url)) return done();
    graphiql ??= renderedGraphiql();
    graphiql.then((page) => reply.type('text/html; charset=utf-8').send(page), done);
  });
}

/** GraphiQL is a megabyte of text: it is loaded for the first who opens it. */
async function renderedGraphiql(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const query = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');
  return renderGraphiQL({
    title: 'Linkage Hub',
    defaultQuery: query.replace('$area: AreaCode!', '$area: AreaCode! = "360300"'),
    defaultEditorToolsVisibility: 'variables',
    ...{ endpoint: '/graphql' },
  });
}
