import { registerEnumType } from 'type-graphql';
import type { ImportNoun } from '#shared/imports/protocol.js';
import { HubError } from '#shared/errors.js';
import { mayUse, ownPartner, type Rule } from '#shared/policy.js';
import type { Viewer } from '#shared/viewer.js';

/** A noun as the schema calls it. */
export enum ImportNounName {
  PARTNERS = 'PARTNERS',
  RESOURCES = 'RESOURCES',
  ORGANIZATIONS = 'ORGANIZATIONS',
  DONATIONS = 'DONATIONS',
}
registerEnumType(ImportNounName, { name: 'ImportNoun', description: 'What the rows of a file are.' });

export const nounOf = (name: ImportNounName): ImportNoun => name.toLowerCase() as ImportNoun;
export const nameOf = (noun: ImportNoun): ImportNounName => noun.toUpperCase() as ImportNounName;

/** Who may import what: whoever may register one of them. The owner asks again when it writes. */
const importers: Readonly<Record<ImportNoun, Rule>> = {
  partners: ['admin'],
  resources: [ownPartner, 'admin'],
  organizations: ['admin'],
  donations: ['finance', 'admin'],
};

/** Throws FORBIDDEN when the viewer may not import rows of a noun. */
export function assertMayImport(viewer: Viewer, noun: ImportNoun): void {
  if (mayUse(importers[noun], viewer)) return;
  const allowed = importers[noun] as readonly (string | { role: string })[];
  const names = allowed.map((grant) => (typeof grant === 'string' ? grant : grant.role)).join(' or ');
  throw new HubError('FORBIDDEN', `${noun}: only the role ${names} may import them.`);
}

/** The partner whose rows alone a viewer may import; null for whoever may import everybody's. */
export const ownPartnerOf = ({ roles, partnerId }: Viewer): string | null =>
  roles.includes('admin') || !roles.includes('partner') ? null : partnerId;
