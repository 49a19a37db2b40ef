import type { Finding } from './finding.js';

/** Says what keeps a decimal text from being a quantity. */
export function examineQuantity(text: string, { integerDigits = 15, decimals = 3 } = {}): Finding[] {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match)
    return [{ code: 'QUANTITY_MALFORMED', message: `"${text.slice(0, 40)}" is no decimal number.` }];
  const [, sign, integer = '', fraction = ''] = match;
  if (sign || !/[1-9]/.test(integer + fraction))
    return [{ code: 'QUANTITY_NOT_POSITIVE', message: `${text} found, more than 0 is expected.` }];
  if (fraction.length > decimals)
    return [
      { code: 'QUANTITY_TOO_PRECISE', message: `${text} found, at most ${decimals} decimals are allowed.` },
    ];
  if (integer.replace(/^0+/, '').length > integerDigits)
    return [
      {
        code: 'QUANTITY_TOO_LARGE',
        message: `${text} found, at most ${integerDigits} digits before the point are allowed.`,
      },
    ];
  return [];
}

/** Orders two decimals: negative, 0 or positive. */
export function compareDecimals(left: string, right: string): number {
  const scaled = (text: string) => {
    const [integer = '', fraction = ''] = text.split('.');
    return BigInt(integer + fraction.padEnd(6, '0'));
  };
  const difference = scaled(left) - scaled(right);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
