import { addMonths } from '#shared/calendar.js';
import { Inspection } from '#shared/problem.js';
import { examineText } from '#shared/text.js';
import { PartnerKind } from '../partner/partner.entity.js';

const certificateNumberMax = 50;
/** A charity may apply after one full year (R-FND-01), and again five years after a revocation (R-FND-15). */
const monthsUntilGrant = 12;
const monthsUntilNextGrant = 60;

/** Kinds that may be charities; only a charity can be qualified (R-FND-07). */
const charities: readonly PartnerKind[] = [
  PartnerKind.FOUNDATION,
  PartnerKind.CHARITY_ORGANIZATION,
  PartnerKind.CHARITY_PLATFORM,
];

/** The days of a qualification: it holds from `grantedOn` until before `validTo` or `revokedOn`, whichever comes first. */
export interface QualificationDays {
  grantedOn: string;
  validTo?: string | null;
  revokedOn?: string | null;
}

/** Whether a partner may raise money in public on a day; null when nothing is recorded about it, which is not a no. */
export function mayFundraise(qualifications: readonly QualificationDays[], on: string): boolean | null {
  if (qualifications.length === 0) return null;
  return qualifications.some(
    ({ grantedOn, validTo, revokedOn }) =>
      grantedOn <= on && (validTo == null || on < validTo) && (revokedOn == null || on < revokedOn),
  );
}

/** Examines what a certificate states, whoever's it is. */
export function examineCertificate(
  input: QualificationDays & { registeredOn: string; certificateNumber: string },
  today: string,
): Inspection {
  const { registeredOn, grantedOn, validTo, certificateNumber } = input;
  const earliest = addMonths(registeredOn, monthsUntilGrant);
  const inspection = new Inspection()
    .add('certificateNumber', examineText(certificateNumber, { max: certificateNumberMax }))
    .expect(
      grantedOn >= earliest,
      'grantedOn',
      'QUALIFIED_TOO_EARLY',
      `${grantedOn} found, ${earliest} or later is allowed: one full year after ${registeredOn}.`,
    )
    .expect(grantedOn <= today, 'grantedOn', 'DATE_IN_FUTURE', `${grantedOn} is after today, ${today}.`)
    .expect(
      validTo == null || grantedOn < validTo,
      'validTo',
      'PERIOD_EMPTY',
      `${validTo} is not after grantedOn.`,
    );
  return examineRevocation(inspection, input, today);
}

/** Examines the day on which a qualification was revoked. */
export function examineRevocation(
  inspection: Inspection,
  { grantedOn, revokedOn }: QualificationDays,
  today: string,
): Inspection {
  if (revokedOn == null) return inspection;
  return inspection
    .expect(
      grantedOn <= revokedOn,
      'revokedOn',
      'REVOKED_BEFORE_GRANTED',
      `${revokedOn} is before ${grantedOn}, when it was granted.`,
    )
    .expect(revokedOn <= today, 'revokedOn', 'DATE_IN_FUTURE', `${revokedOn} is after today, ${today}.`);
}

/** Examines whether a partner could be granted a qualification on a day, by what it is and what it was granted before. */
export function examineGrant(
  kind: PartnerKind,
  earlier: readonly QualificationDays[],
  grantedOn: string,
): Inspection {
  const revocations = earlier.flatMap(({ revokedOn }) => revokedOn ?? []).filter((day) => day <= grantedOn);
  const last = revocations.sort().at(-1);
  const again = last === undefined ? grantedOn : addMonths(last, monthsUntilNextGrant);
  return new Inspection()
    .expect(
      charities.includes(kind),
      'partnerId',
      'NOT_A_CHARITY',
      `the partner is of the kind ${kind}; only ${charities.join(', ')} can be qualified.`,
    )
    .expect(
      again <= grantedOn,
      'grantedOn',
      'REVOKED_LESS_THAN_5_YEARS_AGO',
      `${grantedOn} found, ${again} or later is allowed: five years after ${last}, when one was revoked.`,
    );
}
