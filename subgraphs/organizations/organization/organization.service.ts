import { randomUUID } from 'node:crypto';
import { noSuchRow } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import {
  type InvalidInput,
  type InvalidTransition,
  Problem,
  problem,
  type StaleVersion,
  staleVersion,
  type UnknownReference,
} from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { OrganizationsContext } from '../context.js';
import { appendRegistrations, isStep } from '../registration/registration.history.js';
import { type Change, examineChange, refusedStanding } from './organization.change.js';
import {
  changesOf,
  draftOf,
  type OrganizationChanges,
  draftOfRow,
  refuseForeignFields,
  usccTaken,
} from './organization.draft.js';
import { Organization } from './organization.entity.js';
import type { RegisterOrganizationInput, UpdateOrganizationInput } from './organization.input.js';
import { OrganizationAlreadyRegistered } from './organization.result.js';
import { examineOrganization, type OrganizationDraft } from './organization.rules.js';
import { findByUscc, holdParents, surroundingsOf, surroundingsOfAll } from './organization.surroundings.js';

/** Puts an organization on record; the unique index on codes, not a prior read, decides who of two was first (R-USCC-09). */
export async function registerOrganization(
  context: OrganizationsContext,
  input: RegisterOrganizationInput,
): Promise<Organization | InvalidInput | OrganizationAlreadyRegistered | UnknownReference> {
  context.authorize('registerOrganization', {});
  type Outcome = Awaited<ReturnType<typeof registerOrganization>>;
  return write<Outcome>(context, 'registerOrganization', input, async () => {
    const draft = draftOf(input);
    const around = await surroundingsOf(context.em.fork(), draft);
    if (around instanceof Problem) return around;
    const invalid = examineOrganization(draft, around).result();
    if (invalid) return invalid;
    return async (writer) => {
      const row = { ...draft, id: randomUUID(), provenance: Provenance.REGISTERED };
      const organization = await writer.insertUnlessTaken(Organization, row);
      if (organization === null) return alreadyRegistered(writer.em, draft.uscc as string);
      await appendRegistrations(writer, context, [{ before: null, after: organization }]);
      return organization;
    };
  });
}

/** Changes an organization: what it says about itself, or by an administrator its standing, code and place too. */
export async function updateOrganization(
  context: OrganizationsContext,
  input: UpdateOrganizationInput,
): Promise<
  | Organization
  | InvalidInput
  | InvalidTransition
  | StaleVersion
  | OrganizationAlreadyRegistered
  | UnknownReference
> {
  const organizationId = checkedId('organizationId', input.organizationId);
  context.authorize('updateOrganization', { organizationId });
  refuseForeignFields(context.viewer, input);
  type Outcome = Awaited<ReturnType<typeof updateOrganization>>;
  return write<Outcome>(
    context,
    'updateOrganization',
    input,
    async () => async (writer) => {
      // Before the row: whoever waits for the tree must hold nothing of it.
      if (input.parentId != null) await holdParents(writer.em);
      const organization = await lockedOrganization(writer, organizationId);
      const changes = changesOf(organization, input);
      const before = draftOfRow(organization);
      const refused =
        staleVersion(input.version, organization.version) ??
        refusedStanding({ before, after: { ...before, ...changes } }) ??
        (await examined(writer, before, changes));
      if (refused) return refused;
      const changed = await writer.update<Organization>(organization, changes);
      const step = { before: organization, after: changed };
      if (isStep(step)) await appendRegistrations(writer, context, [step]);
      return changed;
    },
    {
      onConstraint: {
        organization_uscc_unique: () =>
          alreadyRegistered(context.em.fork(), changesOf(null, input).uscc as string),
      },
    },
  );
}

async function examined(
  { em }: Writer,
  before: OrganizationDraft,
  changes: OrganizationChanges,
): Promise<InvalidInput | UnknownReference | null> {
  const after = { ...before, ...changes };
  const [aroundAfter, aroundBefore] = await surroundingsOfAll(em, [after, before]);
  return examineChange({ before, after, changes, aroundBefore, aroundAfter } as Change);
}

/** Reads an organization of the viewer and holds it; what he may not change or see is NOT_FOUND. */
async function lockedOrganization(writer: Writer, id: string): Promise<Organization> {
  const organization = await writer.lock(Organization, id);
  if (organization === null) throw noSuchRow('organizationId', id);
  return organization;
}

async function alreadyRegistered(em: Writer['em'], uscc: string): Promise<OrganizationAlreadyRegistered> {
  const existing = (await findByUscc(em, uscc)) as Organization;
  return problem(OrganizationAlreadyRegistered, {
    code: 'DUPLICATE_USCC',
    message: usccTaken(uscc, existing),
    existing,
  });
}
