import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { type InvalidInput, problem, type StaleVersion, staleVersion } from '#shared/problem.js';
import { write } from '#shared/write.js';
import type { PartnersContext } from '../context.js';
import { Partner } from './partner.entity.js';
import {
  examineNames,
  examinePartner,
  partnerChanges,
  partnerRow,
  usccTaken,
} from './partner.examination.js';
import type { RegisterPartnerInput, UpdatePartnerInput } from './partner.input.js';
import { findPartnerByUscc } from './partner.queries.js';
import { PartnerAlreadyRegistered } from './partner.result.js';

/** Adds an institution; the unique index on credit codes, not a prior read, decides who of two was first. */
export async function registerPartner(
  context: PartnersContext,
  input: RegisterPartnerInput,
): Promise<Partner | InvalidInput | PartnerAlreadyRegistered> {
  context.authorize('registerPartner', {});
  type Outcome = Awaited<ReturnType<typeof registerPartner>>;
  return write<Outcome>(context, 'registerPartner', input, async () => {
    const invalid = examinePartner(input).result();
    if (invalid) return invalid;
    const row = partnerRow(input);
    return async (writer) => {
      const partner = await writer.insertUnlessTaken(Partner, row);
      if (partner) return partner;
      const existing = (await findPartnerByUscc(writer.em, row.uscc ?? '')) as Partner;
      return problem(PartnerAlreadyRegistered, {
        code: 'DUPLICATE_USCC',
        message: usccTaken(existing),
        existing,
      });
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
      return writer.update(partner, partnerChanges(input));
    };
  });
}
