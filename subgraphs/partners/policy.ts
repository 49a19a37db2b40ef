import { fields, ownPartner, type Policy, signedIn } from '#shared/policy.js';

export type Action = 'registerResource' | 'publishResource';

/** Who may read which field and run which mutation; rows that are for everybody are public. */
export const policy: Policy<Action> = {
  Query: fields('resourceLinks linkedOrganizationIds partner partners resource resources idleResources'),
  Mutation: {
    registerResource: [ownPartner, 'admin'],
    publishResource: [ownPartner, 'admin'],
  },
  types: {
    ResourceAlreadyRegistered: fields('code message existing'),
    Organization: fields('id resourceLinks partners'),
    ResourceLink: fields(
      'id status quantity startsOn endsOn provenance source version resource partner organization project events',
    ),
    Resource: fields(
      'id title description category capacity remaining unit areaCodes availableFrom availableTo status provenance source createdAt updatedAt version partner links',
    ),
    Partner: fields(
      'id uscc name nameEn kind areaCode provenance source createdAt updatedAt version agreements resources resourceLinks linkedOrganizations',
    ),
    CooperationAgreement: fields('id title scope validFrom validTo provenance source partner organization'),
    LinkEvent: { ...fields('from to at'), note: signedIn },
    Area: fields('code linkSummary'),
    LinkSummary: fields('active fulfilled organizationsLinked partnersLinked byCategory byPartnerKind'),
    CategoryCount: fields('category count'),
    PartnerKindCount: fields('kind count'),
    Project: fields('id resourceLinks'),
  },
};
