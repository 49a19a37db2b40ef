// gateway/supergraph.graphql and the subgraphs serve through gateways that are not ours: all they need is to sign their calls.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { execute, type ExecutionResult, parse, print } from 'graphql';
import { projectFile, readSupergraph } from '#gateway/start.js';
import { type SubgraphName, subgraphNames } from '#shared/directory.js';
import { disableApolloTelemetry, readEnv } from '#shared/env.js';
import { type CalledSubgraphs, internalKey, serveSubgraphs } from '../kit/calls.js';
import { cleanUp } from '../kit/starts.js';
import { type FaultySubgraphs, faultySubgraphs } from '../kit/faulty-hub.js';

const key = internalKey('router');
const supergraphSdl = readSupergraph(readEnv({}));
const query = readFileSync(projectFile('web/operations/city-dashboard.graphql'), 'utf8');
const variables = { area: '360300' };

let subgraphs: CalledSubgraphs;
let ours: FaultySubgraphs;
let expected: unknown;
beforeAll(async () => {
  [subgraphs, ours] = await Promise.all([serveSubgraphs([key], 'demo'), faultySubgraphs()]);
  const gateway = await ours.gateway('hive');
  expected = await gateway.expectData(query, variables);
  await gateway.stop();
});
afterAll(async () => {
  await subgraphs?.stop();
  await ours?.stop();
  await cleanUp();
});

/** What the README says that a gateway must do, in the words of its own: nothing of the hub's code is used. */
function sign(subgraph: string, body: string): Record<string, string> {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
  const secret = createHmac('sha256', key.secret).update(`hub call to ${subgraph}`).digest();
  const [time, nonce] = [Date.now(), randomBytes(16).toString('base64url')];
  const signed = ['v1', 'POST', '/graphql', time, nonce, sha256(body), sha256(''), ''].join('\n');
  const mac = createHmac('sha256', secret).update(signed).digest('base64url');
  return { 'x-hub-signature': `v1;t=${time};n=${nonce};k=${key.id};s=${mac}` };
}

const post = (name: string, body: string, headers: object = {}) =>
  fetch(`${subgraphs.urlOf(name as SubgraphName)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test('Apollo’s gateway, as it comes, gives the dashboard the same answer', async () => {
  disableApolloTelemetry();
  const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({
        url: url as string,
        fetcher: ((_url: string, { body }: { body: string }) => post(name, body, sign(name, body))) as never,
      }),
  });
  const server = new ApolloServer({ gateway: gateway as never, stopOnTerminationSignals: false });
  const { body } = await server.executeOperation({ query, variables });
  await server.stop();
  const { data, errors } = (body as unknown as { singleResult: ExecutionResult }).singleResult;
  expect({ errors, data: plain(data) }).toEqual({ errors: undefined, data: expected });
});

test('schema stitching by @graphql-tools/federation gives the dashboard the same answer', async () => {
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    onSubschemaConfig: (config) => {
      const name = subgraphNames.find((each) => each.toUpperCase() === config.name.toUpperCase()) as string;
      config.executor = async ({ document, variables: own }) => {
        const body = JSON.stringify({ query: print(document), variables: own });
        return (await post(name, body, sign(name, body))).json();
      };
    },
  });
  const { data, errors } = await execute({ schema, document: parse(query), variableValues: variables });
  expect({ errors, data: plain(data) }).toEqual({ errors: undefined, data: expected });
});

test('without a signature there is nothing to be had', async () => {
  expect((await post('partners', JSON.stringify({ query: '{ __typename }' }))).status).toBe(401);
});

const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data)) as unknown;
