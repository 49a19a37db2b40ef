import { examineAreaCode, isAreaWithin } from '#shared/area-code.js';
import { addDays } from '#shared/calendar.js';
import type { Finding } from '#shared/finding.js';
import { examineAmount } from '#shared/money.js';
import { Inspection } from '#shared/problem.js';
import { examineText } from '#shared/text.js';
import { examineWords } from '../ledger/note.rule.js';
import type { FundraiserFacts } from '../partner/partner.queries.js';
import { type Campaign, FundraisingMode } from './campaign.entity.js';
import type { CampaignPlanInput, OpenCampaignInput } from './campaign.input.js';

const titleMax = 200;
const numberMax = 50;
const planPartMax = 1_000;
const platformsMax = 20;
const firstDay = '2000-01-01';
/** R-FND-02, R-FND-03: days between filing and start, and in an emergency between start and filing. */
const filingDays = 10;

/** R-FND-07: who may be the charity that raises. */
const fundraiserKinds = ['FOUNDATION', 'CHARITY_ORGANIZATION', 'CHARITY_PLATFORM'];
/** R-FND-05: what happens at a place, and so within the area of registration. */
const modesInPlace: (FundraisingMode | null | undefined)[] = [
  FundraisingMode.DONATION_BOX,
  FundraisingMode.EVENT,
];

/** Examines what a campaign says by itself. */
export function examineCampaign(input: OpenCampaignInput, today: string): Inspection {
  const { startsOn, endsOn, target, plan } = input;
  const inspection = new Inspection()
    .add('title', examineWords(input.title, { max: titleMax }))
    .add('titleEn', optional(input.titleEn, titleMax))
    .add('filingNumber', optional(input.filingNumber, numberMax))
    .add('extraFilingNumber', optional(input.extraFilingNumber, numberMax))
    .add('areaCode', input.areaCode == null ? [] : examineAreaCode(input.areaCode).errors)
    .add('target', target == null ? [] : examineAmount(target).findings)
    .add('filedOn', examineFiling(input, today))
    .expect(
      startsOn >= firstDay,
      'startsOn',
      'DAY_TOO_EARLY',
      `${startsOn} found, ${firstDay} or later is expected.`,
    )
    .expect(endsOn == null || startsOn < endsOn, 'endsOn', 'PERIOD_EMPTY', `${endsOn} is not after startsOn.`)
    .expect(
      (input.platformIds ?? []).length <= platformsMax,
      'platformIds',
      'PLATFORMS_COUNT',
      `at most ${platformsMax} platforms are allowed.`,
    );
  if (plan != null) examinePlan(inspection, plan);
  return inspection;
}

const optional = (text: string | null | undefined, max: number): Finding[] =>
  text == null ? [] : examineText(text, { max });

/** R-FND-02: a plan is filed ten days before the start; R-FND-03: in an emergency within ten days after it. */
function examineFiling({ filedOn, startsOn, emergency }: OpenCampaignInput, today: string): Finding[] {
  if (filedOn == null) return [];
  if (filedOn > today)
    return [{ code: 'DAY_IN_FUTURE', message: `${filedOn} is after today, ${today}.`, found: filedOn }];
  const last = addDays(startsOn, emergency === true ? filingDays : -filingDays);
  if (filedOn <= last) return [];
  const message = `filed on ${filedOn}; for a start on ${startsOn} it is due by ${last}.`;
  return [{ code: 'FILED_TOO_LATE', message, found: filedOn, allowed: `at most ${last}` }];
}

/** R-FND-04: a plan says everything or is none. */
function examinePlan(inspection: Inspection, plan: CampaignPlanInput): void {
  const needed = {
    purpose: plan.purpose,
    areas: plan.areas,
    responsiblePerson: plan.responsiblePerson,
    officeAddress: plan.officeAddress,
    waysOfReceiving: plan.waysOfReceiving,
    beneficiaries: plan.beneficiaries,
    use: plan.use,
    cost: plan.cost,
    surplus: plan.surplus,
  };
  for (const [name, text] of Object.entries(needed)) {
    if (text == null)
      inspection.expect(false, `plan.${name}`, 'PLAN_PART_MISSING', 'every part of a plan is needed.');
    else inspection.add(`plan.${name}`, unquoted(examineText(text, { max: planPartMax, multiline: true })));
  }
  inspection.add('plan.bankAccount', unquoted(optional(plan.bankAccount, planPartMax)));
}

