import { randomUUID } from 'node:crypto';
import { examineQuantity } from '#shared/decimal.js';
import { HubError } from '#shared/errors.js';
import { checkedId, isId } from '#shared/page.js';
import {
  Inspection,
  type InvalidInput,
  type InvalidTransition,
  problem,
  type StaleVersion,
  staleVersion,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { examineText } from '#shared/text.js';
import { refusedTransition } from '#shared/transition.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { PartnersContext } from '../context.js';
import { Partner } from '../partner/partner.entity.js';
import { Resource, ResourceStatus } from './resource.entity.js';
import type { PublishResourceInput, RegisterResourceInput } from './resource.input.js';
import { findResourceByTitle } from './resource.queries.js';
import { ResourceAlreadyRegistered } from './resource.result.js';
import { resourceTransitions } from './resource.status.js';

const titleMax = 200;
const descriptionMax = 4_000;
const unitMax = 20;

/** Adds a resource to a partner; a unique index, not a prior read, decides who of two was first. */
export async function registerResource(
  context: PartnersContext,
  input: RegisterResourceInput,
): Promise<Resource | InvalidInput | ResourceAlreadyRegistered | UnknownReference> {
  const { partnerId } = input;
  context.authorize('registerResource', { partnerId });
  type Outcome = Awaited<ReturnType<typeof registerResource>>;
  return write<Outcome>(context, 'registerResource', input, async () => {
    const invalid = examineResource(input).result();
    if (invalid) return invalid;
    return async (writer) => {
      const partner = isId(partnerId) ? await writer.find(Partner, partnerId) : null;
      if (partner === null) return unknownReference('partnerId', partnerId);
      const resource = await writer.insertUnlessTaken(Resource, rowOf(input));
      if (resource) return resource;
      const existing = (await findResourceByTitle(writer.em, partnerId, input.title)) as Resource;
      const message = `title: the partner already offers "${existing.title}".`;
      return problem(ResourceAlreadyRegistered, { code: 'RESOURCE_ALREADY_REGISTERED', message, existing });
    };
  });
}

/** Offers a resource, so that it can be linked. */
export async function publishResource(
  context: PartnersContext,
  input: PublishResourceInput,
): Promise<Resource | InvalidTransition | StaleVersion> {
  type Outcome = Awaited<ReturnType<typeof publishResource>>;
  return write<Outcome>(context, 'publishResource', input, async () => async (writer) => {
    const resource = await lockedResource(writer, input.resourceId);
    context.authorize('publishResource', resource);
    return (
      staleVersion(input.version, resource.version) ??
      refusedTransition(resourceTransitions, resource.status, ResourceStatus.PUBLISHED) ??
      (await writer.update(resource, { status: ResourceStatus.PUBLISHED, publishedAt: new Date() }))
    );
  });
}

/** Reads a resource of the viewer and holds it; what he may not change or see is NOT_FOUND (the database hides it). */
async function lockedResource(writer: Writer, id: string): Promise<Resource> {
  const resource = await writer.lock(Resource, checkedId('resourceId', id));
  if (resource === null)
    throw new HubError('NOT_FOUND', `resourceId: there is no resource "${id}" that you may change.`, {
      argument: 'resourceId',
    });
  return resource;
}

function examineResource({
  title,
  description,
  unit,
  capacity,
  availableFrom,
  availableTo,
}: RegisterResourceInput): Inspection {
  const ordered = availableFrom == null || availableTo == null || availableFrom < availableTo;
  return new Inspection()
    .add('title', examineText(title, { max: titleMax }))
    .add('description', description ? examineText(description, { max: descriptionMax, multiline: true }) : [])
    .add('unit', examineText(unit, { max: unitMax }))
    .add('capacity', examineQuantity(capacity))
    .expect(ordered, 'availableTo', 'PERIOD_EMPTY', `${availableTo} is not after availableFrom.`);
}

function rowOf(input: RegisterResourceInput): Partial<Resource> {
  const status = input.publish ? ResourceStatus.PUBLISHED : ResourceStatus.DRAFT;
  return {
    id: randomUUID(),
    partnerId: input.partnerId,
    title: input.title.trim(),
    description: input.description ?? null,
    category: input.category,
    capacity: input.capacity,
    unit: input.unit.trim(),
    areaCodes: input.areaCodes ?? [],
    availableFrom: input.availableFrom ?? null,
    availableTo: input.availableTo ?? null,
    status,
    publishedAt: input.publish ? new Date() : null,
    provenance: Provenance.REGISTERED,
  };
}
