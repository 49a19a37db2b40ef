import { randomUUID } from 'node:crypto';
import { entitiesWhere } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { isId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  problem,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { Provenance } from '#shared/provenance.js';
import { examineText } from '#shared/text.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { OrganizationsContext } from '../context.js';
import { examineFreeText } from '../free-text.js';
import { Organization } from '../organization/organization.entity.js';
import { closedStatuses } from '../registration/registration.status.js';
import { Project } from './project.entity.js';
import type { RegisterProjectInput } from './project.input.js';
import { ProjectAlreadyRegistered } from './project.result.js';

const nameMax = 200;
const beneficiariesMax = 20;
const beneficiaryMax = 50;

/** Puts a project of an organization on record. */
export async function registerProject(
  context: OrganizationsContext,
  input: RegisterProjectInput,
): Promise<Project | InvalidInput | ProjectAlreadyRegistered | UnknownReference> {
  const organizationId = input.organizationId.toLowerCase();
  context.authorize('registerProject', { organizationId });
  type Outcome = Awaited<ReturnType<typeof registerProject>>;
  return write<Outcome>(context, 'registerProject', input, async () => async (writer) => {
    const organization = isId(organizationId) ? await writer.find(Organization, organizationId) : null;
    if (organization === null) return unknownReference('organizationId', organizationId);
    const invalid = examineProject(input, organization).result();
    if (invalid) return invalid;
    const name = input.name.trim();
    const project = await writer.insertUnlessTaken(Project, {
      id: randomUUID(),
      organizationId,
      name,
      nameEn: input.nameEn?.trim() ?? null,
      beneficiaries: (input.beneficiaries ?? []).map((group) => group.trim()),
      startedOn: input.startedOn ?? null,
      endedOn: input.endedOn ?? null,
      provenance: Provenance.REGISTERED,
    });
    return project ?? alreadyRegistered(writer, organizationId, name);
  });
}

function examineProject(
  { name, nameEn, beneficiaries, startedOn, endedOn }: RegisterProjectInput,
  { registrationStatus }: Organization,
): Inspection {
  const groups = beneficiaries ?? [];
  const isOrdered = startedOn == null || endedOn == null || startedOn <= endedOn;
  const inspection = new Inspection()
    .expect(
      !closedStatuses.includes(registrationStatus),
      'organizationId',
      'ORGANIZATION_CLOSED',
      `the organization is ${registrationStatus}.`,
    )
    .add('name', examineText(name, { max: nameMax }))
    .add('nameEn', nameEn == null ? [] : examineText(nameEn, { max: nameMax }))
    .expect(
      groups.length <= beneficiariesMax,
      'beneficiaries',
      'BENEFICIARIES_TOO_MANY',
      `${groups.length} found, at most ${beneficiariesMax} are allowed.`,
    )
    .expect(isOrdered, 'endedOn', 'PERIOD_EMPTY', `${endedOn} is before startedOn.`);
  groups.forEach((group, index) =>
    inspection.add(`beneficiaries.${index}`, examineFreeText(group, { max: beneficiaryMax })),
  );
  return inspection;
}

async function alreadyRegistered(
  writer: Writer,
  organizationId: string,
  name: string,
): Promise<ProjectAlreadyRegistered> {
  const sameName = sql`row.organization_id = ${organizationId} and lower(row.name) = lower(${name})`;
  const [existing] = (await entitiesWhere(writer.em, 'everybody', Project, sameName)) as [Project];
  const message = `name: the organization already runs "${existing.name}".`;
  return problem(ProjectAlreadyRegistered, { code: 'PROJECT_ALREADY_REGISTERED', message, existing });
}
