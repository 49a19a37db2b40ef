import { randomUUID } from 'node:crypto';
import type { Viewer } from '#shared/viewer.js';
import {
  admin,
  base,
  changePartners,
  makeLink,
  makePartner,
  makeResource,
  type Outcome,
  partnerViewer,
} from './partners.js';
import type { TestSubgraphs } from './subgraphs.js';

/** A partner with something in every table. */
export interface Tenant {
  partner: Outcome;
  published: Outcome;
  draft: Outcome;
  proposed: Outcome;
  agreement: Outcome;
  qualification: Outcome;
  viewer: Viewer;
}

/** What a certificate states, its days apart. */
export const certificate = { registeredOn: '2020-01-01', certificateNumber: '赣慈募001' };

/** Makes one. */
export async function makeTenant(hub: TestSubgraphs): Promise<Tenant> {
  const partner = await makePartner(hub, { kind: 'FOUNDATION' });
  const viewer = partnerViewer(partner.id);
  const published = await makeResource(hub, partner.id);
  const draft = await changePartners(hub, viewer, 'registerResource', {
    ...offerOf(partner.id),
    idempotencyKey: randomUUID(),
  });
  return {
    partner,
    viewer,
    published,
    draft,
    proposed: await makeLink(hub, published.id, {}, viewer),
    agreement: await changePartners(hub, viewer, 'signAgreement', agreementOf(partner.id)),
    qualification: await changePartners(hub, admin, 'recordQualification', {
      ...certificate,
      partnerId: partner.id,
      grantedOn: '2021-01-01',
    }),
  };
}

/** What it takes to register a resource. */
export const offerOf = (partnerId: string) => ({
  partnerId,
  title: `offer ${randomUUID()}`,
  category: 'VENUE',
  capacity: '1',
  unit: '次',
});
/** What it takes to sign an agreement. */
export const agreementOf = (partnerId: string) => ({
  partnerId,
  title: '合作协议',
  scope: ['VENUE'],
  organizationId: base,
});

/** Every mutation, aimed at what is another's: by its id, or by naming the other in the input. */
export function attacksOn({
  partner,
  published,
  draft,
  proposed,
  qualification,
}: Tenant): [string, object][] {
  const known = { resourceId: published.id, version: 1 };
  return [
    ['registerPartner', { name: `伙伴 ${randomUUID()}`, kind: 'ENTERPRISE' }],
    ['updatePartner', { partnerId: partner.id, version: 1, name: '他人' }],
    ['signAgreement', agreementOf(partner.id)],
    ['recordQualification', { ...certificate, partnerId: partner.id, grantedOn: '2022-01-01' }],
    ['revokeQualification', { qualificationId: qualification.id, revokedOn: '2022-01-01' }],
    ['registerResource', offerOf(partner.id)],
    ['updateResource', { ...known, title: '他人' }],
    ['updateResource', { ...known, resourceId: draft.id, title: '他人' }],
    ['publishResource', { ...known, resourceId: draft.id }],
    ['withdrawResource', known],
    ['proposeLink', { resourceId: published.id, organizationId: base, quantity: '1' }],
    ['proposeLink', { resourceId: draft.id, organizationId: base, quantity: '1' }],
    ['moveLink', { linkId: proposed.id, to: 'CANCELLED', version: 1 }],
  ];
}

/** Every table whose rows belong to somebody. */
export const guarded = [
  'partner',
  'cooperation_agreement',
  'resource',
  'resource_link',
  'link_event',
  'fundraising_qualification',
  'idempotency',
  'import_batch',
  'import_change',
  'audit_record',
];
