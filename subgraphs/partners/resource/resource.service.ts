import { rowById } from '#shared/database/rows.js';
import { HubError, noSuchRow } from '#shared/errors.js';
import { checkedId, isId } from '#shared/id.js';
import {
  type InvalidInput,
  type InvalidTransition,
  problem,
  type StaleVersion,
  staleVersion,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { refusedTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { PartnersContext } from '../context.js';
import { Partner } from '../partner/partner.entity.js';
import { capacityCheck, capacityExceeded } from './resource.capacity.js';
import { resourceChanges, resourceRow, titleTaken } from './resource.draft.js';
import { Resource, ResourceStatus } from './resource.entity.js';
import { examineResource } from './resource.examination.js';
import type {
  PublishResourceInput,
  RegisterResourceInput,
  UpdateResourceInput,
  WithdrawResourceInput,
} from './resource.input.js';
import { findResourceByTitle } from './resource.queries.js';
import { type CapacityExceeded, ResourceAlreadyRegistered } from './resource.result.js';
import { resourceTransitions } from './resource.status.js';

/** Adds a resource to a partner; a unique index, not a prior read, decides who of two was first. */
export async function registerResource(
  context: PartnersContext,
  input: RegisterResourceInput,
): Promise<Resource | InvalidInput | ResourceAlreadyRegistered | UnknownReference> {
  const partnerId = input.partnerId.toLowerCase();
  context.authorize('registerResource', { partnerId });
  type Outcome = Awaited<ReturnType<typeof registerResource>>;
  return write<Outcome>(context, 'registerResource', input, async () => {
    const invalid = examineResource(input).result();
    if (invalid) return invalid;
    return async (writer) => {
      const partner = isId(partnerId) ? await writer.find(Partner, partnerId) : null;
      if (partner === null) return unknownReference('partnerId', input.partnerId);
      const resource = await writer.insertUnlessTaken(Resource, resourceRow(input));
      return resource ?? alreadyRegistered(writer.em, partnerId, input.title);
    };
  });
}

/** Changes what a resource says; the check on its row, not a prior read, keeps what links hold. */
export async function updateResource(
  context: PartnersContext,
  input: UpdateResourceInput,
): Promise<Resource | InvalidInput | ResourceAlreadyRegistered | CapacityExceeded | StaleVersion> {
  const seen = await ownResource(context, 'updateResource', input.resourceId);
  type Outcome = Awaited<ReturnType<typeof updateResource>>;
  const plan = async () => async (writer: Writer) => {
    const resource = await lockedResource(writer, seen.id);
    const { availableFrom, availableTo } = resource;
    return (
      staleVersion(input.version, resource.version) ??
      examineResource({ availableFrom, availableTo, ...resourceChanges(input) }).result() ??
      (await writer.update(resource, resourceChanges(input)))
    );
  };
  return write<Outcome>(context, 'updateResource', input, plan, {
    onConstraint: {
      resource_title_unique: () => alreadyRegistered(context.em.fork(), seen.partnerId, input.title ?? ''),
      [capacityCheck]: () =>
        capacityExceeded(context.em.fork(), seen.id, `capacity ${input.capacity} is too little`),
    },
  });
}

/** Offers a resource, so that it can be linked. */
export async function publishResource(
  context: PartnersContext,
  input: PublishResourceInput,
): Promise<Resource | InvalidTransition | ResourceAlreadyRegistered | StaleVersion> {
  const { title, partnerId } = await ownResource(context, 'publishResource', input.resourceId);
  type Outcome = Awaited<ReturnType<typeof publishResource>>;
  const plan = async () => (writer: Writer) =>
    moveResource(writer, input, { status: ResourceStatus.PUBLISHED, publishedAt: new Date() });
  return write<Outcome>(context, 'publishResource', input, plan, {
    onConstraint: { resource_title_unique: () => alreadyRegistered(context.em.fork(), partnerId, title) },
  });
}

/** Takes a resource back: its links stay as they are, and it takes no new ones. */
export async function withdrawResource(
  context: PartnersContext,
  input: WithdrawResourceInput,
): Promise<Resource | InvalidTransition | StaleVersion> {
  await ownResource(context, 'withdrawResource', input.resourceId);
  type Outcome = Awaited<ReturnType<typeof withdrawResource>>;
  return write<Outcome>(
    context,
    'withdrawResource',
    input,
    async () => (writer) => moveResource(writer, input, { status: ResourceStatus.WITHDRAWN }),
  );
}

async function moveResource(
  writer: Writer,
  { resourceId, version }: PublishResourceInput,
  changes: Partial<Resource> & { status: ResourceStatus },
): Promise<Resource | InvalidTransition | StaleVersion> {
  const resource = await lockedResource(writer, checkedId('resourceId', resourceId));
  return (
    staleVersion(version, resource.version) ??
    refusedTransition(resourceTransitions, resource.status, changes.status) ??
    (await writer.update(resource, changes))
  );
}

/** Reads a resource that a viewer wants to change, and refuses who is not its partner. */
async function ownResource(
  context: PartnersContext,
  action: 'updateResource' | 'publishResource' | 'withdrawResource',
  id: string,
): Promise<Resource> {
  const resource = await rowById(context.em.fork(), Resource, checkedId('resourceId', id));
  if (resource === null) throw noResource(id);
  context.authorize(action, resource);
  return resource;
}

/** Holds a resource; what a viewer may not change is hidden by the database. */
async function lockedResource(writer: Writer, id: string): Promise<Resource> {
  const resource = await writer.lock(Resource, id);
  if (resource === null) throw noResource(id);
  return resource;
}

const noResource = (id: string) => noSuchRow('resourceId', id);

async function alreadyRegistered(
  em: PartnersContext['em'],
  partnerId: string,
  title: string,
): Promise<ResourceAlreadyRegistered> {
  const existing = await findResourceByTitle(em, partnerId, title);
  if (existing === null)
    throw new HubError('CONFLICT', 'title: another resource had this title until now; try again.');
  return problem(ResourceAlreadyRegistered, {
    code: 'RESOURCE_ALREADY_REGISTERED',
    message: titleTaken(existing),
    existing,
  });
}
