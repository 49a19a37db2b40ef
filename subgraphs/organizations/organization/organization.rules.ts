import type { Finding } from '#shared/finding.js';
import { Inspection } from '#shared/problem.js';
import { examineText } from '#shared/text.js';
import { examineUscc } from '#shared/uscc.js';
import type { Area } from '../area/area.entity.js';
import {
  type Organization,
  OrganizationKind as Kind,
  RegistrationStatus as Status,
} from './organization.entity.js';
import { examinePlace, examinePlatform } from './organization.place.js';

const nameMax = 200;
/** No body of one city has more members; the sums of an area stay exact far beyond a thousand such bodies. */
const headcountMax = 1_000_000;

/** What a client may say about an organization. */
export type OrganizationDraft = Omit<
  Organization,
  'id' | 'createdAt' | 'updatedAt' | 'version' | 'incubationStatus' | 'provenance' | 'source'
> & { id: string | null };

/** What is on record of the things that a draft names. */
export interface Surroundings {
  areas: ReadonlyMap<string, Area>;
  parent: Organization | null;
  /** Ids of everything above the parent. */
  aboveParent: readonly string[];
  fiscalHost: Organization | null;
  today: string;
}

/** First two characters of the code of a kind (R-USCC-07); a kind that is not listed may be registered anywhere. */
export const usccPrefixesOf: Partial<Record<Kind, readonly string[]>> = {
  [Kind.SOCIAL_ASSOCIATION]: ['51'],
  [Kind.SOCIAL_SERVICE_AGENCY]: ['52'],
  [Kind.FOUNDATION]: ['53'],
  [Kind.COMMUNITY_ORGANIZATION]: ['51', '52', '53'],
};

/** Bodies that are no community organizations whatever they call themselves (R-REG-03). */
const excludedName =
  /((居民|村民)委员会|居委会|村委会)(.*委员会)?$|业主(委员会|大会)$|业委会$|(楼宇|楼栋|楼院)自治(组织|小组|委员会|会)$|公司$/;

/** Whether a code of another kind refuses an organization, or only warns, as in a file (R-USCC-07). */
export type Mismatch = 'ERROR' | 'WARNING';

/** Examines an organization as it would be; the rules of registration, place and level in one place. */
export function examineOrganization(
  draft: OrganizationDraft,
  around: Surroundings,
  mismatch: Mismatch = 'ERROR',
): Inspection {
  const inspection = new Inspection();
  examineWords(inspection, draft, around);
  examineRegistration(inspection, draft, around, mismatch);
  examinePlace(inspection, draft, around);
  examinePlatform(inspection, draft, around);
  return inspection;
}

function examineWords(
  inspection: Inspection,
  { kind, name, nameEn, functionalZone, foundedOn, registeredOn, ...draft }: OrganizationDraft,
  { today }: Surroundings,
): void {
  inspection
    .add('name', examineText(name, { max: nameMax }))
    .add('nameEn', nameEn === null ? [] : examineText(nameEn, { max: nameMax }))
    .add('functionalZone', functionalZone === null ? [] : examineText(functionalZone, { max: nameMax }))
    .add('foundedOn', futureFindings(foundedOn, today))
    .add('registeredOn', futureFindings(registeredOn, today))
    .add('certifiedSocialWorkers', headcountFindings(draft.certifiedSocialWorkers))
    .add('volunteers', headcountFindings(draft.volunteers));
  const isExcluded =
    kind === Kind.COMMUNITY_ORGANIZATION && excludedName.test(name.trim().replace(/（[^）]*）$/, ''));
  const excluded =
    'a committee of residents, villagers or owners, a self-government of a building or a company is no community organization.';
  inspection
    .expect(!isExcluded, 'name', 'COMMUNITY_BODY_EXCLUDED', excluded)
    .expect(
      draft.communityClass === null || kind === Kind.COMMUNITY_ORGANIZATION,
      'communityClass',
      'COMMUNITY_CLASS_NOT_ALLOWED',
      `only a community organization has a class, not a ${kind}.`,
    );
}

/** Says that a day has not come yet. */
export function futureFindings(day: string | null | undefined, today: string): Finding[] {
  if (day == null || day <= today) return [];
  return [{ code: 'DATE_IN_FUTURE', message: `${day} is after today, ${today}.`, found: day }];
}

function headcountFindings(count: number): Finding[] {
  if (count >= 0 && count <= headcountMax) return [];
  const message = `${count} found, 0 to ${headcountMax} are allowed.`;
  return [{ code: 'COUNT_OUT_OF_RANGE', message, found: String(count) }];
}

/** R-REG-01, R-REG-05, R-USCC-01 to R-USCC-07. */
function examineRegistration(
  inspection: Inspection,
  { uscc, kind, registrationStatus: status, registeredOn, fiscalHostId, id }: OrganizationDraft,
  { fiscalHost }: Surroundings,
  mismatch: Mismatch,
): void {
  const isLegalPerson = status !== Status.FILED && status !== Status.UNREGISTERED;
  const none = `a ${status} body is no legal person`;
  const prefixes = usccPrefixesOf[kind];
  inspection
    .expect(isLegalPerson || uscc === null, 'uscc', 'USCC_NOT_ALLOWED', `${none} and has no credit code.`)
    .expect(
      isLegalPerson || registeredOn === null,
      'registeredOn',
      'REGISTERED_ON_NOT_ALLOWED',
      `${none} and has no day of registration.`,
    )
    .add(
      'uscc',
      uscc === null ? [] : examineUscc(uscc, prefixes ? { allowedPrefixes: prefixes, mismatch } : {}).errors,
    );
  if (fiscalHostId === null) return;
  inspection
    .expect(
      status === Status.FILED,
      'fiscalHostId',
      'FISCAL_HOST_NOT_ALLOWED',
      `only a FILED body needs a fiscal host, not a ${status} one.`,
    )
    .expect(
      fiscalHost?.registrationStatus === Status.REGISTERED && fiscalHost.id !== id,
      'fiscalHostId',
      'FISCAL_HOST_NOT_REGISTERED',
      `the host is ${fiscalHost?.registrationStatus ?? 'unknown'}; another body that is REGISTERED is expected.`,
    );
}
