import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { yuanOfFen } from '#shared/money.js';
import { DonationKind, Valuation } from './donation.entity.js';
import { examineGift, examineReceivedOn, normalizedName } from './donation.rule.js';

const today = '2026-06-15';
const gift = { idempotencyKey: 'k', organizationId: 'o', receivedOn: today };

test('R-VAL-01: goods are worth the sum of their fair values; what cannot be measured adds nothing', () => {
  const value = fc.option(fc.bigInt(1n, 10n ** 11n), { nil: null });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
      const items = values.map((fen) => ({
        name: 'x',
        quantity: '1',
        unit: '件',
        fairValue: fen === null ? null : yuanOfFen(fen),
        valuation: fen === null ? Valuation.NOT_MEASURABLE : Valuation.MARKET,
      }));
      const examined = examineGift({ ...gift, kind: DonationKind.IN_KIND, items }, today);
      expect(examined.inspection.result()).toBeNull();
      expect(examined.fairValuesFen).toEqual(values);
      expect(examined.amountFen).toBe(values.reduce<bigint>((sum, fen) => sum + (fen ?? 0n), 0n));
    }),
  );
});

test('R-VAL-03: hours of service are no goods, in whatever script', () => {
  for (const unit of ['小时', '工时', 'h', 'Hours', 'ｈｏｕｒ', ' 人时 ']) {
    const items = [{ name: 'x', quantity: '1', unit, fairValue: '1', valuation: Valuation.MARKET }];
    const { inspection } = examineGift({ ...gift, kind: DonationKind.IN_KIND, items }, today);
    expect(inspection.result()?.problems).toMatchObject([{ code: 'SERVICE_HOURS_HAVE_NO_VALUE' }]);
  }
});

test('a gift is received from the year 2000 to today; a pledge may name a later day', () => {
  expect(examineReceivedOn('2000-01-01', today)).toEqual([]);
  expect(examineReceivedOn('1999-12-31', null)).toMatchObject([{ code: 'DAY_TOO_EARLY' }]);
  expect(examineReceivedOn('2026-06-16', today)).toMatchObject([{ code: 'DAY_IN_FUTURE' }]);
  expect(examineReceivedOn('2026-06-16', null)).toEqual([]);
});

test('a name is the same in any width, case, spacing and normal form', () => {
  const names = ['Li  Na', ' li na', 'ＬＩ ＮＡ', 'Li\u00a0Na'];
  expect(new Set(names.map(normalizedName))).toEqual(new Set(['li na']));
  expect(normalizedName('张三')).not.toBe(normalizedName('张三丰'));
});
