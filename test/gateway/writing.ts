// What holds for every mutation: one effect per idempotency key, an audit record per change, and a second wall in the database.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roleAddress } from '#shared/database/provision.js';
import { sessionOf } from '#shared/database/row-security.sql.js';
import { demoId } from '#shared/demo/identity.js';
import { withClient } from '../kit/database.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const own = demoId('partner', 'jxnu');
const other = demoId('partner', 'jgsu');
const partner = viewerAs('partner', { partnerId: own });
const stranger = viewerAs('partner', { partnerId: other });
const registerResource = `mutation ($input: RegisterResourceInput!) { result: registerResource(input: $input) {
  __typename ... on Resource { id title status version capacity remaining createdAt partner { id name } }
  ... on Problem { code message } ... on InvalidInput { problems { field code } } ... on ResourceAlreadyRegistered { existing { id } } } }`;
const publishResource = `mutation ($input: PublishResourceInput!) { result: publishResource(input: $input) {
  __typename ... on Resource { id status version } ... on Problem { code message } ... on InvalidTransition { from to allowed } ... on StaleVersion { current } } }`;

const offer = (rest: object = {}) => ({
  partnerId: own,
  title: `resource ${randomUUID()}`,
  category: 'TRAINING',
  capacity: '10.500',
  unit: '人次',
  ...rest,
});

interface Result {
  __typename: string;
  id: string;
  version: number;
}

const register = (input: object, viewer = partner) =>
  hub.mutate<Result & { code?: string; problems?: { field: string; code: string }[] }>(
    'partners',
    viewer,
    registerResource,
    input,
  );

describe('an idempotency key', () => {
  test('answers a repeat with the first result, however the record has changed since', async () => {
    const input = offer({ idempotencyKey: randomUUID() });
    const first = await register(input);
    expect(first).toMatchObject({ __typename: 'Resource', version: 1, capacity: '10.500', status: 'DRAFT' });
    await hub.mutate('partners', partner, publishResource, { resourceId: first.id, version: 1 });
    expect(await register(input)).toEqual(first);
  });

  test('with another input is CONFLICT, and nothing is written', async () => {
    const input = offer({ idempotencyKey: randomUUID() });
    await register(input);
    const { errors } = await hub.ask('partners', partner, registerResource, {
      input: { ...input, capacity: '11' },
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('CONFLICT');
  });

  test('used by 50 calls at the same time has one effect and equal answers', async () => {
    const input = offer({ idempotencyKey: randomUUID() });
    const answers = await Promise.all(Array.from({ length: 50 }, () => register(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('is free again when nothing was written', async () => {
    const idempotencyKey = randomUUID();
    expect(await register(offer({ idempotencyKey, capacity: '0' }))).toMatchObject({
      __typename: 'InvalidInput',
      code: 'BAD_USER_INPUT',
      problems: [{ field: 'capacity', code: 'QUANTITY_NOT_POSITIVE' }],
    });
    expect(await register(offer({ idempotencyKey }))).toMatchObject({ __typename: 'Resource' });
  });
});

describe('a second wall', () => {
  test('a stranger neither sees nor changes a draft, by GraphQL or by SQL', async () => {
    const draft = await register(offer());
    const seen = `query ($id: ID!) { resource(id: $id) { id } }`;
    expect((await hub.ask('partners', stranger, seen, { id: draft.id })).data).toEqual({ resource: null });
    expect((await hub.ask('partners', partner, seen, { id: draft.id })).data).toEqual({
      resource: { id: draft.id },
    });
    const { errors } = await hub.ask('partners', stranger, publishResource, {
      input: { resourceId: draft.id, version: 1 },
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    await withClient(roleAddress('partners', hub.database.address), async (client) => {
      await client.query('begin');
      for (const [name, value] of Object.entries(sessionOf(stranger) ?? {}))
        await client.query('select set_config($1, $2, true)', [name, value]);
      const change = `update partners.resource set partner_id = $2 where id = $1`;
      expect((await client.query(change, [draft.id, other])).rowCount).toBe(0);
      await client.query('rollback');
      expect((await client.query('select from partners.resource where id = $1', [draft.id])).rowCount).toBe(
        0,
      );
    });
  });

  test('a partner cannot register for another one', async () => {
    const { errors } = await hub.ask('partners', stranger, registerResource, { input: offer() });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

test('every change leaves an audit record, and the chain shows what was tampered with', async () => {
  const draft = await register(offer());
  await hub.mutate('partners', partner, publishResource, { resourceId: draft.id, version: 1 });
  await withClient(hub.database.address, async (client) => {
    const { rows } = await client.query(
      'select action, subject, changes from partners.audit_record where entity_id = $1 order by at, position',
      [draft.id],
    );
    expect(rows).toMatchObject([
      { action: 'registerResource', subject: 'test-partner', changes: { unit: { after: '人次' } } },
      { action: 'publishResource', changes: { status: { before: 'DRAFT', after: 'PUBLISHED' } } },
    ]);
    expect((await client.query('select * from partners.broken_audit()')).rows).toEqual([]);
    const log = `query ($id: ID!) { partnersAuditLog(entityId: $id) { totalCount nodes { action subject roles changes { field before after } } } }`;
    expect((await hub.ask('partners', viewerAs('admin'), log, { id: draft.id })).data).toMatchObject({
      partnersAuditLog: {
        totalCount: 2,
        nodes: [
          { action: 'registerResource', subject: 'test-partner', roles: ['partner'] },
          { changes: [{ field: 'status', before: 'DRAFT', after: 'PUBLISHED' }, { field: 'publishedAt' }] },
        ],
      },
    });
    await expect(client.query(`update partners.audit_record set subject = 'x'`)).rejects.toThrow(
      /append-only/,
    );
    await client.query('begin');
    await client.query('alter table partners.audit_record disable trigger all');
    await client.query(`update partners.audit_record set subject = 'x' where entity_id = $1`, [draft.id]);
    expect((await client.query('select * from partners.broken_audit()')).rows).toHaveLength(2);
    await client.query('rollback');
  });
});
