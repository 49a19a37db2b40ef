import type { ExploreSearch } from '../search.js';

/** What an address narrows the network to. */
export function filterOf({ area, kind, category, edge, asOf, since }: ExploreSearch) {
  return {
    ...(area === undefined ? {} : { area }),
    ...(kind === undefined ? {} : { partnerKind: kind }),
    ...(category === undefined ? {} : { category }),
    ...(edge === undefined ? {} : { edgeKinds: edge }),
    ...(asOf === undefined || since !== undefined ? {} : { validOn: asOf }),
  };
}
