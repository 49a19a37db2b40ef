/**
 * What two public standards require of what is published by them, in this project's words: fields, forms and lists of codes.
 * Each yields what is wrong, with its place.
 */

type Found = Record<string, unknown>;
type Check = (value: unknown, place: string) => string[];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const matching =
  (form: RegExp): Check =>
  (value, place) =>
    typeof value === 'string' && form.test(value) ? [] : [`${place}: ${JSON.stringify(value)}`];
const someText = matching(/\S/);
const oneOf = (...codes: string[]): Check => matching(new RegExp(`^(?:${codes.join('|')})$`));
const amount: Check = (value, place) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? []
    : [`${place}: ${JSON.stringify(value)}`];
const listOf =
  (check: Check, least = 0): Check =>
  (value, place) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((item, index) => check(item, `${place}[${index}]`))
      : [`${place}: a list of ${least} or more`];

/** An object whose required fields are there, and whose optional ones are right where they are; others are not looked at. */
const object =
  (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  (value, place) => {
    if (typeof value !== 'object' || value === null) return [`${place}: no object`];
    const fields = value as Found;
    return [
      ...Object.entries(required).flatMap(([name, check]) => check(fields[name], `${place}.${name}`)),
      ...Object.entries(optional).flatMap(([name, check]) =>
        name in fields ? check(fields[name], `${place}.${name}`) : [],
      ),
    ];
  };

/** A day, or a moment with its zone. */
const day = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/);
const party = object({ id: someText, name: someText });
const event = object({}, { startDate: day, endDate: day });

/** 360Giving Data Standard 1.4, a package of grants. */
export const givingFindings: Check = object(
  {
    grants: listOf(
      object(
        {
          id: someText,
          // At most 140 characters.
          title: matching(/^.{1,140}$/su),
          description: someText,
          currency: oneOf('CNY'),
          amountAwarded: amount,
          awardDate: day,
          recipientOrganization: listOf(party, 1),
          fundingOrganization: listOf(party, 1),
        },
        {
          amountAppliedFor: amount,
          amountDisbursed: amount,
          plannedDates: listOf(event),
          grantProgramme: listOf(object({}, { code: someText, title: someText })),
          beneficiaryLocation: listOf(
            object(
              {},
              { name: someText, countryCode: oneOf('CN'), geoCode: someText, geoCodeType: someText },
            ),
          ),
          classifications: listOf(object({}, { vocabulary: someText, code: someText, title: someText })),
        },
      ),
      1,
    ),
  },
  {
    version: matching(/^\d+\.\d+$/),
    license: matching(/^https?:\/\//),
    publisher: object({ name: someText }),
    issued: day,
  },
);

const id = matching(uuid);

/** HSDS 3, a list of organizations with what belongs to them. */
export const hsdsFindings: Check = object({
  version: matching(/^3\.\d+$/),
  total_items: amount,
  total_pages: amount,
  page_number: amount,
  size: amount,
  contents: listOf(
    object(
      { id, name: someText, description: someText },
      {
        alternate_name: someText,
        legal_status: someText,
        year_incorporated: (value, place) =>
          Number.isInteger(value) && Number(value) > 1800 ? [] : [`${place}: ${String(value)}`],
        parent_organization_id: id,
        organization_identifiers: listOf(
          object({ id, identifier_type: someText, identifier: someText }, { identifier_scheme: someText }),
        ),
        locations: listOf(
          object({ id, location_type: oneOf('physical', 'postal', 'virtual') }, { name: someText }),
        ),
        services: listOf(
          object(
            { id, name: someText, status: oneOf('active', 'inactive', 'defunct', 'temporarily closed') },
            {
              alternate_name: someText,
              eligibility_description: someText,
              service_areas: listOf(object({ id }, { name: someText })),
            },
          ),
        ),
      },
    ),
    1,
  ),
});
