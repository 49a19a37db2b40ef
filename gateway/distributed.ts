import { buildASTSchema, type GraphQLError, type GraphQLSchema, parse } from 'graphql';
import type { HubNotes } from '#shared/data-age.js';
import { FollowedVersions } from '#shared/data-version/followed-versions.js';
import { HubError } from '#shared/errors.js';
import { printOnce } from '#shared/graphql-documents.js';
import { askParts } from '#shared/health.js';
import type { InternalHeaders } from '#shared/internal-calls.js';
import type { Limits } from '#shared/limits.js';
import type { Logger } from '#shared/log.js';
import { circuitsOf } from '#shared/metrics/circuits.js';
import { isMutationIn } from '#shared/operation.js';
import { readAnswer } from '#shared/remote/answer.js';
import { questionText } from '#shared/remote/question.js';
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
  /** Whether answers are kept, and asked for after each read whether they still hold; `off` when left out. */
  cache?: 'off' | 'on' | 'strict';
}

/** Opens kept connections to every subgraph that the supergraph names, each one or more processes behind HTTP. */
export function connectSubgraphs(
  supergraphSdl: string,
  { urls, last, telemetry, cache = 'off', ...asking }: ConnectOptions,
): Sources {
  const remotes = new Map<string, RemoteSubgraph>();
  const places = [...urlsIn(supergraphSdl)].map(([name, url]) => [name, urls.get(name) ?? [url]] as const);
  for (const [name, its] of places) remotes.set(name, remoteSubgraph({ name, urls: its, ...asking }));
  const versions = new Map<string, FollowedVersions>();
  if (cache !== 'off')
    for (const [name, its] of places)
      versions.set(name, new FollowedVersions({ subgraph: name, urls: its, ...asking }));
  const circuits = telemetry && circuitsOf(telemetry.registry);
  const uncount = [...remotes].map(([name, remote]) => circuits?.count(name, remote));
  const checks = answerChecks(schemaOf(supergraphSdl));
  return {
    sourceFor: (name) => {
      const remote = remotes.get(name);
      if (remote === undefined)
        throw new HubError('UNAVAILABLE', `The supergraph names no subgraph "${name}".`);
      const joins = () => (cache === 'strict' ? null : versions.get(name)?.known()?.version);
      return remoteSource({ name, remote, checks, last, versions: versions.get(name), joins });
    },
    versions,
    readyParts: () => askParts(places.map(([name, its]) => [name, () => isAnyReady(its)] as const)),
    close: async () => {
      uncount.forEach((end) => end?.());
      await Promise.all([...remotes.values(), ...versions.values()].map((each) => each.close()));
    },
  };
}

interface Remote {
  name: string;
  remote: RemoteSubgraph;
  checks: AnswerChecks;
  last: LastAnswers;
  versions: FollowedVersions | undefined;
  /** What an equal question that is being asked must have known of the data to be joined; null joins none. */
  joins(): string | null | undefined;
}

/** Asks a subgraph; what it does not answer costs fields, or comes from what it last answered where the client takes that. */
function remoteSource({ name, remote, checks, last, versions, joins }: Remote): Source {
  return async (fetch) => {
    const { document, variables, operationName, viewer, touched } = fetch;
    const began = new Date().toISOString();
    const query = printOnce(document);
    const text = questionText({ query, variables, operationName });
    const key = { subgraph: name, viewer, text };
    const asked = { subgraph: name, document, variables };
    const isMutation = isMutationIn(document);
    try {
      // Who waited for it once does not wait again for a later part of the same request.
      if (touched?.hasGivenUp(name) === true) throw noAnswer(name);
      const { bytes, answer } = await remote.ask({
        query,
        variables,
        operationName,
        text,
        viewer,
        requestId: fetch.requestId,
        isMutation,
        signal: fetch.signal,
        joins: joins(),
      });
      if (isMutation) versions?.heard((answer.extensions?.['hub'] as HubNotes | undefined)?.versions?.[name]);
      const checked = checks.check(asked, answer);
      const { asOf, status } = ageOf(checked, began);
      if (!isMutation && checked.errors === undefined && status === 'ok') last.keep(key, { bytes, asOf });
      return checked;
    } catch (error) {
      touched?.giveUp(name);
      const { staleIfErrorSeconds: maxAge } = fetch;
      const kept =
        maxAge == null || isMutation || fetch.signal?.aborted === true ? null : await last.find(key, maxAge);
      if (kept !== null)
        return {
          data: readAnswer(kept.bytes).data ?? null,
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
