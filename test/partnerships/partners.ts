// Institutions, what they agree to, and whether they may raise money in public.
import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoId, demoUscc } from '#shared/demo/identity.js';
import { usccCheck } from '#shared/uscc.js';
import {
  admin,
  base,
  changePartners,
  makePartner,
  type Outcome,
  partnerViewer,
  refusalOf,
} from '../kit/partners.js';
import { openSubgraphs, type TestSubgraphs, viewerAs } from '../kit/subgraphs.js';

let hub: TestSubgraphs;
beforeAll(async () => {
  hub = await openSubgraphs();
});
afterAll(() => hub?.stop());

const codes = ({ problems }: Outcome) => problems.map(({ field, code }) => `${field} ${code}`);
/** A valid code that nobody has. */
const freshUscc = (prefix: string, division = '360300') => demoUscc(prefix, division, randomInt(1_000_000));

describe('a partner', () => {
  test('R-USCC-01: is registered with its code as codes are kept', async () => {
    const uscc = freshUscc('12');
    const written = ` ${uscc.slice(0, 8)}-${uscc.slice(8).toLowerCase()} `;
    expect(await makePartner(hub, { uscc: written, areaCode: '110108' })).toMatchObject({
      __typename: 'Partner',
      uscc,
      areaCode: '110108',
      warnings: [],
      version: 1,
    });
  });

  test('R-USCC-01: is found by its code however that is written, and by nothing that is none', async () => {
    const uscc = freshUscc('12');
    const { id } = await makePartner(hub, { uscc });
    const find = async (written: string) =>
      (
        await hub.ask(
          'partners',
          viewerAs('viewer'),
          'query ($uscc: String) { partner(uscc: $uscc) { id } }',
          {
            uscc: written,
          },
        )
      ).data;
    const fullWidth = uscc.replace(/[!-~]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    );
    for (const written of [uscc, ` ${uscc.toLowerCase()}`, fullWidth])
      expect(await find(written)).toEqual({ partner: { id } });
    for (const written of ['', 'a\0b', '\ud800', uscc.slice(1)])
      expect(await find(written)).toEqual({ partner: null });
  });

  test('R-USCC-04: is not registered with a code whose check is wrong', async () => {
    const uscc = freshUscc('12');
    const wrong = `${uscc.slice(0, 17)}${uscc.endsWith('0') ? '1' : '0'}`;
    expect(codes(await makePartner(hub, { uscc: wrong }))).toEqual(['uscc USCC_BAD_CHECK']);
  });

  test('R-USCC-07: is not registered with a code of another kind', async () => {
    expect(codes(await makePartner(hub, { kind: 'FOUNDATION', uscc: freshUscc('51') }))).toEqual([
      'uscc USCC_KIND_MISMATCH',
    ]);
  });

  test('R-USCC-05, R-USCC-08: has warnings where its code is only unusual', async () => {
    const body = '53999999MJ0000011';
    const uscc = `${body}${usccCheck(body)}`;
    const partner = await makePartner(hub, { kind: 'FOUNDATION', uscc });
    expect((partner['warnings'] as { field: string; code: string }[]).map(({ code }) => code)).toEqual([
      'USCC_UNKNOWN_DIVISION',
      'ORG_CODE_CHECK',
    ]);
  });

  test('R-USCC-09: of 20 that register with one code at once is one; the others are shown it', async () => {
    const uscc = freshUscc('91');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => makePartner(hub, { kind: 'ENTERPRISE', uscc })),
    );
    const first = outcomes.filter(({ __typename }) => __typename === 'Partner');
    expect(first).toHaveLength(1);
    const rest = outcomes.filter((outcome) => outcome !== first[0]);
    expect(rest.map(({ code, existing }) => [code, existing.id])).toEqual(
      rest.map(() => ['DUPLICATE_USCC', first[0]?.id]),
    );
  });

  test('R-DIV-03: has its seat anywhere in China, but in no placeholder', async () => {
    expect(codes(await makePartner(hub, { areaCode: '360301', name: ' ' }))).toEqual([
      'name TEXT_BLANK',
      'areaCode AREA_PLACEHOLDER',
    ]);
    expect(await makePartner(hub, { areaCode: '659001' })).toMatchObject({ areaCode: '659001' });
  });

  test('changes its own names and seat, and nobody else’s', async () => {
    const { id } = await makePartner(hub, { nameEn: 'Before', areaCode: '360300' });
    const input = { partnerId: id, version: 1, name: '新名称' };
    expect(await refusalOf(hub, partnerViewer(randomUUID()), 'updatePartner', input)).toBe('FORBIDDEN');
    expect(
      await changePartners(hub, partnerViewer(id), 'updatePartner', { ...input, areaCode: null }),
    ).toMatchObject({
      name: '新名称',
      nameEn: 'Before',
      areaCode: null,
      version: 2,
    });
    expect(await refusalOf(hub, admin, 'updatePartner', { ...input, partnerId: randomUUID() })).toBe(
      'NOT_FOUND',
    );
  });

  test('case 61: is not changed by whoever read it before somebody else changed it', async () => {
    const { id } = await makePartner(hub);
    const change = (name: string) =>
      changePartners(hub, admin, 'updatePartner', { partnerId: id, version: 1, name });
    const answers = await Promise.all([change('甲'), change('乙')]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Partner', 'StaleVersion']);
    expect(answers.find(({ __typename }) => __typename === 'StaleVersion')).toMatchObject({
      code: 'CONFLICT',
      current: 2,
    });
  });

  test('is registered by the department only', async () => {
    const input = { name: '自称', kind: 'ENTERPRISE' };
    expect(await refusalOf(hub, partnerViewer(demoId('partner', 'jxnu')), 'registerPartner', input)).toBe(
      'FORBIDDEN',
    );
  });
});

