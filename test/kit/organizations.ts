import { randomInt, randomUUID } from 'node:crypto';
import { organizationCodeCheck, usccCheck } from '#shared/uscc.js';
import type { Viewer } from '#shared/viewer.js';
import { type TestSubgraphs, viewerAs } from './subgraphs.js';

const registerOrganization = `mutation ($input: RegisterOrganizationInput!) { result: registerOrganization(input: $input) {
  __typename ... on Organization { id version uscc name registrationStatus } ... on Problem { code message }
  ... on InvalidInput { problems { field code allowed } } ... on OrganizationAlreadyRegistered { existing { id } } ... on UnknownReference { field } } }`;

/** What the mutations of organizations answer with, as far as tests read it. */
export interface Outcome {
  __typename: string;
  id: string;
  version: number;
  uscc: string | null;
  name: string;
  code?: string;
  message?: string;
  problems?: { field: string; code: string; allowed: string | null }[];
  existing?: { id: string };
  allowed?: string[];
}

/** A credit code nobody else has, right in both checks. */
export function freshUscc(prefix = '52', division = '360302'): string {
  const body = `MJ${String(randomInt(1_000_000)).padStart(6, '0')}`;
  const first17 = `${prefix}${division}${body}${organizationCodeCheck(body)}`;
  return `${first17}${usccCheck(first17)}`;
}

/** A registered agency nobody else knows, as an input. */
export const agency = (rest: object = {}) => ({
  name: `机构 ${randomUUID()}`,
  kind: 'SOCIAL_SERVICE_AGENCY',
  registrationStatus: 'REGISTERED',
  uscc: freshUscc(),
  areaCode: '360302',
  ...rest,
});

/** A filed community organization nobody else knows, as an input. */
export const filedBody = (rest: object = {}) => ({
  name: `社区组织 ${randomUUID()}`,
  kind: 'COMMUNITY_ORGANIZATION',
  registrationStatus: 'FILED',
  areaCode: '360302100201',
  ...rest,
});

/** Registers an organization as an administrator. */
export const registerAs = (hub: TestSubgraphs, input: object, viewer: Viewer = viewerAs('admin')) =>
  hub.mutate<Outcome>('organizations', viewer, registerOrganization, input);

const updateOrganization = `mutation ($input: UpdateOrganizationInput!) { result: updateOrganization(input: $input) {
  __typename ... on Organization { id version uscc name registrationStatus } ... on Problem { code message } ... on InvalidInput { problems { field code allowed } }
  ... on OrganizationAlreadyRegistered { existing { id } } ... on InvalidTransition { allowed } ... on StaleVersion { current } ... on UnknownReference { field } } }`;

/** Changes an organization as an administrator, or as who is named. */
export const updateAs = (hub: TestSubgraphs, input: object, viewer: Viewer = viewerAs('admin')) =>
  hub.mutate<Outcome>('organizations', viewer, updateOrganization, input);

/** Asks for an update and yields the code of the error it ends in. */
export async function updateError(hub: TestSubgraphs, viewer: Viewer, input: object): Promise<unknown> {
  const { errors } = await hub.ask('organizations', viewer, updateOrganization, { input });
  return errors?.[0]?.extensions?.['code'];
}

/** The organization itself as a viewer. */
export const selfOf = ({ id }: { id: string }) => viewerAs('organization', { organizationId: id });

/** Reads fields of an organization. */
export async function readOrganization<Data>(
  hub: TestSubgraphs,
  id: string,
  selection: string,
): Promise<Data> {
  const query = `query ($id: ID!) { organization(id: $id) { ${selection} } }`;
  const { data } = await hub.ask<{ organization: Data }>('organizations', viewerAs('admin'), query, { id });
  return data?.organization as Data;
}

/** The warnings of an organization, as "field CODE". */
export async function warningsOf(hub: TestSubgraphs, { id }: { id: string }): Promise<string[]> {
  const { warnings } = await readOrganization<{ warnings: { field: string; code: string }[] }>(
    hub,
    id,
    'warnings { field code }',
  );
  return warnings.map(({ field, code }) => `${field} ${code}`);
}

/** The field problems of an outcome, as "field CODE". */
export const faults = ({ problems = [] }: Outcome): string[] =>
  problems.map(({ field, code }) => `${field} ${code}`);
