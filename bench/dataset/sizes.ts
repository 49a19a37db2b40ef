/** How many rows a dataset has, and how they lie. */
export interface DatasetSize {
  organizations: number;
  partners: number;
  links: number;
  donations: number;
  /** Links of each of the first 100 organizations, so that a dashboard's page shows as much at every size; the rest spread evenly. */
  linksOfFirst: number;
}

/** S, M and L are the scale goal's; W is the workload on which the hub is compared with its peers. */
export const datasetSizes = {
  S: { organizations: 100, partners: 20, links: 1_000, donations: 10_000, linksOfFirst: 10 },
  W: { organizations: 2_000, partners: 200, links: 10_000, donations: 200_000, linksOfFirst: 5 },
  M: { organizations: 2_000, partners: 200, links: 10_000, donations: 1_000_000, linksOfFirst: 5 },
  L: { organizations: 50_000, partners: 2_000, links: 100_000, donations: 10_000_000, linksOfFirst: 10 },
} satisfies Record<string, DatasetSize>;

export type DatasetName = keyof typeof datasetSizes;

/** The organizations that `linksOfFirst` is about: enough that the dashboard finds a page of 50 among them. */
export const firstOrganizations = 100;
