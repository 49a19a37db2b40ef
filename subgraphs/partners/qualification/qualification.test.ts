import { describe, expect, test } from '@jest/globals';
import { PartnerKind } from '../partner/partner.entity.js';
import { examineCertificate, examineGrant, mayFundraise } from './qualification.examination.js';

const today = '2026-11-25';
const certificate = { registeredOn: '2020-03-10', grantedOn: '2021-03-10', certificateNumber: '慈募1' };
const codes = (inspection: ReturnType<typeof examineGrant>) =>
  inspection.result()?.problems.map(({ code }) => code) ?? [];

describe('R-FND-01: a charity is qualified', () => {
  test.each([
    ['2020-03-10', '2021-03-09', ['QUALIFIED_TOO_EARLY']],
    ['2020-03-10', '2021-03-10', []],
    // The year after a leap day is full with the last day of February.
    ['2020-02-29', '2021-02-27', ['QUALIFIED_TOO_EARLY']],
    ['2020-02-29', '2021-02-28', []],
    ['2021-03-10', '2020-03-10', ['QUALIFIED_TOO_EARLY']],
  ])('registered on %s, on %s: %j', (registeredOn, grantedOn, found) => {
    expect(codes(examineCertificate({ ...certificate, registeredOn, grantedOn }, today))).toEqual(found);
  });

  test('by what has happened', () => {
    const later = { ...certificate, grantedOn: '2026-11-26', revokedOn: '2026-11-27' };
    expect(codes(examineCertificate(later, today))).toEqual(['DATE_IN_FUTURE', 'DATE_IN_FUTURE']);
  });
});

test('R-FND-07: only what may be a charity is qualified', () => {
  const may = Object.values(PartnerKind).filter((kind) => codes(examineGrant(kind, [], today)).length === 0);
  expect(may).toEqual(['FOUNDATION', 'CHARITY_PLATFORM', 'CHARITY_ORGANIZATION']);
});

test('R-FND-15: the latest revocation before the day counts, for five years', () => {
  const earlier = [
    { grantedOn: '2018-01-01', revokedOn: '2020-06-01' },
    { grantedOn: '2010-01-01', revokedOn: '2012-06-01' },
    { grantedOn: '2016-01-01', validTo: '2017-01-01' },
  ];
  const found = (day: string) => codes(examineGrant(PartnerKind.FOUNDATION, earlier, day));
  expect(found('2025-05-31')).toEqual(['REVOKED_LESS_THAN_5_YEARS_AGO']);
  expect(found('2025-06-01')).toEqual([]);
  expect(found('2017-05-31')).toEqual(['REVOKED_LESS_THAN_5_YEARS_AGO']);
  expect(found('2017-06-01')).toEqual([]);
});

test('whether a partner may raise money is unknown while nothing is recorded', () => {
  expect(mayFundraise([], today)).toBeNull();
});

test('a partner may raise money from the first day until before the end or the revocation', () => {
  const history = [
    { grantedOn: '2015-01-01', validTo: '2020-01-01', revokedOn: '2016-01-01' },
    { grantedOn: '2021-01-01', validTo: '2022-01-01' },
    { grantedOn: '2024-01-01' },
  ];
  const days = [
    '2014-12-31',
    '2015-01-01',
    '2015-12-31',
    '2016-01-01',
    '2019-12-31',
    '2021-12-31',
    '2022-01-01',
    '2024-01-01',
    '9999-12-31',
  ];
  expect(days.filter((day) => mayFundraise(history, day))).toEqual([
    '2015-01-01',
    '2015-12-31',
    '2021-12-31',
    '2024-01-01',
    '9999-12-31',
  ]);
});
