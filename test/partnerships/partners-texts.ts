// Texts of every sort in every text of every mutation of partners: kept as they are, or refused with words.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  admin,
  base,
  changePartners,
  makePartner,
  makeResource,
  type Outcome,
  partnersMutation,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
let partner: Outcome;
beforeAll(async () => {
  hub = await openSubgraphs();
  partner = await makePartner(hub);
});
afterAll(() => hub?.stop());

const offer = () => makeResource(hub, partner.id);
const codes = ({ problems }: Outcome) => problems.map(({ field, code }) => `${field} ${code}`);

describe('case 63: a text', () => {
  /** Unlike each other wherever something would normalise, cut, run or strip them. */
  const literal = {
    sql: `'); drop table partners.resource; --`,
    rightToLeft: '\u202etxt.exe',
    emoji: '🏳️‍🌈👩‍👩‍👧‍👦𠮷',
    composed: 'caf\u00e9',
    decomposed: 'cafe\u0301',
    template: '${1+1} {{7*7}} <script>alert(1)</script> %s \\ "',
  };
  /** Every text of every mutation, with an input that is right otherwise. */
  const texts = (): [mutation: string, field: string, input: object][] => [
    ['registerPartner', 'name', { kind: 'ENTERPRISE' }],
    ['registerPartner', 'nameEn', { kind: 'ENTERPRISE', name: '企业' }],
    ['updatePartner', 'name', { partnerId: partner.id }],
    ['updatePartner', 'nameEn', { partnerId: partner.id }],
    ['signAgreement', 'title', { partnerId: partner.id, scope: ['FUND'] }],
    ['registerResource', 'title', { partnerId: partner.id, category: 'FUND', capacity: '1', unit: '元' }],
    [
      'registerResource',
      'description',
      { partnerId: partner.id, category: 'FUND', capacity: '1', unit: '元' },
    ],
    ['updateResource', 'title', {}],
    ['updateResource', 'description', {}],
  ];
  /** Completes an input: titles that must differ, rows that are changed, and their versions. */
  async function complete(mutation: string, field: string, input: object): Promise<object> {
    if (mutation === 'updateResource')
      return { resourceId: (await makeResource(hub, (await makePartner(hub)).id)).id, version: 1 };
    if (mutation === 'updatePartner') return { partnerId: (await makePartner(hub)).id, version: 1 };
    return field === 'description' ? { ...input, title: `offer ${randomUUID()}` } : input;
  }

  test.each(Object.entries(literal))('of %s is kept as it is', async (_, text) => {
    for (const [mutation, field, input] of texts()) {
      const answer = await changePartners(hub, admin, mutation, {
        ...(await complete(mutation, field, input)),
        [field]: text,
      });
      expect([mutation, field, answer[field] ?? answer]).toEqual([mutation, field, text]);
    }
    const { id } = await offer();
    const proposal = { resourceId: id, organizationId: base, quantity: '1', note: text };
    const link = await changePartners(hub, admin, 'proposeLink', proposal);
    const step = { linkId: link.id, to: 'ACCEPTED', version: 1, note: text };
    const { events } = await changePartners(hub, admin, 'moveLink', step);
    expect((events as { note: string }[]).map(({ note }) => note)).toEqual([text, text]);
  });

  test.each([
    ['NUL', 'a\0b', 'TEXT_CONTROL_CHARACTER'],
    ['a lone surrogate', 'a\ud800b', 'TEXT_NOT_WELL_FORMED'],
    ['a megabyte', 'x'.repeat(1_000_000), 'TEXT_TOO_LONG'],
  ])('with %s is refused with words, wherever it stands', async (_, text, code) => {
    for (const [mutation, field, input] of texts()) {
      const answer = await changePartners(hub, admin, mutation, {
        ...(await complete(mutation, field, input)),
        [field]: text,
      });
      expect([mutation, field, ...codes(answer)]).toEqual([mutation, field, `${field} ${code}`]);
      expect(answer.problems[0]?.message.length).toBeLessThan(300);
    }
    const proposal = { resourceId: (await offer()).id, organizationId: base, quantity: '1' };
    expect(codes(await changePartners(hub, admin, 'proposeLink', { ...proposal, note: text }))).toEqual([
      `note ${code}`,
    ]);
    const link = await changePartners(hub, admin, 'proposeLink', proposal);
    const step = { linkId: link.id, to: 'ACCEPTED', version: 1, note: text };
    expect(codes(await changePartners(hub, admin, 'moveLink', step))).toEqual([`note ${code}`]);
    // A key and an id are no texts of people: what cannot be one is refused before anything else.
    const keyed = { input: { ...proposal, idempotencyKey: text } };
    const { errors } = await hub.ask('partners', admin, partnersMutation('proposeLink'), keyed);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(
      await changePartners(hub, admin, 'proposeLink', { ...proposal, organizationId: text }),
    ).toMatchObject({
      code: 'UNKNOWN_REFERENCE',
    });
    expect(codes(await makePartner(hub, { uscc: text }))).toContainEqual(
      expect.stringMatching(/^uscc USCC_/),
    );
  });
});
