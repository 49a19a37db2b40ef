import type { ExportFacts } from '#gateway/exports/export.js';
import { json } from './format/json.js';

/** Of the 360Giving Data Standard. */
const standardVersion = '1.4';

/** Who publishes what is downloaded here, and what others may do with it. */
export interface Publishing {
  publisher: string;
  /** Address of the licence; null where nothing was said. */
  license: string | null;
}

/** A party of the hub. */
export interface Party {
  id: string;
  name: string;
  uscc?: string | null;
}

/** Names a party to everybody: by its credit code, which a list of org-id.guide has, else by its id here. */
export const organization = ({ id, name, uscc = null }: Party) => ({
  id: uscc === null ? hubId(id) : `CN-USCI-${uscc}`,
  name,
});

/** An id of the hub's own, where no register has one. */
export const hubId = (id: string): string => `linkage-hub-${id}`;

/** Writes an amount of yuan as the number that the standard wants; below a million million yuan it is exact. */
export const yuan = ({ amount }: { amount: string }): number => Number(amount);

/** Writes a package of grants. */
export const givingPackage = <Row>(
  pages: AsyncIterable<readonly Row[]>,
  facts: ExportFacts,
  { publisher, license }: Publishing,
  item: (row: Row) => unknown,
): AsyncIterable<string> =>
  json(pages, facts, {
    opening: {
      version: standardVersion,
      ...(license === null ? {} : { license }),
      publisher: { name: publisher },
      issued: facts.exportedAt,
    },
    list: 'grants',
    item,
  });
