import { Alert, Button } from 'antd';
import type { Answer, PartState } from './ask.js';
import { subgraphs } from './codes.js';
import { time } from './format.js';
import { type Refusal, refusalWords } from './refusal.js';
import { useLabels, useLanguage, useWords, words } from './words.js';

const texts = words(
  {
    unavailable: (part: string) => `${part}暂不可用`,
    stale: (part: string, at: string) => `${part}为 ${at} 的数据`,
    retry: '重试',
  },
  {
    unavailable: (part: string) => `${part} unavailable`,
    stale: (part: string, at: string) => `${part} as of ${at}`,
    retry: 'Try again',
  },
);

/** Says in the reader's words why something was refused. */
export function useRefusalText(): (refusal: Refusal) => string {
  const known = useWords(refusalWords);
  return ({ code, message }) => known[code] ?? message;
}

/** Says of the parts of an answer which are missing and which are old, as "捐赠与资金暂不可用". */
export function usePartText(): (name: string, state: PartState) => string | null {
  const label = useLabels(subgraphs);
  const { unavailable, stale } = useWords(texts);
  const language = useLanguage();
  return (name, { status, asOf }) => {
    const part = label(name as keyof typeof subgraphs);
    if (status === 'unavailable') return unavailable(part);
    return status === 'stale' && asOf !== null ? stale(part, time(asOf, language)) : null;
  };
}

/** Says why an answer is missing or not whole, and asks again; nothing where it is whole. */
export function Notice({ answer }: { answer: Answer<unknown> }) {
  const refusalText = useRefusalText();
  const { retry } = useWords(texts);
  const [refusal] = answer.refusals;
  if (refusal === undefined) return null;
  return (
    <Alert
      type={answer.data === undefined ? 'error' : 'warning'}
      showIcon
      title={refusalText(refusal)}
      action={
        <Button size="small" onClick={answer.refresh}>
          {retry}
        </Button>
      }
    />
  );
}
