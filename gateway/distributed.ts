import { buildASTSchema, getOperationAST, type GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { HubError } from '#shared/errors.js';
import { printOnce } from '#shared/graphql-documents.js';
import type { InternalHeaders } from '#shared/internal-calls.js';
import type { Logger } from '#shared/log.js';
import { type RemoteSubgraph, remoteSubgraph } from '#shared/remote/subgraph.js';
import { answerChecks } from './answer/check.js';
import type { SourceFor } from './source.js';

/** The subgraphs of a supergraph, each one or more processes behind HTTP. */
export interface DistributedSubgraphs {
  sourceFor: SourceFor;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Where subgraphs are, for those that are not where the supergraph says. */
  urls: ReadonlyMap<string, readonly string[]>;
  headers: InternalHeaders;
  log: Logger;
}

/** Opens kept connections to every subgraph that the supergraph names. */
export function connectSubgraphs(
  supergraphSdl: string,
  { urls, headers, log }: ConnectOptions,
): DistributedSubgraphs {
  const remotes = new Map<string, RemoteSubgraph>();
  for (const [name, url] of urlsIn(supergraphSdl))
    remotes.set(name, remoteSubgraph({ name, urls: urls.get(name) ?? [url], headers, log }));
  const checks = answerChecks(schemaOf(supergraphSdl));
  return {
    sourceFor: (name) => {
      const remote = remotes.get(name);
      if (remote === undefined)
        throw new HubError('UNAVAILABLE', `The supergraph names no subgraph "${name}".`);
      return async ({ document, variables, operationName, viewer, requestId, touched }) => {
        const asked = { subgraph: name, document, variables };
        // Who waited for it once does not wait again for a later part of the same request.
        if (touched?.hasGivenUp(name) === true) return checks.lost(asked, noAnswer(name));
        const isMutation = getOperationAST(document)?.operation === 'mutation';
        const query = printOnce(document);
        const question = { query, variables, operationName, isMutation, viewer, requestId };
        try {
          return checks.check(asked, await remote.ask(question));
        } catch (error) {
          touched?.giveUp(name);
          // Returned, not thrown: an engine gives a returned error the path of the fields it costs.
          return checks.lost(asked, error as GraphQLError);
        }
      };
    },
    close: async () => {
      await Promise.all([...remotes.values()].map((remote) => remote.close()));
    },
  };
}

const noAnswer = (name: string) =>
  new HubError('UNAVAILABLE', `The ${name} subgraph does not answer.`, { subgraph: name });

/** Makes a schema of a supergraph: everything that any subgraph has. */
export const schemaOf = (supergraphSdl: string): GraphQLSchema =>
  buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true });

/** Reads where each subgraph of a supergraph listens: `@join__graph(name, url)`. */
function urlsIn(supergraphSdl: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, url] of supergraphSdl.matchAll(/@join__graph\(name: "([^"]*)", url: "([^"]*)"\)/g))
    found.set(name!, url!);
  return found;
}
