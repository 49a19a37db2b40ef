import { areaLevel, examineAreaCode } from '#shared/area-code.js';
import { type DataWarning, warningsOf } from '#shared/warning.js';
import { examineUscc } from '#shared/uscc.js';
import type { Area } from '../area/area.entity.js';
import { replacementFindings } from '../area/area.rules.js';
import { closedStatuses } from '../registration/registration.status.js';
import { type Organization, RegistrationStatus as Status, ServiceLevel } from './organization.entity.js';
import { type OrganizationDraft, usccPrefixesOf } from './organization.rules.js';

/** What is on record around an organization, as far as its warnings compare it. */
export interface WarningSources {
  area: Area | null;
  /** The division that its credit code names. */
  division: Area | null;
  fiscalHost: Organization | null;
  /** County centres in its area that work, itself included. */
  countyCenters: number;
  today: string;
}

/** Lists what a person should look at; computed from the rows, so it is never out of date. */
export function organizationWarnings(
  organization: OrganizationDraft,
  sources: WarningSources,
): DataWarning[] {
  return [
    ...codeWarnings(organization, sources),
    ...placeWarnings(organization, sources),
    ...hostWarnings(organization, sources),
    ...centerWarnings(organization, sources),
  ];
}

/** R-REG-01, R-USCC-05, R-USCC-07, R-USCC-08. */
function codeWarnings({ uscc, kind, registrationStatus }: OrganizationDraft, { division }: WarningSources) {
  if (uscc === null) {
    if (registrationStatus !== Status.REGISTERED) return [];
    const message = 'A registered body has a unified social credit code; it is not on record.';
    return warningsOf('uscc', [{ code: 'USCC_MISSING', message }]);
  }
  const prefixes = usccPrefixesOf[kind];
  const { warnings } = examineUscc(uscc, {
    ...(prefixes ? { allowedPrefixes: prefixes } : {}),
    mismatch: 'WARNING',
    isKnownDivision: () => division !== null,
  });
  return warningsOf('uscc', warnings);
}

/** R-DIV-02, R-DIV-04, R-DIV-05. */
function placeWarnings({ areaCode, functionalZone }: OrganizationDraft, { area, today }: WarningSources) {
  const findings = [
    ...examineAreaCode(areaCode).warnings,
    ...(area === null ? [] : replacementFindings(area, today)),
  ];
  if (functionalZone !== null && areaLevel(areaCode) !== 'PREFECTURE') {
    const message = `A development zone belongs to its city; ${areaCode} is a ${areaLevel(areaCode)}.`;
    findings.push({ code: 'FUNCTIONAL_ZONE_AREA', message });
  }
  return warningsOf('areaCode', findings);
}

/** R-REG-05: the host was registered when it was named, and may have been closed since. */
function hostWarnings({ fiscalHostId }: OrganizationDraft, { fiscalHost }: WarningSources) {
  if (fiscalHostId === null || fiscalHost?.registrationStatus === Status.REGISTERED) return [];
  const message = `The fiscal host is ${fiscalHost?.registrationStatus ?? 'unknown'} now; it can receive nothing.`;
  return warningsOf('fiscalHost', [{ code: 'FISCAL_HOST_NOT_REGISTERED', message }]);
}

/** R-DIV-07: one working county centre in a county. */
function centerWarnings(
  { serviceLevel, registrationStatus, areaCode }: OrganizationDraft,
  { countyCenters }: WarningSources,
) {
  const isCenter =
    serviceLevel === ServiceLevel.COUNTY_CENTER && !closedStatuses.includes(registrationStatus);
  if (!isCenter || countyCenters <= 1) return [];
  const message = `${areaCode} has ${countyCenters} county centres; one is expected.`;
  return warningsOf('serviceLevel', [{ code: 'COUNTY_CENTER_NOT_ALONE', message }]);
}
