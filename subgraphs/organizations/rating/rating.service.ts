import { entitiesByKey } from '#shared/database/rows.js';
import { isId } from '#shared/id.js';
import { Inspection, type InvalidInput, type UnknownReference, unknownReference } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { write } from '#shared/write.js';
import type { Writer } from '#shared/writer.js';
import { findCompliance } from '../compliance/compliance.queries.js';
import type { OrganizationsContext } from '../context.js';
import { Organization } from '../organization/organization.entity.js';
import { futureFindings } from '../organization/organization.rules.js';
import { RatingPeriod } from './rating.entity.js';
import type { RecordRatingInput } from './rating.input.js';
import { ratingEnd, ratingFindings } from './rating.rules.js';

/** Puts the result of an assessment on record; the organization is held, so that two results are judged one after the other. */
export async function recordRating(
  context: OrganizationsContext,
  input: RecordRatingInput,
): Promise<RatingPeriod | InvalidInput | UnknownReference> {
  context.authorize('recordRating', {});
  const organizationId = input.organizationId.toLowerCase();
  const { grade, validFrom } = input;
  type Outcome = Awaited<ReturnType<typeof recordRating>>;
  return write<Outcome>(context, 'recordRating', input, async () => async (writer) => {
    const organization = isId(organizationId) ? await writer.lock(Organization, organizationId) : null;
    if (organization === null) return unknownReference('organizationId', organizationId);
    const ratings = await ratingsOf(writer, organizationId);
    const compliance = await findCompliance(writer.em, [organizationId]);
    const candidate = { organization, ratings, compliance, grade, validFrom };
    const invalid = examinePeriod(input).add('organizationId', ratingFindings(candidate)).result();
    if (invalid) return invalid;
    const validTo = input.validTo ?? ratingEnd(validFrom);
    return writer.insert(RatingPeriod, { organizationId, grade, validFrom, validTo });
  });
}

function examinePeriod({ validFrom, validTo }: RecordRatingInput): Inspection {
  const longest = ratingEnd(validFrom);
  return new Inspection()
    .add('validFrom', futureFindings(validFrom, today()))
    .expect(
      validTo == null || validTo > validFrom,
      'validTo',
      'PERIOD_EMPTY',
      `${validTo} is not after validFrom.`,
    )
    .expect(
      validTo == null || validTo <= longest,
      'validTo',
      'RATING_TOO_LONG',
      `${validTo} is after ${longest}; a result is valid for five years at most.`,
    );
}

const ratingsOf = (writer: Writer, organizationId: string): Promise<RatingPeriod[]> =>
  entitiesByKey(writer.em, 'everybody', RatingPeriod, 'organizationId', [organizationId]);
