import type { Writer } from '#shared/writer.js';
import { GrantEvent } from './grant-event.entity.js';
import type { Grant, GrantStatus } from './grant.entity.js';
import { countSteps } from './grant.queries.js';

/** Whose sums an entry of a grant counts in. */
export function ownersOf({ id, organizationId, projectId, areaCode }: Grant) {
  return { grantId: id, organizationId, projectId, areaCode };
}

/** Appends a step to a held grant's history. */
export async function step(
  writer: Writer,
  grant: Grant,
  to: GrantStatus,
  note: string | null = null,
): Promise<void> {
  const position = (await countSteps(writer, grant.id)) + 1;
  await writer.insertParts(GrantEvent, [{ grantId: grant.id, position, from: grant.status, to, note }]);
}
