import { examineAreaCode } from '#shared/area-code.js';
import { examineUscc, type UsccExamination } from '#shared/uscc.js';
import { PartnerKind as Kind } from './partner.entity.js';

/** How the credit codes of a kind begin (R-USCC-07): authority that registers it, and what it is registered as. */
const prefixes: Readonly<Record<Kind, readonly string[]>> = {
  [Kind.UNIVERSITY]: ['12', '52'],
  [Kind.FOUNDATION]: ['53'],
  [Kind.CHARITY_ORGANIZATION]: ['51', '52', '53'],
  [Kind.CHARITY_PLATFORM]: ['51', '52', '53', '91'],
  [Kind.ENTERPRISE]: ['91', '92', '93'],
  [Kind.GOVERNMENT_BODY]: ['11', '13', '19'],
  [Kind.PROCURATORATE]: ['11'],
};

/** First two digits of the provinces of GB/T 2260. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

/** Partners come from all of China, whose divisions the hub does not hold: what it can tell is whether there may be such a one (R-USCC-08). */
function isKnownDivision(division: string): boolean {
  return provinces.has(division.slice(0, 2)) && examineAreaCode(division).errors.length === 0;
}

/** Examines a partner's credit code: one of another kind is refused when it registers, and is worth a look later (R-USCC-07). */
export function examinePartnerUscc(
  uscc: string,
  kind: Kind,
  mismatch: 'ERROR' | 'WARNING' = 'ERROR',
): UsccExamination {
  return examineUscc(uscc, { allowedPrefixes: prefixes[kind], mismatch, isKnownDivision });
}
