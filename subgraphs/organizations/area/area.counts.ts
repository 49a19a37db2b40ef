import { OrganizationKind, ServiceLevel } from '../organization/organization.entity.js';
import type { OrganizationTotal } from './area.loader.js';
import type { OrganizationCounts } from './area.result.js';

/** Sums an area's kept totals into its figures; kinds and levels come in the order of their enums. */
export function countsOf(totals: readonly OrganizationTotal[]): OrganizationCounts {
  const sum = (
    some: readonly OrganizationTotal[],
    figure: 'organizations' | 'certifiedSocialWorkers' | 'volunteers',
  ) => some.reduce((total, row) => total + row[figure], 0);
  return {
    total: sum(totals, 'organizations'),
    certifiedSocialWorkers: sum(totals, 'certifiedSocialWorkers'),
    volunteers: sum(totals, 'volunteers'),
    byKind: Object.values(OrganizationKind)
      .map((kind) => ({
        kind,
        count: sum(
          totals.filter((row) => row.kind === kind),
          'organizations',
        ),
      }))
      .filter(({ count }) => count > 0),
    servicePlatforms: Object.values(ServiceLevel)
      .map((level) => ({
        level,
        count: sum(
          totals.filter((row) => row.serviceLevel === level),
          'organizations',
        ),
      }))
      .filter(({ count }) => count > 0),
  };
}
