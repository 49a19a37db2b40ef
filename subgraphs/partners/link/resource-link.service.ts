import { rowById } from '#shared/database/rows.js';
import { HubError, noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
  type StaleVersion,
  staleVersion,
} from '#shared/problem.js';
import { refusedTransition } from '#shared/transition.js';
import type { Viewer } from '#shared/viewer.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { PartnersContext } from '../context.js';
import { capacityCheck, capacityExceeded } from '../resource/resource.capacity.js';
import type { CapacityExceeded } from '../resource/resource.result.js';
import { LinkProposer, ResourceLink } from './resource-link.entity.js';
import { appendEvent, examineNote } from './link-event.service.js';
import type { MoveLinkInput } from './resource-link.input.js';
import { linkAnswers, linkTransitions } from './resource-link.status.js';

/**
 * Takes one step of a link and writes it into the link's history.
 * What ACCEPTED and ACTIVE links hold is counted by the database on the resource's row; its check decides who comes too late.
 */
export async function moveLink(
  context: PartnersContext,
  input: MoveLinkInput,
): Promise<ResourceLink | InvalidInput | InvalidTransition | CapacityExceeded | StaleVersion> {
  const seen = await rowById(context.em.fork(), ResourceLink, checkedId('linkId', input.linkId));
  if (seen === null) throw noLink(input.linkId);
  context.authorize('moveLink', seen);
  if (answersItself(context.viewer, seen, input))
    throw new HubError('FORBIDDEN', 'moveLink: who proposed a link does not answer it.');
  type Outcome = Awaited<ReturnType<typeof moveLink>>;
  const plan = async () => {
    const invalid = new Inspection().add('note', examineNote(input.note)).result();
    return invalid ?? ((writer: Writer) => takeStep(writer, context.viewer, input, seen.id));
  };
  return write<Outcome>(context, 'moveLink', input, plan, {
    onConstraint: {
      [capacityCheck]: () =>
        capacityExceeded(context.em.fork(), seen.resourceId, `${seen.quantity} is too much`),
    },
  });
}

async function takeStep(
  writer: Writer,
  viewer: Viewer,
  { to, version, note }: MoveLinkInput,
  id: string,
): Promise<ResourceLink | InvalidTransition | StaleVersion> {
  const link = await writer.lock(ResourceLink, id);
  if (link === null) throw noLink(id);
  const refusal = staleVersion(version, link.version) ?? refusedTransition(linkTransitions, link.status, to);
  if (refusal) return refusal;
  const moved = await writer.update(link, { status: to });
  await appendEvent(writer, viewer, moved, { from: link.status, note });
  return moved;
}

/** Whether a viewer stands only on the side that made the proposal he answers. */
function answersItself(
  { roles, organizationId }: Viewer,
  link: ResourceLink,
  { to }: MoveLinkInput,
): boolean {
  if (link.proposedBy !== LinkProposer.PARTNER || !linkAnswers.includes(to)) return false;
  const isReceiver = roles.includes('organization') && organizationId === link.organizationId;
  return !isReceiver && !roles.includes('admin');
}

const noLink = (id: string) => noSuchRow('linkId', id);
