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
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { Project } from '../project/project.entity.js';
import { Award } from './award.entity.js';
import type { RecordAwardInput } from './award.input.js';
import { AwardAlreadyRecorded } from './award.result.js';

const textMax = 200;
/** Nobody gave such honours before. */
const yearMin = 1949;
const countMax = 100_000;

/** Puts an honour on record; a unique index keeps one from being counted twice (R-AWD-01). */
export async function recordAward(
  context: OrganizationsContext,
  input: RecordAwardInput,
): Promise<Award | InvalidInput | AwardAlreadyRecorded | UnknownReference> {
  context.authorize('recordAward', {});
  type Outcome = Awaited<ReturnType<typeof recordAward>>;
  return write<Outcome>(context, 'recordAward', input, async () => {
    const invalid = examineAward(input).result();
    if (invalid) return invalid;
    return async (writer) => {
      const { organizationId, projectId } = input;
      if (
        organizationId != null &&
        !(isId(organizationId) && (await writer.find(Organization, organizationId)))
      )
        return unknownReference('organizationId', organizationId);
      if (projectId != null && !(isId(projectId) && (await writer.find(Project, projectId))))
        return unknownReference('projectId', projectId);
      const row = rowOf(input);
      return (await writer.insertUnlessTaken(Award, row)) ?? alreadyRecorded(writer, row);
    };
  });
}

function examineAward({
  organizationId,
  projectId,
  title,
  issuer,
  year,
  count,
}: RecordAwardInput): Inspection {
  const yearMax = Number(today().slice(0, 4));
  const number = count ?? 1;
  return new Inspection()
    .expect(
      (organizationId == null) !== (projectId == null),
      'organizationId',
      'AWARD_OF_ONE',
      'exactly one of organizationId and projectId is expected.',
    )
    .add('title', examineText(title, { max: textMax }))
    .add('issuer', examineText(issuer, { max: textMax }))
    .expect(
      year >= yearMin && year <= yearMax,
      'year',
      'YEAR_OUT_OF_RANGE',
      `${year} found, ${yearMin} to ${yearMax} are allowed.`,
    )
    .expect(
      number >= 1 && number <= countMax,
      'count',
      'COUNT_OUT_OF_RANGE',
      `${number} found, 1 to ${countMax} are allowed.`,
    );
}

function rowOf(input: RecordAwardInput) {
  return {
    id: randomUUID(),
    title: input.title.trim(),
    level: input.level,
    subject: input.subject,
    year: input.year,
    issuer: input.issuer.trim(),
    count: input.count ?? 1,
    organizationId: input.organizationId?.toLowerCase() ?? null,
    projectId: input.projectId?.toLowerCase() ?? null,
    provenance: Provenance.REGISTERED,
  };
}

async function alreadyRecorded(
  writer: Writer,
  award: ReturnType<typeof rowOf>,
): Promise<AwardAlreadyRecorded> {
  const { organizationId, projectId, title, subject, year } = award;
  const same = sql`(row.organization_id = ${organizationId} or row.project_id = ${projectId})
    and lower(row.title) = lower(${title}) and row.subject = ${subject} and row.year = ${year}`;
  const [existing] = (await entitiesWhere(writer.em, 'everybody', Award, same)) as [Award];
  const message = `title: "${existing.title}" of ${year} is on record.`;
  return problem(AwardAlreadyRecorded, { code: 'AWARD_ALREADY_RECORDED', message, existing });
}
