import { buildASTSchema, type GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { HubError } from '#shared/errors.js';
import { printOnce } from '#shared/graphql-documents.js';
import { askParts } from '#shared/health.js';
import type { InternalHeaders } from '#shared/internal-calls.js';
import type { Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import { circuitsOf } from '#shared/metrics/circuits.js';
import { isMutationIn } from '#shared/operation.js';
import { readAnswer } from '#shared/remote/answer.js';
import { type RemoteSubgraph, remoteSubgraph } from '#shared/remote/subgraph.js';
import type { Telemetry } from '#shared/telemetry.js';
import { type AnswerChecks, answerChecks } from './answer/check.js';
import type { LastAnswers } from './last-answers.js';
import { isAnyReady } from './ready.js';
import type { Source, Sources } from './source.js';
import { ageOf } from './touched.js';

export interface ConnectOptions {
  /** Where subgraphs are, for those that are not where the supergraph says. */
  urls: ReadonlyMap<string, readonly string[]>;
  headers: InternalHeaders;
  log: Logger;
  /** Outlives a reload. */
  last: LastAnswers;
  limits?: Limits;
  telemetry?: Telemetry;
}

/** Opens kept connections to every subgraph that the supergraph names, each one or more processes behind HTTP. */
export function connectSubgraphs(
  supergraphSdl: string,
  { urls, last, telemetry, ...asking }: ConnectOptions,
): Sources {
  const remotes = new Map<string, RemoteSubgraph>();
  const places = [...urlsIn(supergraphSdl)].map(([name, url]) => [name, urls.get(name) ?? [url]] as const);
  for (const [name, its] of places) remotes.set(name, remoteSubgraph({ name, urls: its, ...asking }));
  const circuits = telemetry && circuitsOf(telemetry.registry);
  const uncount = [...remotes].map(([name, remote]) => circuits?.count(name, remote));
  const checks = answerChecks(schemaOf(supergraphSdl));
  return {
    sourceFor: (name) => {
      const remote = remotes.get(name);
      if (remote === undefined)
        throw new HubError('UNAVAILABLE', `The supergraph names no subgraph "${name}".`);
      return remoteSource(name, remote, checks, last);
    },
    readyParts: () => askParts(places.map(([name, its]) => [name, () => isAnyReady(its)] as const)),
    close: async () => {
      uncount.forEach((end) => end?.());
      await Promise.all([...remotes.values()].map((remote) => remote.close()));
    },
  };
}

/** Asks a subgraph; what it does not answer costs fields, or comes from what it last answered where the client takes that. */
function remoteSource(name: string, remote: RemoteSubgraph, checks: AnswerChecks, last: LastAnswers): Source {
  return async (fetch) => {
    const { document, variables, operationName, viewer, touched } = fetch;
    const began = new Date().toISOString();
    const query = printOnce(document);
    const question = { query, variables, operationName, viewer, requestId: fetch.requestId };
    const asked = { subgraph: name, document, variables };
    const isMutation = isMutationIn(document);
    try {
      // Who waited for it once does not wait again for a later part of the same request.
      if (touched?.hasGivenUp(name) === true) throw noAnswer(name);
      const { text, answer } = await remote.ask({ ...question, isMutation, signal: fetch.signal });
      const checked = checks.check(asked, answer);
      const { asOf, status } = ageOf(checked, began);
      if (!isMutation && checked.errors === undefined && status === 'ok')
        last.keep({ subgraph: name, ...question }, { text, asOf });
      return checked;
    } catch (error) {
      touched?.giveUp(name);
      const { staleIfErrorSeconds: maxAge } = fetch;
      const kept =
        maxAge == null || isMutation || fetch.signal?.aborted === true
          ? null
          : await last.find({ subgraph: name, ...question }, maxAge);
      if (kept !== null)
        return {
          data: readAnswer(kept.text).data ?? null,
          extensions: { hub: { asOf: kept.asOf, status: 'stale' } },
        };
      // Returned, not thrown: an engine gives a returned error the path of the fields it costs.
      return checks.lost(asked, error as GraphQLError);
    }
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
