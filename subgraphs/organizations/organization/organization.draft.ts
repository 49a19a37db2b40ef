import { HubError } from '#shared/errors.js';
import { normalizeUscc } from '#shared/uscc.js';
import type { Viewer } from '#shared/viewer.js';
import { type Organization, RegistrationStatus } from './organization.entity.js';
import type { RegisterOrganizationInput, UpdateOrganizationInput } from './organization.input.js';
import type { OrganizationDraft } from './organization.rules.js';

/** What is to become different. */
export type OrganizationChanges = Partial<Omit<OrganizationDraft, 'id'>>;

/** What an organization may change itself; everything else is what the registration authority decides. */
const ownFields: readonly string[] = [
  'idempotencyKey',
  'organizationId',
  'version',
  'name',
  'nameEn',
  'foundedOn',
  'certifiedSocialWorkers',
  'volunteers',
  'parentId',
];

/** Refuses fields that only an administrator may change. */
export function refuseForeignFields({ roles }: Viewer, input: UpdateOrganizationInput): void {
  if (roles.includes('admin')) return;
  const foreign = Object.entries(input).filter(
    ([field, value]) => value !== undefined && !ownFields.includes(field),
  );
  if (foreign.length === 0) return;
  const names = foreign.map(([field]) => field).join(', ');
  throw new HubError('FORBIDDEN', `updateOrganization: only an administrator may change ${names}.`);
}

/** Completes an input to what the organization would be. */
export function draftOf(input: RegisterOrganizationInput): OrganizationDraft {
  return {
    id: null,
    kind: input.kind,
    registrationStatus: input.registrationStatus,
    areaCode: input.areaCode,
    name: input.name.trim(),
    nameEn: input.nameEn?.trim() ?? null,
    uscc: input.uscc == null ? null : normalizeUscc(input.uscc),
    registeredOn: input.registeredOn ?? null,
    jurisdictions: input.jurisdictions ?? [],
    functionalZone: input.functionalZone?.trim() ?? null,
    serviceLevel: input.serviceLevel ?? null,
    communityClass: input.communityClass ?? null,
    parentId: input.parentId?.toLowerCase() ?? null,
    fiscalHostId: input.fiscalHostId?.toLowerCase() ?? null,
    foundedOn: input.foundedOn ?? null,
    certifiedSocialWorkers: input.certifiedSocialWorkers ?? 0,
    volunteers: input.volunteers ?? 0,
  };
}

/** Yields an organization as it is, in the form in which drafts are examined. */
export function draftOfRow(row: Organization): OrganizationDraft {
  const { id, kind, registrationStatus, areaCode, name, nameEn, uscc, registeredOn } = row;
  const { jurisdictions, functionalZone, serviceLevel, communityClass, parentId, fiscalHostId } = row;
  const { foundedOn, certifiedSocialWorkers, volunteers } = row;
  return {
    ...{ id, kind, registrationStatus, areaCode, name, nameEn, uscc, registeredOn },
    ...{ jurisdictions, functionalZone, serviceLevel, communityClass, parentId, fiscalHostId },
    ...{ foundedOn, certifiedSocialWorkers, volunteers },
  };
}

/** Fields that have a value always; null cannot take it away, so it leaves them as they are. */
const required = ['name', 'registrationStatus', 'areaCode'] as const;

/** Yields what an input changes. A filed body that becomes a legal person receives its money itself from then on (R-REG-05). */
export function changesOf(
  row: Organization | null,
  { organizationId: _, version: __, idempotencyKey: ___, ...input }: UpdateOrganizationInput,
): OrganizationChanges {
  const given = Object.entries(input).filter(
    ([field, value]) => value !== undefined && (value !== null || !required.some((name) => name === field)),
  );
  const complete = draftOf({ ...input, name: input.name ?? '' } as unknown as RegisterOrganizationInput);
  const changes: OrganizationChanges = Object.fromEntries(
    given.map(([field]) => [field, complete[field as keyof OrganizationChanges]]),
  );
  const leavesFiling =
    row?.registrationStatus === RegistrationStatus.FILED &&
    changes.registrationStatus !== undefined &&
    changes.registrationStatus !== RegistrationStatus.FILED;
  return leavesFiling && changes.fiscalHostId === undefined ? { ...changes, fiscalHostId: null } : changes;
}

/** Says that a credit code belongs to another organization already. */
export const usccTaken = (uscc: string, existing: Pick<Organization, 'name'>): string =>
  `uscc: ${uscc} belongs to "${existing.name}".`;
