// What partners offer: registered, changed, published, taken back, and texts of every sort.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  admin,
  changePartners,
  makePartner,
  makeResource,
  type Outcome,
  partnerViewer,
  refusalOf,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

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
