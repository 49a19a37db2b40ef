// What partners offer: registered, changed, published, taken back, and texts of every sort.
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
  partnerViewer,
  refusalOf,
} from './kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from './kit/subgraphs.js';

let hub: TestSubgraphs;
let partner: Outcome;
beforeAll(async () => {
  hub = await openSubgraphs();
  partner = await makePartner(hub);
});
afterAll(() => hub?.stop());

const offer = (rest: object = {}) => makeResource(hub, partner.id, rest);
const own = () => partnerViewer(partner.id);
const change = (name: string, { id, version }: Outcome, rest: object = {}) =>
  changePartners(hub, own(), name, { resourceId: id, version, ...rest });
const codes = ({ problems }: Outcome) => problems.map(({ field, code }) => `${field} ${code}`);

describe('a resource', () => {
  test('is refused with everything that is wrong about it', async () => {
    const wrong = {
      title: '',
      description: '身份证 11010519491231002X',
      unit: '一二三四五六七八九十一二三四五六七八九十多',
      capacity: '-1',
      areaCodes: ['360300', '360300', '360301', '990000'],
      availableFrom: '2026-02-01',
      availableTo: '2026-01-01',
    };
    expect(codes(await offer(wrong))).toEqual([
      'title TEXT_BLANK',
      'description PERSONAL_NUMBER',
      'unit TEXT_TOO_LONG',
      'capacity QUANTITY_NOT_POSITIVE',
      'availableTo PERIOD_EMPTY',
      'areaCodes.1 AREA_REPEATED',
      'areaCodes.2 AREA_PLACEHOLDER',
    ]);
    const many = Array.from({ length: 51 }, (_, index) => String(360302100 + index));
    expect(codes(await offer({ areaCodes: many }))).toEqual(['areaCodes TOO_MANY_AREAS']);
  });

  test('has a title that no other of its partner has, also of 20 at once, until that is withdrawn', async () => {
    const title = `Course ${randomUUID()}`;
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => offer({ title: ` ${title.toUpperCase()}` })),
    );
    const first = outcomes.find(({ __typename }) => __typename === 'Resource') as Outcome;
    const rest = outcomes.filter((outcome) => outcome !== first);
    expect(rest.map(({ code, existing }) => [code, existing.id])).toEqual(
      rest.map(() => ['RESOURCE_ALREADY_REGISTERED', first.id]),
    );
    const renamed = await change('updateResource', await offer(), { title });
    expect(renamed).toMatchObject({ __typename: 'ResourceAlreadyRegistered', existing: { id: first.id } });
    const withdrawn = await change('withdrawResource', first);
    const second = await offer({ title });
    expect(second['__typename']).toBe('Resource');
    expect(await change('publishResource', withdrawn)).toMatchObject({
      __typename: 'ResourceAlreadyRegistered',
      existing: { id: second.id },
    });
    expect(await makeResource(hub, (await makePartner(hub)).id, { title })).toMatchObject({
      __typename: 'Resource',
    });
  });

  test('changes what is given and keeps the rest', async () => {
    const resource = await offer({ description: '说明', areaCodes: ['360300'], availableFrom: '2026-01-01' });
    const changed = await change('updateResource', resource, {
      description: null,
      availableTo: '2026-06-01',
    });
    expect(changed).toMatchObject({
      description: null,
      title: resource['title'],
      areaCodes: ['360300'],
      availableFrom: '2026-01-01',
      availableTo: '2026-06-01',
      version: 2,
    });
    // A new day is compared with the one that stands.
    expect(codes(await change('updateResource', changed, { availableTo: '2025-01-01' }))).toEqual([
      'availableTo PERIOD_EMPTY',
    ]);
    expect(await change('updateResource', changed, { areaCodes: null, capacity: '11.5' })).toMatchObject({
      areaCodes: [],
      capacity: '11.5',
      version: 3,
    });
  });

  test('case 61: is not changed by whoever read it before somebody else changed it', async () => {
    const resource = await offer();
    for (const name of ['updateResource', 'withdrawResource', 'publishResource'])
      expect(await change(name, { ...resource, version: 7 })).toMatchObject({
        __typename: 'StaleVersion',
        code: 'CONFLICT',
        current: 1,
      });
    const both = await Promise.all(
      ['甲', '乙'].map((description) => change('updateResource', resource, { description })),
    );
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Resource', 'StaleVersion']);
  });

  test('that was never published stays hidden when it is withdrawn, and may be offered later', async () => {
    const draft = await offer({ publish: false });
    const withdrawn = await change('withdrawResource', draft);
    expect(withdrawn.status).toBe('WITHDRAWN');
    const seen = async () =>
      (
        await hub.ask('partners', viewerAs('viewer'), 'query ($id: ID!) { resource(id: $id) { id } }', {
          id: draft.id,
        })
      ).data;
    expect(await seen()).toEqual({ resource: null });
    expect(await change('withdrawResource', withdrawn)).toMatchObject({
      __typename: 'InvalidTransition',
      from: 'WITHDRAWN',
      to: 'WITHDRAWN',
      allowed: ['PUBLISHED'],
    });
    expect(await change('publishResource', withdrawn)).toMatchObject({ status: 'PUBLISHED', version: 3 });
    expect(await seen()).toEqual({ resource: { id: draft.id } });
  });

  test('of others is changed by nobody', async () => {
    const { id } = await offer();
    for (const name of ['updateResource', 'withdrawResource', 'publishResource']) {
      const input = { resourceId: id, version: 1 };
      expect(await refusalOf(hub, partnerViewer(randomUUID()), name, input)).toBe('FORBIDDEN');
      expect(await refusalOf(hub, admin, name, { ...input, resourceId: randomUUID() })).toBe('NOT_FOUND');
      expect(await refusalOf(hub, admin, name, { ...input, resourceId: 'no id' })).toBe('BAD_USER_INPUT');
    }
  });
});

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
