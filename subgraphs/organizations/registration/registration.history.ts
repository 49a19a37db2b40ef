import { run } from '#shared/database/run.js';
import { sql } from '#shared/database/sql.js';
import type { Viewer } from '#shared/viewer.js';
import type { Writer } from '#shared/writer.js';
import type { Organization } from '../organization/organization.entity.js';
import { RegistrationEvent } from './registration.entity.js';

/** An organization before and after a step of its legal standing; `before` is null when it is new. */
export interface Standing {
  before: Pick<Organization, 'registrationStatus' | 'uscc'> | null;
  after: Organization;
}

/** Whether something of a legal standing became different. */
export const isStep = ({ before, after }: Standing): boolean =>
  before === null || before.registrationStatus !== after.registrationStatus || before.uscc !== after.uscc;

/** Appends what became of legal standings; the organizations are held, so no other step comes between (R-REG-04). */
export async function appendRegistrations(
  writer: Writer,
  { viewer }: { viewer: Viewer },
  standings: readonly Standing[],
): Promise<void> {
  if (standings.length === 0) return;
  const ids = standings.filter(({ before }) => before !== null).map(({ after }) => after.id);
  const last = ids.length === 0 ? new Map<string, number>() : await lastPositions(writer, ids);
  await writer.insertParts(
    RegistrationEvent,
    standings.map(({ before, after: { id, registrationStatus, uscc } }) => ({
      organizationId: id,
      position: (last.get(id) ?? 0) + 1,
      from: before?.registrationStatus ?? null,
      to: registrationStatus,
      uscc,
      actor: viewer.subject,
    })),
  );
}

async function lastPositions({ em }: Writer, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await run<{ id: string; position: number }>(
    em,
    sql`select organization_id as id, max(position)::int as position from organizations.registration_event
      where organization_id = any(${ids}::uuid[]) group by 1`,
  );
  return new Map(rows.map(({ id, position }) => [id, position]));
}
