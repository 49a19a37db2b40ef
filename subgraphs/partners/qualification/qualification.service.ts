import { randomUUID } from 'node:crypto';
import { noSuchRow } from '#shared/errors.js';
import { checkedId, isId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  problem,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { PartnersContext } from '../context.js';
import { Partner } from '../partner/partner.entity.js';
import { FundraisingQualification } from './qualification.entity.js';
import { examineCertificate, examineGrant, examineRevocation } from './qualification.examination.js';
import type { RecordQualificationInput, RevokeQualificationInput } from './qualification.input.js';
import { listQualifications } from './qualification.queries.js';
import { QualificationAlreadyRecorded } from './qualification.result.js';

/** Records that a charity was granted the qualification; its partner is held, so that what came before is known for certain. */
export async function recordQualification(
  context: PartnersContext,
  input: RecordQualificationInput,
): Promise<FundraisingQualification | InvalidInput | UnknownReference | QualificationAlreadyRecorded> {
  context.authorize('recordQualification', {});
  type Outcome = Awaited<ReturnType<typeof recordQualification>>;
  return write<Outcome>(context, 'recordQualification', input, async () => {
    const invalid = examineCertificate(input, today()).result();
    if (invalid) return invalid;
    const { partnerId, registeredOn, grantedOn, validTo, revokedOn, certificateNumber } = input;
    return async (writer) => {
      const partner = isId(partnerId) ? await writer.lock(Partner, partnerId) : null;
      if (partner === null) return unknownReference('partnerId', partnerId);
      const earlier = await listQualifications(writer.em, partner.id);
      const existing = earlier.find((one) => one.grantedOn === grantedOn);
      if (existing) {
        const message = `grantedOn: a qualification from ${grantedOn} is on record.`;
        return problem(QualificationAlreadyRecorded, {
          code: 'QUALIFICATION_ALREADY_RECORDED',
          message,
          existing,
        });
      }
      const refusal = examineGrant(partner.kind, earlier, grantedOn).result();
      if (refusal) return refusal;
      return writer.insert(FundraisingQualification, {
        id: randomUUID(),
        partnerId: partner.id,
        registeredOn,
        grantedOn,
        validTo: validTo ?? null,
        revokedOn: revokedOn ?? null,
        certificateNumber: certificateNumber.trim(),
        provenance: Provenance.REGISTERED,
      });
    };
  });
}

/** Records that a qualification was revoked; it is revoked once. */
export async function revokeQualification(
  context: PartnersContext,
  input: RevokeQualificationInput,
): Promise<FundraisingQualification | InvalidInput> {
  context.authorize('revokeQualification', {});
  const id = checkedId('qualificationId', input.qualificationId);
  type Outcome = Awaited<ReturnType<typeof revokeQualification>>;
  return write<Outcome>(context, 'revokeQualification', input, async () => async (writer) => {
    const known = await writer.find(FundraisingQualification, id);
    // The partner first, as when one is recorded: both decide over the same history.
    if (known !== null) await writer.lock(Partner, known.partnerId);
    const qualification = await writer.lock(FundraisingQualification, id);
    if (qualification === null) throw noSuchRow('qualificationId', id);
    const { grantedOn, revokedOn } = qualification;
    const inspection = new Inspection().expect(
      revokedOn === null,
      'qualificationId',
      'ALREADY_REVOKED',
      `the qualification was revoked on ${revokedOn}.`,
    );
    const refusal = examineRevocation(
      inspection,
      { grantedOn, revokedOn: input.revokedOn },
      today(),
    ).result();
    return refusal ?? writer.update(qualification, { revokedOn: input.revokedOn });
  });
}
