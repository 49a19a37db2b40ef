import { randomUUID } from 'node:crypto';
import { rowById } from '#shared/database/rows.js';
import { examineAmount } from '#shared/money.js';
import { isId } from '#shared/id.js';
import { type InvalidInput, type UnknownReference, unknownReference } from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { DonationsContext } from '../context.js';
import {
  closedOrganization,
  findOrganization,
  withoutFiscalHost,
} from '../organization/organization.queries.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { findProject } from '../project/project.queries.js';
import { GrantEvent } from './grant-event.entity.js';
import { Grant, GrantStatus } from './grant.entity.js';
import type { ApplyForGrantInput } from './grant.input.js';
import { countGrants } from './grant.queries.js';
import { examineApplication, examineByPool, examineCount } from './grant.rule.js';
import { awardedStates } from './grant.status.js';

/** Asks a pool for money: an organization for itself, or the department for it. */
export async function applyForGrant(
  context: DonationsContext,
  input: ApplyForGrantInput,
): Promise<Grant | InvalidInput | UnknownReference> {
  context.authorize('applyForGrant', { organizationId: input.organizationId.toLowerCase() });
  type Outcome = Awaited<ReturnType<typeof applyForGrant>>;
  return write<Outcome>(context, 'applyForGrant', input, async () => {
    const { poolId, organizationId, projectId } = input;
    const [pool, organization, project] = await Promise.all([
      isId(poolId) ? rowById(context.em.fork(), FundingPool, poolId) : null,
      findOrganization(context, organizationId),
      projectId == null ? null : findProject(context, projectId),
    ]);
    if (pool === null) return unknownReference('poolId', poolId);
    if (organization === null) return unknownReference('organizationId', organizationId);
    if (projectId != null && project === null) return unknownReference('projectId', projectId);
    const { fen, findings } = examineAmount(input.amount);
    const areaCode = organization.area.code;
    const belongs = project === null || project.organization.id === organization.id;
    const inspection = examineApplication(input)
      .add('amount', findings)
      .add('organizationId', closedOrganization(organization))
      .add('organizationId', withoutFiscalHost(organization))
      .expect(
        belongs,
        'projectId',
        'PROJECT_OF_ANOTHER_ORGANIZATION',
        'the project belongs to another organization.',
      );
    examineByPool(inspection, pool, { fen: fen ?? 0n, months: input.months, areaCode });
    const invalid = inspection.result();
    if (invalid) return invalid;
    const row = rowOf(input, fen as bigint, areaCode);
    return async (writer: Writer): Promise<Outcome> => {
      // What decides is the award; this spares an application that cannot succeed.
      const held = await countGrants(writer, row as Grant, awardedStates);
      const tooMany = inspection.add('organizationId', examineCount(pool, held)).result();
      return tooMany ?? (await writeApplication(writer, row));
    };
  });
}

async function writeApplication(writer: Writer, row: Partial<Grant>): Promise<Grant> {
  const grant = await writer.insert(Grant, row);
  await writer.insertParts(GrantEvent, [
    { grantId: grant.id, position: 1, from: null, to: GrantStatus.APPLIED, note: null },
  ]);
  return grant;
}

function rowOf(input: ApplyForGrantInput, fen: bigint, areaCode: string): Partial<Grant> {
  return {
    id: randomUUID(),
    poolId: input.poolId.toLowerCase(),
    organizationId: input.organizationId.toLowerCase(),
    projectId: input.projectId?.toLowerCase() ?? null,
    areaCode,
    amountFen: fen,
    requestedFen: fen,
    disbursedFen: 0n,
    returnedFen: 0n,
    months: input.months ?? null,
    beneficiaries: (input.beneficiaries ?? []).map((group) => group.trim()),
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    status: GrantStatus.APPLIED,
    provenance: Provenance.REGISTERED,
  };
}
