import { randomUUID } from 'node:crypto';
import type { TestSubgraphs } from './subgraphs.js';
import { withClient } from './database.js';

/** Bodies as another day left them: stories about money need states that no mutation reaches at once. */
export function bodies({ database }: TestSubgraphs) {
  const insert = (table: string, row: Record<string, unknown>) =>
    withClient(database.address, async (client) => {
      const names = Object.keys(row);
      const places = names.map((_, index) => `$${index + 1}`);
      await client.query(
        `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
        Object.values(row),
      );
      return row['id'] as string;
    });
  return {
    /** A service agency in a county; registered when nothing else is said. */
    organization: (rest: object = {}) =>
      insert('organizations.organization', {
        id: randomUUID(),
        name: `organization ${randomUUID()}`,
        kind: 'SOCIAL_SERVICE_AGENCY',
        registration_status: 'REGISTERED',
        area_code: '360302',
        provenance: 'REGISTERED',
        ...rest,
      }),
    project: (organizationId: string) =>
      insert('organizations.project', {
        id: randomUUID(),
        name: `project ${randomUUID()}`,
        organization_id: organizationId,
        provenance: 'REGISTERED',
      }),
    /** A foundation of the city without anything on record about its qualification. */
    partner: (rest: object = {}) =>
      insert('partners.partner', {
        id: randomUUID(),
        name: `partner ${randomUUID()}`,
        kind: 'FOUNDATION',
        area_code: '360300',
        provenance: 'REGISTERED',
        ...rest,
      }),
    qualification: (partnerId: string, rest: object = {}) =>
      insert('partners.fundraising_qualification', {
        id: randomUUID(),
        partner_id: partnerId,
        registered_on: '2010-01-01',
        granted_on: '2015-01-01',
        certificate_number: `certificate ${randomUUID()}`.slice(0, 50),
        provenance: 'REGISTERED',
        ...rest,
      }),
    close: (organizationId: string) =>
      withClient(database.address, (client) =>
        client.query(
          `update organizations.organization set registration_status = 'DEREGISTERED' where id = $1`,
          [organizationId],
        ),
      ),
  };
}
