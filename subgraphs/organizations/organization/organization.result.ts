import { connectionType } from '#shared/connection.js';
import { Organization } from './organization.entity.js';

/** Shareable: the partners subgraph answers with it too (`Partner.linkedOrganizations`). */
export const OrganizationConnection = connectionType('Organization', () => Organization, true);
