import { randomUUID } from 'node:crypto';
import { examineAreaCode } from '#shared/area-code.js';
import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { Inspection, type InvalidInput, problem, type StaleVersion, staleVersion } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { examineText } from '#shared/text.js';
import { normalizeUscc } from '#shared/uscc.js';
import { write } from '#shared/write.js';
import type { PartnersContext } from '../context.js';
import { Partner } from './partner.entity.js';
import type { RegisterPartnerInput, UpdatePartnerInput } from './partner.input.js';
import { findPartnerByUscc } from './partner.queries.js';
import { PartnerAlreadyRegistered } from './partner.result.js';
import { examinePartnerUscc } from './partner.uscc.js';

const nameMax = 200;

/** Adds an institution; the unique index on credit codes, not a prior read, decides who of two was first. */
export async function registerPartner(
  context: PartnersContext,
  input: RegisterPartnerInput,
): Promise<Partner | InvalidInput | PartnerAlreadyRegistered> {
  context.authorize('registerPartner', {});
  type Outcome = Awaited<ReturnType<typeof registerPartner>>;
  return write<Outcome>(context, 'registerPartner', input, async () => {
    const { name, kind, uscc, areaCode } = input;
    const invalid = examineNames(input)
      .add('uscc', uscc == null ? [] : examinePartnerUscc(uscc, kind).errors)
      .result();
    if (invalid) return invalid;
    const code = uscc == null ? null : normalizeUscc(uscc);
    return async (writer) => {
      const partner = await writer.insertUnlessTaken(Partner, {
        id: randomUUID(),
        uscc: code,
        name: name.trim(),
        nameEn: input.nameEn?.trim() ?? null,
        kind,
        areaCode: areaCode ?? null,
        provenance: Provenance.REGISTERED,
      });
      if (partner) return partner;
      const existing = (await findPartnerByUscc(writer.em, code ?? '')) as Partner;
      const message = `uscc: a partner with this credit code is on record, "${existing.name}".`;
      return problem(PartnerAlreadyRegistered, { code: 'DUPLICATE_USCC', message, existing });
    };
  });
}

/** Changes how a partner is called and where it sits. */
export async function updatePartner(
  context: PartnersContext,
  input: UpdatePartnerInput,
): Promise<Partner | InvalidInput | StaleVersion> {
  const id = checkedId('partnerId', input.partnerId);
  context.authorize('updatePartner', { partnerId: id });
  type Outcome = Awaited<ReturnType<typeof updatePartner>>;
  return write<Outcome>(context, 'updatePartner', input, async () => {
    const invalid = examineNames(input).result();
    if (invalid) return invalid;
    return async (writer) => {
      const partner = await writer.lock(Partner, id);
      if (partner === null) throw noSuchRow('partnerId', id);
      const stale = staleVersion(input.version, partner.version);
      if (stale) return stale;
      const { name, nameEn, areaCode } = input;
      return writer.update(partner, {
        ...(name == null ? {} : { name: name.trim() }),
        ...(nameEn === undefined ? {} : { nameEn: nameEn?.trim() ?? null }),
        ...(areaCode === undefined ? {} : { areaCode }),
      });
    };
  });
}

interface Names {
  name?: string | null;
  nameEn?: string | null;
  areaCode?: string | null;
}

function examineNames({ name, nameEn, areaCode }: Names): Inspection {
  return new Inspection()
    .add('name', name == null ? [] : examineText(name, { max: nameMax }))
    .add('nameEn', nameEn == null ? [] : examineText(nameEn, { max: nameMax }))
    .add('areaCode', areaCode == null ? [] : examineAreaCode(areaCode).errors);
}
