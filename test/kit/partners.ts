import { randomUUID } from 'node:crypto';
import { demoId } from '#shared/demo/identity.js';
import type { Viewer } from '#shared/viewer.js';
import { type TestSubgraphs, viewerAs } from './subgraphs.js';

/** What any mutation of partners answers, as far as stories look at it. */
export interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status: string;
  code: string;
  message: string;
  remaining: string;
  held: string;
  current: number;
  existing: { id: string };
  problems: { field: string; code: string; message: string }[];
  [field: string]: unknown;
}

const answers: Record<string, string> = {
  Partner:
    'id uscc name nameEn kind areaCode version mayFundraise warnings { field code message } qualifications { id grantedOn revokedOn }',
  CooperationAgreement: 'id title scope validFrom validTo partner { id } organization { id }',
  FundraisingQualification: 'id grantedOn validTo revokedOn certificateNumber version partner { id }',
  Resource: 'id title description status capacity remaining areaCodes availableFrom availableTo version',
  ResourceLink:
    'id status quantity startsOn endsOn proposedBy allowedTransitions version organization { id } project { id } partner { id } events { from to note }',
  InvalidInput: 'problems { field code message }',
  InvalidTransition: 'from to allowed',
  StaleVersion: 'current',
  UnknownReference: 'field id',
  CapacityExceeded: 'remaining',
  ResourceNotPublished: 'resourceStatus: status',
  PartnerAlreadyRegistered: 'existing { id }',
  ResourceAlreadyRegistered: 'existing { id }',
  QualificationAlreadyRecorded: 'existing { id }',
};

const results: Record<string, string[]> = {
  registerPartner: ['Partner', 'InvalidInput', 'PartnerAlreadyRegistered'],
  updatePartner: ['Partner', 'InvalidInput', 'StaleVersion'],
  signAgreement: ['CooperationAgreement', 'InvalidInput', 'UnknownReference'],
  recordQualification: [
    'FundraisingQualification',
    'InvalidInput',
    'UnknownReference',
    'QualificationAlreadyRecorded',
  ],
  revokeQualification: ['FundraisingQualification', 'InvalidInput'],
  registerResource: ['Resource', 'InvalidInput', 'ResourceAlreadyRegistered', 'UnknownReference'],
  updateResource: [
    'Resource',
    'InvalidInput',
    'ResourceAlreadyRegistered',
    'CapacityExceeded',
    'StaleVersion',
  ],
  publishResource: ['Resource', 'InvalidTransition', 'ResourceAlreadyRegistered', 'StaleVersion'],
  withdrawResource: ['Resource', 'InvalidTransition', 'StaleVersion'],
  proposeLink: [
    'ResourceLink',
    'InvalidInput',
    'UnknownReference',
    'CapacityExceeded',
    'ResourceNotPublished',
  ],
  moveLink: ['ResourceLink', 'InvalidInput', 'InvalidTransition', 'CapacityExceeded', 'StaleVersion'],
};

/** Every mutation of the partners subgraph. */
export const partnersMutations = Object.keys(results);

/** Writes a mutation that asks for everything its answer may hold. */
export function partnersMutation(name: string): string {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const parts = (results[name] ?? []).map((type) => `... on ${type} { ${answers[type]} }`);
  return `mutation ($input: ${input}!) { result: ${name}(input: $input) { __typename ... on Problem { code message } ${parts.join(' ')} } }`;
}

export const admin = viewerAs('admin');
export const partnerViewer = (partnerId: string) =>
  viewerAs('partner', { partnerId, subject: `partner ${partnerId}` });
export const organizationViewer = (organizationId: string) =>
  viewerAs('organization', { organizationId, subject: `organization ${organizationId}` });

/** An organization of the demonstration dataset, in the city. */
export const base = demoId('organization', 'incubation-base');

/** Asks one mutation of the partners subgraph; it must not throw. */
export function changePartners(
  hub: TestSubgraphs,
  viewer: Viewer,
  name: string,
  input: object,
): Promise<Outcome> {
  return hub.mutate<Outcome>('partners', viewer, partnersMutation(name), input);
}

/** Asks one mutation that must be refused; yields the code it was refused with. */
export async function refusalOf(
  hub: TestSubgraphs,
  viewer: Viewer,
  name: string,
  input: object,
): Promise<unknown> {
  const { data, errors } = await hub.ask('partners', viewer, partnersMutation(name), { input });
  if (errors === undefined) throw new Error(`Expected a refusal, got ${JSON.stringify(data)}`);
  return errors[0]?.extensions?.['code'] ?? errors[0]?.message;
}

/** Makes a partner with nothing but a name; what is not mentioned is filled. */
export async function makePartner(hub: TestSubgraphs, rest: object = {}): Promise<Outcome> {
  return changePartners(hub, admin, 'registerPartner', {
    name: `伙伴 ${randomUUID()}`,
    kind: 'UNIVERSITY',
    ...rest,
  });
}

/** Makes a published resource of a partner. */
export async function makeResource(
  hub: TestSubgraphs,
  partnerId: string,
  rest: object = {},
): Promise<Outcome> {
  return changePartners(hub, admin, 'registerResource', {
    partnerId,
    title: `resource ${randomUUID()}`,
    category: 'TRAINING',
    capacity: '10',
    unit: '人次',
    publish: true,
    ...rest,
  });
}

/** Makes a proposal to the incubation base, of the department unless another viewer is named. */
export async function makeLink(
  hub: TestSubgraphs,
  resourceId: string,
  rest: object = {},
  viewer: Viewer = admin,
): Promise<Outcome> {
  return changePartners(hub, viewer, 'proposeLink', {
    resourceId,
    organizationId: base,
    quantity: '1',
    ...rest,
  });
}

/** Moves a link along a path; yields its last state. */
export async function moveAlong(
  hub: TestSubgraphs,
  link: Outcome,
  path: readonly string[],
  viewer: Viewer = admin,
): Promise<Outcome> {
  let moved = link;
  for (const to of path)
    moved = await changePartners(hub, viewer, 'moveLink', { linkId: link.id, to, version: moved.version });
  return moved;
}
