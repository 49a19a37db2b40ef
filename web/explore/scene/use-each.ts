import { useCallback, useEffect, useState } from 'react';
import { type OperationResult, useClient } from 'urql';
import type { Trusted } from '../../kit/client.js';
import type { Parts } from '../../kit/ask.js';
import { type Refusal, refusalsOf } from '../../kit/refusal.js';

/** Answers to one operation for several variables, in their order. */
export interface EachAnswer<Data, Variables> {
  /** What was asked last and answered; stays while the next is on its way. */
  answered: readonly { variables: Variables; data: Data | undefined }[];
  refusals: readonly Refusal[];
  /** How the subgraphs took part. */
  subgraphs: Parts;
  isLoading: boolean;
  isRenewing: boolean;
  refresh(): void;
}

interface Answered<Data, Variables> {
  key: string;
  round: number;
  list: readonly Variables[];
  results: readonly OperationResult<Data>[];
}

/** Asks the same with each of some variables; what was asked before is not asked again. */
export function useEach<Data, Variables extends object>(
  document: Trusted<Data, Variables>,
  list: readonly Variables[],
): EachAnswer<Data, Variables> {
  const client = useClient();
  const key = JSON.stringify(list);
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Answered<Data, Variables>>({
    ...{ key: '[]', round: 0, list: [], results: [] },
  });
  useEffect(() => {
    const wanted = JSON.parse(key) as Variables[];
    let isOver = false;
    const requestPolicy = round === 0 ? 'cache-first' : 'network-only';
    void Promise.all(
      wanted.map((variables) =>
        client.query<Data, Variables>(document, variables as never, { requestPolicy }).toPromise(),
      ),
    ).then((results) => isOver || setFound({ key, round, list: wanted, results }));
    return () => {
      isOver = true;
    };
  }, [client, document, key, round]);
  return {
    answered: found.list.map((variables, at) => ({ variables, data: found.results[at]?.data })),
    refusals: found.key === key ? found.results.flatMap(({ error }) => refusalsOf(error)) : [],
    subgraphs: Object.assign({}, ...found.results.map(partsIn)) as Parts,
    isLoading: found.key !== key,
    isRenewing: found.key !== key || found.round !== round,
    refresh: useCallback(() => setRound((before) => before + 1), []),
  };
}

const partsIn = ({ extensions }: OperationResult): Parts =>
  (extensions?.['hub'] as { subgraphs?: Parts } | undefined)?.subgraphs ?? {};
