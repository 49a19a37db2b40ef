import { describe, expect, test } from '@jest/globals';
import { demoUscc } from '#shared/demo/identity.js';
import { usccPrefixes } from '#shared/uscc-prefix.js';
import { PartnerKind } from './partner.entity.js';
import { examinePartnerUscc } from './partner.uscc.js';

const prefixes = usccPrefixes.map(({ prefix }) => prefix);
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

describe('R-USCC-07: the credit code of a partner', () => {
  test.each([
    ['UNIVERSITY', ['12', '52']],
    ['FOUNDATION', ['53']],
    ['CHARITY_ORGANIZATION', ['51', '52', '53']],
    ['CHARITY_PLATFORM', ['51', '52', '53', '91']],
    ['ENTERPRISE', ['91', '92', '93']],
    ['GOVERNMENT_BODY', ['11', '13', '19']],
    ['PROCURATORATE', ['11']],
  ])('that is a %s begins with one of %j', (kind, allowed) => {
    const fitting = prefixes.filter(
      (prefix) => examinePartnerUscc(demoUscc(prefix, '360300', 1), kind as PartnerKind).errors.length === 0,
    );
    expect(fitting.toSorted()).toEqual(allowed);
  });

  test('is only worth a look once it is on record', () => {
    const { errors, warnings } = examinePartnerUscc(
      demoUscc('51', '360300', 1),
      PartnerKind.FOUNDATION,
      'WARNING',
    );
    expect([codes(errors), codes(warnings)]).toEqual([[], ['USCC_KIND_MISMATCH']]);
  });
});

test.each([
  ['100000', []],
  ['110000', []],
  ['360300', []],
  ['659001', []],
  ['360301', ['USCC_UNKNOWN_DIVISION']],
  ['990000', ['USCC_UNKNOWN_DIVISION']],
  ['000000', ['USCC_UNKNOWN_DIVISION']],
])('R-USCC-08: division %s in a credit code: %j', (division, found) => {
  const { errors, warnings } = examinePartnerUscc(demoUscc('53', division, 1), PartnerKind.FOUNDATION);
  expect([codes(errors), codes(warnings)]).toEqual([[], found]);
});
