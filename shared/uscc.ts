/** Alphabet of unified social credit codes (R-USCC-02); a character's value is its index. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Weights 3^i mod 31 of the first seventeen characters (R-USCC-04). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Weights of an organization code's eight characters (R-USCC-05). */
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Yields the eighteenth character that belongs to the first seventeen (R-USCC-04). */
export function usccCheck(first17: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(first17[index] ?? ''),
    0,
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Yields the check character of an organization code's eight characters (R-USCC-05). */
export function organizationCodeCheck(first8: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, index) => total + weight * parseInt(first8[index] ?? '', 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
