import { run } from '#shared/database/run.js';
import { sql } from '#shared/database/sql.js';
import type { Viewer } from '#shared/viewer.js';
import type { Writer } from '#shared/writer.js';
import type { Organization } from '../organization/organization.entity.js';
import { RegistrationEvent } from './registration.entity.js';

/** Appends what became of a legal standing; the organization is held, so no other step comes between (R-REG-04). */
export async function appendRegistration(
  writer: Writer,
  { viewer }: { viewer: Viewer },
  before: Organization | null,
  { id, registrationStatus, uscc }: Organization,
): Promise<void> {
  const [last] = await run<{ position: number }>(
    writer.em,
    sql`select coalesce(max(position), 0)::int as position from organizations.registration_event where organization_id = ${id}`,
  );
  await writer.insertParts(RegistrationEvent, [
    {
      organizationId: id,
      position: (last?.position ?? 0) + 1,
      from: before?.registrationStatus ?? null,
      to: registrationStatus,
      uscc,
      actor: viewer.subject,
    },
  ]);
}
