import type { TestHub } from './hub.js';

/** Who gives, by kind; the others are organizations. */
const partners = {
  江西师大: 'UNIVERSITY',
  井冈山大学校友会: 'CHARITY_ORGANIZATION',
  安源社工中心: 'CHARITY_ORGANIZATION',
  杜鹃花小屋志愿团: 'CHARITY_ORGANIZATION',
  乡村发展基金会: 'FOUNDATION',
  关爱联盟: 'ENTERPRISE',
} as const;
type Partner = keyof typeof partners;

const organizations = ['孵化基地', '星星之家', '大爱无疆', '八一街', '后埠街'] as const;
type Organization = (typeof organizations)[number];

/**
 * The golden network of an analyst's questions, as the hub can hold it: a tie is between a partner and an organization, so the one between
 * the university and the social-work centre is left out, and the way over 后埠街 is one step longer, by 关爱联盟.
 */
const ties: readonly [Partner, Organization][] = [
  ['江西师大', '孵化基地'],
  ['井冈山大学校友会', '孵化基地'],
  ['安源社工中心', '孵化基地'],
  ['杜鹃花小屋志愿团', '孵化基地'],
  ['乡村发展基金会', '星星之家'],
  ['乡村发展基金会', '大爱无疆'],
  ['杜鹃花小屋志愿团', '大爱无疆'],
  ['安源社工中心', '八一街'],
  ['杜鹃花小屋志愿团', '后埠街'],
  ['关爱联盟', '后埠街'],
  ['关爱联盟', '星星之家'],
];

const mutation = (name: string, input: string, type: string) =>
  `mutation ($input: ${input}!) { result: ${name}(input: $input) { __typename ... on ${type} { id } } }`;
const registerPartner = mutation('registerPartner', 'RegisterPartnerInput', 'Partner');
const registerOrganization = mutation('registerOrganization', 'RegisterOrganizationInput', 'Organization');
const signAgreement = mutation('signAgreement', 'SignAgreementInput', 'CooperationAgreement');

/** Writes the golden network into a hub, by agreements since 2024; yields ids by name. */
export async function writeGoldenNetwork(hub: TestHub): Promise<Record<Partner | Organization, string>> {
  const admin = hub.as('admin');
  const change = async (document: string, input: object) => {
    const { result } = await admin.expectData<{ result: { __typename: string; id?: string } }>(document, {
      input,
    });
    if (result.id === undefined) throw new Error(`${result.__typename} for ${JSON.stringify(input)}`);
    return result.id;
  };
  const ids = {} as Record<Partner | Organization, string>;
  for (const [name, kind] of Object.entries(partners))
    ids[name as Partner] = await change(registerPartner, { name, kind });
  for (const name of organizations)
    ids[name] = await change(registerOrganization, {
      ...{ name, kind: 'COMMUNITY_ORGANIZATION', registrationStatus: 'FILED', areaCode: '360302' },
    });
  for (const [partner, organization] of ties)
    await change(signAgreement, {
      ...{ partnerId: ids[partner], organizationId: ids[organization], title: `${partner}与${organization}` },
      ...{ scope: ['TRAINING'], validFrom: '2024-01-01' },
    });
  return ids;
}
