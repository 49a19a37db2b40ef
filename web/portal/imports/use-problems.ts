import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { ImportProblems, type ImportProblemsQuery } from '../../operations.js';

export type Problem = NonNullable<ImportProblemsQuery['importJob']>['problems']['nodes'][number];

export interface KnownProblems {
  problems: readonly Problem[];
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  more(): void;
}

/** So many are fetched before somebody asks for more; whoever has more mends the file. */
const atOnce = 1_000;

interface Found {
  key: string;
  problems: readonly Problem[];
  total: number;
  hasMore: boolean;
  isLoading: boolean;
}

const nothing = (key: string): Found => ({ key, problems: [], total: 0, hasMore: false, isLoading: true });

/** Fetches what a dry run has found, a hundred at a time; of one kind when its code is given. */
export function useProblems(id: string, version: number, code: string | null): KnownProblems {
  const client = useClient();
  const key = JSON.stringify([id, version, code]);
  const [found, setFound] = useState<Found>(() => nothing(key));
  const [wanted, setWanted] = useState(atOnce);
  useEffect(() => {
    let isOver = false;
    const load = async () => {
      const problems: Problem[] = [];
      let after: string | null = null;
      do {
        const { data }: { data?: ImportProblemsQuery | undefined } = await client
          .query(ImportProblems, { id, code, after, severity: null }, { requestPolicy: 'network-only' })
          .toPromise();
        const page: NonNullable<ImportProblemsQuery['importJob']>['problems'] | undefined =
          data?.importJob?.problems;
        if (isOver) return;
        problems.push(...(page?.nodes ?? []));
        after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
        const isLoading = after !== null && problems.length < wanted;
        setFound({
          key,
          problems: [...problems],
          total: page?.totalCount ?? 0,
          hasMore: after !== null,
          isLoading,
        });
      } while (after !== null && problems.length < wanted);
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [client, id, code, key, wanted]);
  const shown = found.key === key ? found : nothing(key);
  return { ...shown, more: () => setWanted((count) => count + atOnce) };
}
