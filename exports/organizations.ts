import type { Ask, Export } from '#gateway/exports/export.js';
import { today } from '#shared/today.js';
import { type PagedQuestion, pagesOf } from './connection.js';
import { hsdsOrganization, type Organization } from './hsds.js';
import { json, jsonType } from './format/json.js';

/** With so many projects each, a page costs a third of what an operation may. */
const projectsFirst = 20;

const projectFields = `nodes { id name nameEn beneficiaries startedOn endedOn } pageInfo { hasNextPage endCursor }`;

const organizationsDocument = `query ExportOrganizations($first: Int, $after: String, $area: AreaCode, $kind: [OrganizationKind!],
  $registrationStatus: [RegistrationStatus!], $rating: [Rating!], $text: String) {
  organizations(first: $first, after: $after,
    filter: { area: $area, kind: $kind, registrationStatus: $registrationStatus, rating: $rating, text: $text }) {
    nodes {
      id name nameEn uscc kind registrationStatus foundedOn
      area { code name }
      parent { id }
      projects(first: ${projectsFirst}) { ${projectFields} }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const projectsDocument = `query ExportMoreProjects($organization: ID!, $after: String) {
  organization(id: $organization) { projects(first: 100, after: $after) { ${projectFields} } }
}`;

const question: PagedQuestion = { document: organizationsDocument, field: 'organizations', first: 50 };

/** Organizations with their projects, for directories of services (Open Referral, HSDS 3). */
export const organizations: Export<Organization> = {
  name: 'organizations.hsds.json',
  contentType: jsonType,
  documents: [organizationsDocument, projectsDocument],
  async *read(ask, parameters) {
    for await (const page of pagesOf<Organization>(ask, question, parameters)) {
      const whole: Organization[] = [];
      for (const organization of page) whole.push(await withAllProjects(ask, organization));
      yield whole;
    }
  },
  write(pages, facts) {
    const day = today(new Date(facts.exportedAt));
    return json(pages, facts, {
      opening: { version: '3.1' },
      list: 'contents',
      item: (organization) => hsdsOrganization(organization, day),
      closing: (rows) => ({
        total_items: rows,
        total_pages: 1,
        page_number: 1,
        size: rows,
        first_page: true,
        last_page: true,
        empty: rows === 0,
      }),
    });
  },
};

async function withAllProjects(ask: Ask, organization: Organization): Promise<Organization> {
  const nodes = [...organization.projects.nodes];
  let { pageInfo } = organization.projects;
  while (pageInfo.hasNextPage) {
    const variables = { organization: organization.id, after: pageInfo.endCursor };
    const data = await ask<{ organization: Organization }>(projectsDocument, variables);
    nodes.push(...data.organization.projects.nodes);
    ({ pageInfo } = data.organization.projects);
  }
  return { ...organization, projects: { nodes, pageInfo } };
}