/** Findings about a person's or bank's data repeat nothing of it. */
const unquoted = (findings: Finding[]): Finding[] => findings.map(({ code, message }) => ({ code, message }));

/** Says why a partner may not raise from the public with this campaign (R-FND-01, R-FND-07, R-FND-15). */
export function examineFundraiser({ kind, mayFundraise }: FundraiserFacts, startsOn: string): Finding[] {
  if (!fundraiserKinds.includes(kind)) {
    const message = `the partner is a ${kind}; only ${fundraiserKinds.join(', ')} raise from the public.`;
    return [{ code: 'FUNDRAISER_NOT_QUALIFIED', message, found: kind, allowed: fundraiserKinds.join(', ') }];
  }
  if (mayFundraise !== false) return [];
  const message = `the partner is not qualified for public fundraising on ${startsOn}.`;
  return [{ code: 'FUNDRAISER_NOT_QUALIFIED', message, found: startsOn }];
}

/** R-FND-05: boxes and events stay in the area of registration; a body registered nationally is at home everywhere. */
export function examinePlace(
  { mode, extraFilingNumber }: OpenCampaignInput,
  areaCode: string | null,
  fundraiser: FundraiserFacts | null,
): Finding[] {
  const home = fundraiser?.areaCode ?? null;
  if (!modesInPlace.includes(mode) || home === null || extraFilingNumber != null) return [];
  if (areaCode !== null && isAreaWithin(areaCode, home)) return [];
  const message = `${mode} in ${areaCode ?? 'no named area'} is not within ${home}, where the charity is registered; a further filing is needed.`;
  return [{ code: 'OUTSIDE_REGISTERED_AREA', message, allowed: `within ${home}, or with extraFilingNumber` }];
}

/** What a person should look at; a campaign of the public is one that a charity raises. */
export function warnOfCampaign(campaign: Campaign): { field: string; findings: Finding[] }[] {
  if (campaign.fundraiserId === null)
    return [{ field: 'filingNumber', findings: warnOfFilingNumber(campaign) }];
  const warning = (field: string, holds: boolean, code: string, message: string) => ({
    field,
    findings: holds ? [{ code, message }] : [],
  });
  return [
    warning(
      'filedOn',
      campaign.filedOn === null,
      'FILING_DAY_MISSING',
      'no day of filing is recorded (R-FND-02).',
    ),
    warning(
      'filingNumber',
      campaign.filingNumber === null,
      'FILING_MISSING',
      'no filing number is recorded (R-FND-02).',
    ),
    warning('plan', !campaign.hasPlan, 'PLAN_MISSING', 'no plan is recorded (R-FND-04).'),
    warning(
      'fundraiser',
      campaign.fundraiserQualified === null,
      'QUALIFICATION_NOT_RECORDED',
      'nothing is recorded about its qualification for public fundraising (R-FND-01).',
    ),
    { field: 'filingNumber', findings: warnOfFilingNumber(campaign) },
  ].filter(({ findings }) => findings.length > 0);
}

/** R-FND-16: a form that all known numbers have and no rule that was read prescribes. */
function warnOfFilingNumber({ filingNumber, fundraiserUscc }: Campaign): Finding[] {
  if (filingNumber === null) return [];
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}A\d{5}$/.test(filingNumber)) {
    const message = "a filing number usually is the charity's credit code, A and five digits.";
    return [{ code: 'FILING_NUMBER_UNUSUAL', message }];
  }
  if (fundraiserUscc === null || filingNumber.startsWith(fundraiserUscc)) return [];
  return [
    {
      code: 'FILING_NUMBER_OF_ANOTHER',
      message: `it does not begin with the charity's credit code, ${fundraiserUscc}.`,
    },
  ];
}
