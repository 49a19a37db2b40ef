// A subgraph's own HTTP: who reaches its port learns no more than a client of the gateway.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sha256Hex } from '#shared/hash.js';
import { unknownDocument } from '#shared/remote/document-id.js';
import { askProcess } from '../kit/calls.js';
import { withClient } from '../kit/database.js';
import { startHub, type TestHub } from '../kit/hub.js';
import { type HubProcess, startProcess } from '../kit/process.js';
import { cleanUp, folder } from '../kit/starts.js';

let hub: TestHub;
let subgraph: HubProcess;
let dataDir: string;
beforeAll(async () => {
  dataDir = folder();
  hub = await startHub({ topology: 'embedded', engine: 'hive' });
  subgraph = await startProcess({
    entry: 'subgraphs/partners/main.js',
    env: { DATABASE_URL: hub.database.url, DEMO_DATA: 'off', DATA_DIR: dataDir },
  });
});
afterAll(async () => {
  await subgraph?.stop();
  await hub?.stop();
  await cleanUp();
});

async function post(body: string): Promise<{ status: number; text: string }> {
  const response = await askProcess(subgraph.url, dataDir, 'partners', body);
  return { status: response.status, text: await response.text() };
}

test.each([
  ['no document', '{"query":"{"}', /Syntax Error.*"BAD_USER_INPUT"/],
  ['no query', '{}', /a GraphQL document is expected/],
  ['no JSON', '{', /could not be read/],
])('%s gets an answer in words', async (_name, body, words) => {
  const { status, text } = await post(body);
  expect(status).toBeLessThan(500);
  expect(text).toMatch(words);
});

test('a document is known by its hash when its text was read, and no other one is', async () => {
  const query = '{ partners(first: 1) { nodes { id } } }';
  const byId = JSON.stringify({ documentId: sha256Hex(query) });
  expect((await post(byId)).text).toBe(unknownDocument);
  const { text } = await post(JSON.stringify({ query }));
  const data = (answer: string) => (JSON.parse(answer) as { data: unknown }).data;
  expect(data((await post(byId)).text)).toEqual(data(text));
  expect(data(text)).toMatchObject({ partners: { nodes: [{ id: expect.any(String) }] } });
});

test('a failing statement leaves as INTERNAL on both routes, without a word of it', async () => {
  await withClient(hub.database.address, (client) =>
    client.query('revoke select on partners.partner from hub_partners'),
  );
  const direct = await post(JSON.stringify({ query: '{ partners { totalCount } }' }));
  const { errors } = await hub.run('{ partners { totalCount } }');
  for (const text of [direct.text, JSON.stringify(errors)]) {
    expect(text).toMatch(/"code":"INTERNAL","incident":"[0-9a-f-]{36}"/);
    expect(text).not.toMatch(/permission|select|partners\.partner|node_modules/);
  }
});
