import { randomUUID } from 'node:crypto';
import { noSuchRow } from '#shared/errors.js';
import { checkedId, isId } from '#shared/id.js';
import {
  Inspection,
  type InvalidInput,
  type StaleVersion,
  staleVersion,
  type UnknownReference,
  unknownReference,
} from '#shared/problem.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { OrganizationsContext } from '../context.js';
import { examineFreeText } from '../free-text.js';
import { Organization } from '../organization/organization.entity.js';
import { futureFindings } from '../organization/organization.rules.js';
import { ComplianceKind, ComplianceRecord } from './compliance.entity.js';
import type { CloseComplianceInput, RecordComplianceInput } from './compliance.input.js';

const noteMax = 1_000;
const yearMin = 1949;

/** Puts a finding of the authorities on record; ratings are refused by it (R-RAT-03). */
export async function recordCompliance(
  context: OrganizationsContext,
  input: RecordComplianceInput,
): Promise<ComplianceRecord | InvalidInput | UnknownReference> {
  context.authorize('recordCompliance', {});
  const organizationId = input.organizationId.toLowerCase();
  type Outcome = Awaited<ReturnType<typeof recordCompliance>>;
  return write<Outcome>(context, 'recordCompliance', input, async () => {
    const invalid = examineCompliance(input).result();
    if (invalid) return invalid;
    return async (writer) => {
      const organization = isId(organizationId) ? await writer.find(Organization, organizationId) : null;
      if (organization === null) return unknownReference('organizationId', organizationId);
      const record = await writer.insertUnlessTaken(ComplianceRecord, {
        id: randomUUID(),
        organizationId,
        kind: input.kind,
        year: input.year ?? null,
        result: input.result ?? null,
        startsOn: input.startsOn ?? null,
        endsOn: input.endsOn ?? null,
        note: input.note ?? null,
      });
      return record ?? (checkOnRecord(input) as InvalidInput);
    };
  });
}

/** Ends a finding that is open. */
export async function closeCompliance(
  context: OrganizationsContext,
  input: CloseComplianceInput,
): Promise<ComplianceRecord | InvalidInput | StaleVersion> {
  context.authorize('closeCompliance', {});
  const id = checkedId('complianceId', input.complianceId);
  const endsOn = input.endsOn ?? today();
  type Outcome = Awaited<ReturnType<typeof closeCompliance>>;
  return write<Outcome>(context, 'closeCompliance', input, async () => async (writer) => {
    const record = await writer.lock(ComplianceRecord, id);
    if (record === null) throw noSuchRow('complianceId', id);
    const { startsOn } = record;
    const inspection = new Inspection()
      .add('endsOn', futureFindings(endsOn, today()))
      .expect(
        startsOn !== null && record.endsOn === null,
        'complianceId',
        'NOT_OPEN',
        'the finding is not open.',
      )
      .expect(
        startsOn === null || startsOn <= endsOn,
        'endsOn',
        'PERIOD_EMPTY',
        `${endsOn} is before ${startsOn}.`,
      );
    return (
      staleVersion(input.version, record.version) ??
      inspection.result() ??
      (await writer.update<ComplianceRecord>(record, { endsOn }))
    );
  });
}

function examineCompliance({
  kind,
  year,
  result,
  startsOn,
  endsOn,
  note,
}: RecordComplianceInput): Inspection {
  const isCheck = kind === ComplianceKind.ANNUAL_CHECK;
  const yearMax = Number(today().slice(0, 4));
  const isYear = year == null || (year >= yearMin && year <= yearMax);
  const expected = (is: boolean) => (is ? `a ${kind} has one.` : `a ${kind} has none.`);
  return new Inspection()
    .expect(
      (year != null) === isCheck,
      'year',
      isCheck ? 'YEAR_MISSING' : 'YEAR_NOT_ALLOWED',
      expected(isCheck),
    )
    .expect(isYear, 'year', 'YEAR_OUT_OF_RANGE', `${year} found, ${yearMin} to ${yearMax} are allowed.`)
    .expect(
      (result != null) === isCheck,
      'result',
      isCheck ? 'RESULT_MISSING' : 'RESULT_NOT_ALLOWED',
      expected(isCheck),
    )
    .expect(
      (startsOn == null) === isCheck,
      'startsOn',
      isCheck ? 'DAY_NOT_ALLOWED' : 'DAY_MISSING',
      expected(!isCheck),
    )
    .expect(endsOn == null || !isCheck, 'endsOn', 'DAY_NOT_ALLOWED', expected(false))
    .expect(
      startsOn == null || endsOn == null || startsOn <= endsOn,
      'endsOn',
      'PERIOD_EMPTY',
      `${endsOn} is before startsOn.`,
    )
    .add('startsOn', futureFindings(startsOn, today()))
    .add('endsOn', futureFindings(endsOn, today()))
    .add('note', note == null ? [] : examineFreeText(note, { max: noteMax, multiline: true }));
}

/** Only annual checks are unique: one per organization and year. */
function checkOnRecord({ year }: RecordComplianceInput): InvalidInput | null {
  return new Inspection()
    .expect(false, 'year', 'ANNUAL_CHECK_RECORDED', `the annual check of ${year} is on record.`)
    .result();
}
