import { number, text } from './format/column.js';
import { connectionTables } from './table.js';

const document = `query ExportLinks($first: Int, $after: String, $status: [ResourceLinkStatus!], $category: [ResourceCategory!],
  $partnerKind: [PartnerKind!], $validOn: Date) {
  resourceLinks(first: $first, after: $after,
    filter: { status: $status, category: $category, partnerKind: $partnerKind, validOn: $validOn }) {
    nodes {
      id status proposedBy quantity startsOn endsOn provenance source version
      resource { id title category unit }
      partner { id name kind }
      organization { id name kind area { code name } }
      project { id name }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Link {
  id: string;
  status: string;
  proposedBy: string;
  quantity: string;
  startsOn: string | null;
  endsOn: string | null;
  provenance: string;
  source: string | null;
  version: number;
  resource: { id: string; title: string; category: string; unit: string };
  partner: { id: string; name: string; kind: string };
  organization: { id: string; name: string; kind: string; area: { code: string; name: string } };
  project: { id: string; name: string } | null;
}

/** Who gives what to whom. */
export const links = connectionTables<Link>('links', { document, field: 'resourceLinks' }, [
  text('id', ({ id }) => id),
  text('status', ({ status }) => status),
  text('proposedBy', ({ proposedBy }) => proposedBy),
  number('quantity', ({ quantity }) => quantity),
  text('unit', ({ resource }) => resource.unit),
  text('category', ({ resource }) => resource.category),
  text('resourceId', ({ resource }) => resource.id),
  text('resourceTitle', ({ resource }) => resource.title),
  text('partnerId', ({ partner }) => partner.id),
  text('partnerName', ({ partner }) => partner.name),
  text('partnerKind', ({ partner }) => partner.kind),
  text('organizationId', ({ organization }) => organization.id),
  text('organizationName', ({ organization }) => organization.name),
  text('organizationKind', ({ organization }) => organization.kind),
  text('areaCode', ({ organization }) => organization.area.code),
  text('areaName', ({ organization }) => organization.area.name),
  text('projectId', ({ project }) => project?.id),
  text('projectName', ({ project }) => project?.name),
  text('startsOn', ({ startsOn }) => startsOn),
  text('endsOn', ({ endsOn }) => endsOn),
  text('provenance', ({ provenance }) => provenance),
  text('source', ({ source }) => source),
  number('version', ({ version }) => version),
]);
