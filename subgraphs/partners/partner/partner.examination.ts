import { randomUUID } from 'node:crypto';
import { examineAreaCode } from '#shared/area-code.js';
import { Inspection } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { examineText } from '#shared/text.js';
import { normalizeUscc } from '#shared/uscc.js';
import type { Partner } from './partner.entity.js';
import type { RegisterPartnerInput } from './partner.input.js';
import { examinePartnerUscc } from './partner.uscc.js';

const nameMax = 200;

interface Names {
  name?: string | null;
  nameEn?: string | null;
  areaCode?: string | null;
}

/** Examines how a partner is called and where it sits; what is not given is not examined. */
export function examineNames({ name, nameEn, areaCode }: Names): Inspection {
  return new Inspection()
    .add('name', name == null ? [] : examineText(name, { max: nameMax }))
    .add('nameEn', nameEn == null ? [] : examineText(nameEn, { max: nameMax }))
    .add('areaCode', areaCode == null ? [] : examineAreaCode(areaCode).errors);
}

/** Examines a partner that is to be on record; whether a code of another kind refuses it depends on who says so (R-USCC-07). */
export function examinePartner(
  input: RegisterPartnerInput,
  mismatch: 'ERROR' | 'WARNING' = 'ERROR',
): Inspection {
  const { uscc, kind } = input;
  return examineNames(input).add('uscc', uscc == null ? [] : examinePartnerUscc(uscc, kind, mismatch).errors);
}

/** Yields the row of a partner that is right. */
export function partnerRow(input: RegisterPartnerInput) {
  return {
    id: randomUUID(),
    uscc: input.uscc == null ? null : normalizeUscc(input.uscc),
    name: input.name.trim(),
    nameEn: input.nameEn?.trim() ?? null,
    kind: input.kind,
    areaCode: input.areaCode ?? null,
    provenance: Provenance.REGISTERED,
  } satisfies Partial<Partner>;
}

/** Yields what an input changes: null takes away what may be missing, and leaves a name. */
export function partnerChanges({ name, nameEn, areaCode }: Names): Partial<Partner> {
  return {
    ...(name == null ? {} : { name: name.trim() }),
    ...(nameEn === undefined ? {} : { nameEn: nameEn?.trim() ?? null }),
    ...(areaCode === undefined ? {} : { areaCode }),
  };
}

/** Says that a credit code belongs to another partner already. */
export const usccTaken = (existing: Pick<Partner, 'name'>): string =>
  `uscc: a partner with this credit code is on record, "${existing.name}".`;
