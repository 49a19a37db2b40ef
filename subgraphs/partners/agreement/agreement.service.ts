import { randomUUID } from 'node:crypto';
import { lookUp } from '#shared/directory.js';
import { isId } from '#shared/id.js';
import { Inspection, type InvalidInput, type UnknownReference, unknownReference } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { examineText, findPersonalNumber } from '#shared/text.js';
import { write } from '#shared/write.js';
import type { PartnersContext } from '../context.js';
import { Partner } from '../partner/partner.entity.js';
import { CooperationAgreement } from './agreement.entity.js';
import type { SignAgreementInput } from './agreement.input.js';

const titleMax = 200;

interface SignedWith {
  id: string;
  area: { code: string };
}

/** Records an agreement of a partner with an organization or the whole city. */
export async function signAgreement(
  context: PartnersContext,
  input: SignAgreementInput,
): Promise<CooperationAgreement | InvalidInput | UnknownReference> {
  const partnerId = input.partnerId.toLowerCase();
  context.authorize('signAgreement', { partnerId });
  type Outcome = Awaited<ReturnType<typeof signAgreement>>;
  return write<Outcome>(context, 'signAgreement', input, async () => {
    const invalid = examineAgreement(input);
    if (invalid) return invalid;
    const organizationId = input.organizationId ?? null;
    const sought = {
      subgraph: 'organizations',
      type: 'Organization',
      selection: 'id area { code }',
    } as const;
    const organization =
      organizationId && (await lookUp<SignedWith>(context, { ...sought, id: organizationId }));
    if (organizationId !== null && !organization) return unknownReference('organizationId', organizationId);
    return async (writer) => {
      const partner = isId(partnerId) ? await writer.find(Partner, partnerId) : null;
      if (partner === null) return unknownReference('partnerId', input.partnerId);
      return writer.insert(CooperationAgreement, {
        id: randomUUID(),
        partnerId: partner.id,
        organizationId: organization ? organization.id : null,
        areaCode: organization ? organization.area.code : null,
        title: input.title.trim(),
        scope: input.scope,
        validFrom: input.validFrom ?? null,
        validTo: input.validTo ?? null,
        provenance: Provenance.REGISTERED,
      });
    };
  });
}

function examineAgreement({ title, scope, validFrom, validTo }: SignAgreementInput): InvalidInput | null {
  const personal = findPersonalNumber(title);
  const ordered = validFrom == null || validTo == null || validFrom < validTo;
  return new Inspection()
    .add('title', [...examineText(title, { max: titleMax }), ...(personal ? [personal] : [])])
    .expect(scope.length > 0, 'scope', 'SCOPE_EMPTY', 'at least one category is expected.')
    .expect(new Set(scope).size === scope.length, 'scope', 'SCOPE_REPEATED', 'each category may stand once.')
    .expect(ordered, 'validTo', 'PERIOD_EMPTY', `${validTo} is not after validFrom.`)
    .result();
}
