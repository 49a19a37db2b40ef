import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useClient } from 'urql';
import { named } from '../../kit/named.js';
import { useLanguage } from '../../kit/words.js';
import { OrganizationLinks, PartnerLinks } from '../../operations.js';
import { type KnownLinks, type Link, type LinkOwner, type Links, useLinks } from './use-links.js';

/** Longer statements belong into an export; this one is 20 questions and what a browser prints without a thought. */
export const usageMax = 2_000;
/** The most that one question is answered with. */
const pageSize = 100;

export interface KnownUsage extends Pick<KnownLinks, 'answer' | 'name'> {
  /** Those that were read so far, oldest first. */
  links: readonly Link[];
  total: number;
  /** Whether there are more to be read, within the bound. */
  hasMore: boolean;
  isReading: boolean;
  /** Whether the last attempt to read on failed. */
  isFailed: boolean;
  /** Reads the next page. */
  readOn(): void;
  /** Reads all that the bound allows, and yields it when the page shows it; null when it could not be read. */
  readAll(): Promise<readonly Link[] | null>;
}

/** What was read behind the first page; a change renews that one, and what is behind it is read anew. */
interface Further {
  behind: Links | undefined;
  pages: readonly Links[];
}

/** Asks for the links of an owner page by page: the first now, the rest when it is wanted. */
export function useUsage(owner: LinkOwner): KnownUsage {
  const { answer, links: first, name } = useLinks(owner, { status: null, first: pageSize });
  const ask = useLinksBehind(owner);
  const [further, setFurther] = useState<Further>({ behind: undefined, pages: [] });
  const [state, setState] = useState<'idle' | 'reading' | 'failed'>('idle');
  const pages = first === undefined ? [] : [first, ...(further.behind === first ? further.pages : [])];
  const read = async (most: number): Promise<readonly Link[] | null> => {
    setState('reading');
    const known = [...pages];
    try {
      while (goesOn(known) && linksOf(known).length < most) known.push(await ask(known.at(-1) as Links));
    } catch {
      setState('failed');
      return null;
    }
    // Whoever prints it next prints what is in the page by then.
    flushSync(() => {
      setFurther({ behind: first, pages: known.slice(1) });
      setState('idle');
    });
    return linksOf(known);
  };
  const links = linksOf(pages);
  return {
    answer,
    name,
    links,
    total: first?.totalCount ?? 0,
    hasMore: goesOn(pages),
    isReading: state === 'reading',
    isFailed: state === 'failed',
    readOn: () => void read(links.length + 1),
    readAll: () => read(usageMax),
  };
}

const linksOf = (pages: readonly Links[]): Link[] => pages.flatMap(({ nodes }) => nodes);

const goesOn = (pages: readonly Links[]): boolean =>
  pages.at(-1)?.pageInfo.hasNextPage === true && linksOf(pages).length < usageMax;

/** Yields what asks for the page behind another. It throws for one that is not whole: a statement with holes would be a false one. */
function useLinksBehind({ kind, id }: LinkOwner): (page: Links) => Promise<Links> {
  const client = useClient();
  const language = useLanguage();
  return async ({ pageInfo }) => {
    const variables = { id, first: pageSize, after: pageInfo.endCursor, filter: null };
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } =
      kind === 'partner'
        ? await client.query(PartnerLinks, variables, options)
        : await client.query(OrganizationLinks, variables, options);
    if (error !== undefined || data === undefined) throw error ?? new Error('There is no answer.');
    const owner = 'partner' in data ? data.partner : data.organization;
    if (owner == null) throw new Error('The owner is gone.');
    return named(owner.resourceLinks, language);
  };
}
