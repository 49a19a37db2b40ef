import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { organizationCodeCheck, usccCheck } from '#shared/uscc.js';
import { suggestUscc } from './uscc.reader.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const body = fc
  .array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 })
  .map((letters) => letters.join(''));
const code = fc
  .tuple(fc.constantFrom('12', '51', '52', '53', '91'), fc.stringMatching(/^[0-9]{6}$/), body)
  .map(([prefix, division, letters]) => {
    const first17 = prefix + division + letters + organizationCodeCheck(letters);
    return first17 + usccCheck(first17);
  });

describe('a credit code with characters typed for others', () => {
  test('has the right one suggested', () => {
    expect(suggestUscc('12422800MBOP450253')).toBe('12422800MB0P450253');
  });

  test('has the meant one suggested for each illegal letter, or none', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 17 }), (meant, at) => {
        const typed = { 0: 'O', 1: 'I', 5: 'S', 2: 'Z', U: 'V' }[meant[at] ?? ''];
        if (typed === undefined) return;
        expect(suggestUscc(meant.slice(0, at) + typed + meant.slice(at + 1))).toBe(meant);
      }),
    );
  });

  test('has none suggested when no look-alike makes the check pass, or several do', () => {
    expect(suggestUscc('12422800MB1P450253')).toBeNull();
    expect(suggestUscc('12422800MBOP450254')).toBeNull();
    expect(suggestUscc('OOOOOOOOOOOOOOOOOO')).toBeNull();
    expect(suggestUscc('')).toBeNull();
  });

  test('that is right has none suggested', () => {
    fc.assert(fc.property(code, (right) => expect([null, right]).toContain(suggestUscc(right))));
  });
});
