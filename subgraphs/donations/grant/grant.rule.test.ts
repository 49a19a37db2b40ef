import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unlockedFen } from './grant.rule.js';

const shares = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 })
  .map((parts) => [...parts, 100 - parts.reduce((a, b) => a + b, 0)])
  .filter((parts) => parts.every((share) => share > 0));
const award = fc.bigInt(1n, 10n ** 14n);
const before = { disbursedFen: 0n, midtermPassed: null, finalPassed: null };

test('R-POOL-04: each passed review unlocks more, never above the award, and all of it in the end', () => {
  fc.assert(
    fc.property(award, shares, (amountFen, instalments) => {
      const grant = { ...before, amountFen };
      const first = unlockedFen(grant, instalments);
      const midterm = unlockedFen({ ...grant, midtermPassed: true }, instalments);
      const final = unlockedFen({ ...grant, midtermPassed: true, finalPassed: true }, instalments);
      expect(first <= midterm && midterm <= final).toBe(true);
      expect(final).toBe(amountFen);
      expect(first).toBe((amountFen * BigInt(instalments[0] ?? 0)) / 100n);
    }),
  );
});

test('R-POOL-04: a failed review unlocks nothing beyond what is paid', () => {
  fc.assert(
    fc.property(award, shares, fc.boolean(), (amountFen, instalments, isMidterm) => {
      const failed = isMidterm ? { midtermPassed: false } : { midtermPassed: true, finalPassed: false };
      const grant = { ...before, amountFen, ...failed, disbursedFen: amountFen / 3n };
      expect(unlockedFen(grant, instalments)).toBe(amountFen / 3n);
    }),
  );
});

test('a pool without shares pays freely', () => {
  expect(unlockedFen({ ...before, amountFen: 7n }, [])).toBe(7n);
});