describe('an agreement', () => {
  const sign = (partnerId: string, rest: object = {}) =>
    changePartners(hub, partnerViewer(partnerId), 'signAgreement', {
      partnerId,
      title: '长期合作',
      scope: ['TRAINING', 'EXPERT'],
      ...rest,
    });

  test('stands with an organization or the whole city', async () => {
    const { id } = await makePartner(hub);
    expect(
      await sign(id, { organizationId: base, validFrom: '2026-01-01', validTo: '2027-01-01' }),
    ).toMatchObject({
      __typename: 'CooperationAgreement',
      organization: { id: base },
      partner: { id },
      scope: ['TRAINING', 'EXPERT'],
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
    });
    expect(await sign(id)).toMatchObject({ organization: null, validFrom: null });
  });

  test('names what exists, covers something and has days in order', async () => {
    const { id } = await makePartner(hub);
    const unknown = randomUUID();
    expect(await sign(id, { organizationId: unknown })).toMatchObject({
      __typename: 'UnknownReference',
      id: unknown,
    });
    const ofNobody = { partnerId: unknown, title: '协议', scope: ['FUND'] };
    expect(await changePartners(hub, admin, 'signAgreement', ofNobody)).toMatchObject({
      __typename: 'UnknownReference',
      field: 'partnerId',
    });
    const wrong = { title: '13800138000', scope: [], validFrom: '2026-01-01', validTo: '2026-01-01' };
    expect(codes(await sign(id, wrong))).toEqual([
      'title PERSONAL_NUMBER',
      'scope SCOPE_EMPTY',
      'validTo PERIOD_EMPTY',
    ]);
    expect(codes(await sign(id, { scope: ['FUND', 'FUND'] }))).toEqual(['scope SCOPE_REPEATED']);
  });

  test('is signed by nobody for another partner', async () => {
    const { id } = await makePartner(hub);
    const input = { partnerId: id, title: '协议', scope: ['FUND'] };
    expect(await refusalOf(hub, partnerViewer(randomUUID()), 'signAgreement', input)).toBe('FORBIDDEN');
  });
});
