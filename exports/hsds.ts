import { derivedId } from './derived-id.js';

export interface Project {
  id: string;
  name: string;
  nameEn: string | null;
  beneficiaries: readonly string[];
  startedOn: string | null;
  endedOn: string | null;
}

export interface Organization {
  id: string;
  name: string;
  nameEn: string | null;
  uscc: string | null;
  kind: string;
  registrationStatus: string;
  foundedOn: string | null;
  area: { code: string; name: string };
  parent: { id: string } | null;
  projects: { nodes: readonly Project[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** Writes an organization in the words of HSDS 3; what the hub does not know (contacts, addresses, opening hours) is left out. */
export const hsdsOrganization = (organization: Organization, day: string) => {
  const { id, name, nameEn, uscc, kind, registrationStatus, foundedOn, area, parent, projects } =
    organization;
  return {
    id,
    name,
    ...(nameEn === null ? {} : { alternate_name: nameEn }),
    // Required, and the hub keeps none: what is known of every organization.
    description: `${kind}, ${area.name}`,
    legal_status: registrationStatus,
    ...(foundedOn === null ? {} : { year_incorporated: Number(foundedOn.slice(0, 4)) }),
    ...(parent === null ? {} : { parent_organization_id: parent.id }),
    organization_identifiers: uscc === null ? [] : [creditCode(id, uscc)],
    locations: [location(id, area)],
    services: projects.nodes.map((project) => service(project, { organization, day })),
  };
};

/** 统一社会信用代码, by its scheme in the list of org-id.guide. */
const creditCode = (owner: string, uscc: string) => ({
  id: derivedId(owner, 'credit code'),
  identifier_scheme: 'CN-USCI',
  identifier_type: 'Unified social credit identifier',
  identifier: uscc,
});

/** The area that it is registered in: the hub keeps no address. */
const location = (owner: string, { code, name }: Organization['area']) => ({
  id: derivedId(owner, 'location'),
  location_type: 'physical',
  name,
  external_identifier: code,
  external_identifier_type: 'GB/T 2260',
});

const service = (project: Project, { organization, day }: { organization: Organization; day: string }) => ({
  id: project.id,
  name: project.name,
  ...(project.nameEn === null ? {} : { alternate_name: project.nameEn }),
  status: statusOf(project, day),
  ...(project.beneficiaries.length === 0
    ? {}
    : { eligibility_description: project.beneficiaries.join('、') }),
  service_areas: [{ id: derivedId(project.id, 'service area'), name: organization.area.name }],
});

/** `endedOn` is the first day on which it no longer runs. */
function statusOf({ startedOn, endedOn }: Project, day: string): 'active' | 'inactive' | 'defunct' {
  if (endedOn !== null && endedOn <= day) return 'defunct';
  return startedOn !== null && startedOn > day ? 'inactive' : 'active';
}
