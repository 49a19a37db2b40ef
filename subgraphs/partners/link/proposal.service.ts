import { randomUUID } from 'node:crypto';
import { isAreaWithin } from '#shared/area-code.js';
import { rowById } from '#shared/database/rows.js';
import { compareDecimals, examineQuantity } from '#shared/decimal.js';
import { lookUp } from '#shared/directory.js';
import { isId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  Problem,
  problem,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import type { Viewer } from '#shared/viewer.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { PartnersContext } from '../context.js';
import { capacityExceeded } from '../resource/resource.capacity.js';
import { Resource, ResourceStatus } from '../resource/resource.entity.js';
import type { CapacityExceeded } from '../resource/resource.result.js';
import { appendEvent, examineNote } from './link-event.service.js';
import { LinkProposer, ResourceLink, ResourceLinkStatus } from './resource-link.entity.js';
import type { ProposeLinkInput } from './resource-link.input.js';
import { ResourceNotPublished } from './resource-link.result.js';

/** Days compare as text; no day lies outside of these. */
const dayMin = '0001-01-01';
const dayMax = '9999-12-31';

/** What the organizations subgraph says about the other side of a link. */
interface Receiver {
  id: string;
  areaCode: string;
  isClosed: boolean;
  projectId: string | null;
  /** False when the project is another organization's. */
  ownsProject: boolean;
}

/** Proposes a resource to an organization. A proposal holds nothing; it is refused where nothing like it could be accepted. */
export async function proposeLink(
  context: PartnersContext,
  input: ProposeLinkInput,
): Promise<ResourceLink | InvalidInput | UnknownReference | CapacityExceeded | ResourceNotPublished> {
  const { resourceId } = input;
  const seen = isId(resourceId) ? await rowById(context.em.fork(), Resource, resourceId) : null;
  // Who sees no such resource learns no more; who sees one must be its partner.
  if (seen) context.authorize('proposeLink', seen);
  type Outcome = Awaited<ReturnType<typeof proposeLink>>;
  return write<Outcome>(context, 'proposeLink', input, async () => {
    if (seen === null) return unknownReference('resourceId', resourceId);
    const invalid = examineInput(input);
    if (invalid) return invalid;
    const receiver = await askReceiver(context, input);
    if (receiver instanceof Problem) return receiver;
    return async (writer) => {
      const resource = await writer.lock(Resource, seen.id);
      if (resource === null) return unknownReference('resourceId', resourceId);
      const refusal =
        examineFit(input, resource, receiver) ?? (await refuseByResource(writer, input, resource));
      return refusal ?? insertLink(writer, context.viewer, input, resource, receiver);
    };
  });
}

/** Asks for the organization and the project that are named. */
async function askReceiver(
  context: PartnersContext,
  { organizationId, projectId }: ProposeLinkInput,
): Promise<Receiver | UnknownReference> {
  const organization = await lookUp<{ id: string; area: { code: string }; registrationStatus: string }>(
    context,
    {
      subgraph: 'organizations',
      type: 'Organization',
      id: organizationId,
      selection: 'id area { code } registrationStatus',
    },
  );
  if (organization === null) return unknownReference('organizationId', organizationId);
  const project =
    projectId == null
      ? null
      : await lookUp<{ id: string; organization: { id: string } }>(context, {
          subgraph: 'organizations',
          type: 'Project',
          id: projectId,
          selection: 'id organization { id }',
        });
  if (projectId != null && project === null) return unknownReference('projectId', projectId);
  const { id, area, registrationStatus } = organization;
  return {
    id,
    areaCode: area.code,
    isClosed: ['DEREGISTERED', 'REVOKED'].includes(registrationStatus),
    projectId: project?.id ?? null,
    ownsProject: project === null || project.organization.id === id,
  };
}

/** Examines what the proposal says by itself. */
function examineInput({ quantity, startsOn, endsOn, note }: ProposeLinkInput): InvalidInput | null {
  const ordered = startsOn == null || endsOn == null || startsOn < endsOn;
  return new Inspection()
    .add('quantity', examineQuantity(quantity))
    .add('note', examineNote(note))
    .expect(ordered, 'endsOn', 'PERIOD_EMPTY', `${endsOn} is not after startsOn.`)
    .result();
}

/** Examines whether resource, organization and project go together. An open end of a link reaches as far as the resource. */
function examineFit(
  { startsOn, endsOn }: ProposeLinkInput,
  { areaCodes, availableFrom, availableTo }: Resource,
  { areaCode, isClosed, ownsProject }: Receiver,
): InvalidInput | null {
  const first = availableFrom ?? dayMin;
  const end = availableTo ?? dayMax;
  const available = `the resource is available from ${availableFrom ?? 'ever'} and no longer on ${availableTo ?? 'any day'}.`;
  const inArea = areaCodes.length === 0 || areaCodes.some((code) => isAreaWithin(areaCode, code));
  const area = `the organization is in ${areaCode}, the resource may be used in ${areaCodes.join(', ')}.`;
  return new Inspection()
    .expect(startsOn == null || (first <= startsOn && startsOn < end), 'startsOn', 'NOT_AVAILABLE', available)
    .expect(endsOn == null || (first < endsOn && endsOn <= end), 'endsOn', 'NOT_AVAILABLE', available)
    .expect(!isClosed, 'organizationId', 'ORGANIZATION_CLOSED', 'the organization is closed.')
    .expect(inArea, 'organizationId', 'AREA_NOT_COVERED', area)
    .expect(ownsProject, 'projectId', 'PROJECT_OF_ANOTHER', 'the project is not one of the organization.')
    .result();
}

async function refuseByResource(
  { em }: Writer,
  { quantity }: ProposeLinkInput,
  { id, status, remaining }: Resource,
): Promise<CapacityExceeded | ResourceNotPublished | null> {
  if (status !== ResourceStatus.PUBLISHED) {
    const message = `resourceId: the resource is ${status}; only a PUBLISHED one takes new links.`;
    return problem(ResourceNotPublished, { code: 'RESOURCE_NOT_PUBLISHED', message, status });
  }
  return compareDecimals(quantity, remaining) > 0
    ? capacityExceeded(em, id, `quantity ${quantity} is too much`)
    : null;
}

async function insertLink(
  writer: Writer,
  viewer: Viewer,
  { quantity, startsOn, endsOn, note }: ProposeLinkInput,
  { id: resourceId, partnerId }: Resource,
  receiver: Receiver,
): Promise<ResourceLink> {
  const isPartner = viewer.roles.includes('partner') && viewer.partnerId === partnerId;
  const link = await writer.insert(ResourceLink, {
    id: randomUUID(),
    resourceId,
    organizationId: receiver.id,
    areaCode: receiver.areaCode,
    projectId: receiver.projectId,
    status: ResourceLinkStatus.PROPOSED,
    proposedBy: isPartner ? LinkProposer.PARTNER : LinkProposer.DEPARTMENT,
    quantity,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    provenance: Provenance.REGISTERED,
  });
  await appendEvent(writer, viewer, link, { from: null, note });
  return link;
}
