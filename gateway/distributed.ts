import { HubError } from '#shared/errors.js';
import type { Env } from '#shared/env.js';
import { printOnce } from '#shared/graphql-documents.js';
import { type HttpSource, httpSource } from '#shared/http-source.js';
import type { InternalTokens } from '#shared/internal-token.js';
import type { SourceFor } from './source.js';

/** The subgraphs of a supergraph, each a process behind HTTP. */
export interface DistributedSubgraphs {
  sourceFor: SourceFor;
  close(): Promise<void>;
}

/** Opens kept connections to every subgraph that the supergraph names; `<NAME>_URL` overrides where it is. */
export function connectSubgraphs(
  supergraphSdl: string,
  overrides: ReadonlyMap<string, string>,
  tokens: InternalTokens,
): DistributedSubgraphs {
  const sources = new Map<string, HttpSource>();
  for (const [name, url] of subgraphUrls(supergraphSdl))
    sources.set(name, httpSource(name, overrides.get(name) ?? url));
  return {
    sourceFor: (name) => {
      const source = sources.get(name);
      if (source === undefined)
        throw new HubError('UNAVAILABLE', `The supergraph names no subgraph "${name}".`);
      return async ({ document, variables, operationName, viewer, requestId }) => {
        try {
          const headers = await tokens.headers({ subgraph: name, viewer, requestId });
          return await source.ask({ query: printOnce(document), variables, operationName }, headers);
        } catch (error) {
          // Returned, not thrown: an engine gives a returned error the path of the fields it costs.
          return { data: null, errors: [error as HubError] };
        }
      };
    },
    close: async () => {
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}

/** Reads which subgraphs' addresses the environment overrides. */
export function urlOverrides(env: Env): Map<string, string> {
  const given = {
    organizations: env.ORGANIZATIONS_URL,
    partners: env.PARTNERS_URL,
    donations: env.DONATIONS_URL,
    identity: env.IDENTITY_URL,
  };
  return new Map(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Reads where each subgraph of a supergraph listens: `@join__graph(name, url)`. */
function subgraphUrls(supergraphSdl: string): Map<string, string> {
  const urls = new Map<string, string>();
  for (const [, name, url] of supergraphSdl.matchAll(/@join__graph\(name: "([^"]*)", url: "([^"]*)"\)/g))
    urls.set(name!, url!);
  return urls;
}
