import { number, text } from './format/column.js';
import { connectionTables } from './table.js';

const document = `query ExportResources($first: Int, $after: String, $category: [ResourceCategory!], $status: [ResourceStatus!],
  $area: AreaCode, $availableOn: Date, $text: String) {
  resources(first: $first, after: $after,
    filter: { category: $category, status: $status, area: $area, availableOn: $availableOn, text: $text }) {
    nodes {
      id title description category capacity remaining unit areaCodes availableFrom availableTo status provenance source
      createdAt updatedAt version
      partner { id name kind }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Resource {
  id: string;
  title: string;
  description: string | null;
  category: string;
  capacity: string;
  remaining: string;
  unit: string;
  areaCodes: readonly string[];
  availableFrom: string | null;
  availableTo: string | null;
  status: string;
  provenance: string;
  source: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
  partner: { id: string; name: string; kind: string };
}

/** What partners offer, and what is left of it. */
export const resources = connectionTables<Resource>('resources', { document, field: 'resources' }, [
  text('id', ({ id }) => id),
  text('title', ({ title }) => title),
  text('description', ({ description }) => description),
  text('category', ({ category }) => category),
  text('status', ({ status }) => status),
  number('capacity', ({ capacity }) => capacity),
  number('remaining', ({ remaining }) => remaining),
  text('unit', ({ unit }) => unit),
  text('areaCodes', ({ areaCodes }) => areaCodes.join(' ')),
  text('availableFrom', ({ availableFrom }) => availableFrom),
  text('availableTo', ({ availableTo }) => availableTo),
  text('partnerId', ({ partner }) => partner.id),
  text('partnerName', ({ partner }) => partner.name),
  text('partnerKind', ({ partner }) => partner.kind),
  text('provenance', ({ provenance }) => provenance),
  text('source', ({ source }) => source),
  text('createdAt', ({ createdAt }) => createdAt),
  text('updatedAt', ({ updatedAt }) => updatedAt),
  number('version', ({ version }) => version),
]);
