import { Alert, Button } from 'antd';
import { time } from '../../kit/format.js';
import { useLanguage, useWords, words } from '../../kit/words.js';
import type { Draft } from './draft.js';
import type { KeptDraft } from './kept-draft.js';

const texts = words(
  {
    found: (at: string, title: string): string => `有 ${at} 保存的草稿${title === '' ? '' : `“${title}”`}。`,
    take: '继续填写',
    drop: '丢弃',
  },
  {
    found: (at: string, title: string): string =>
      `There is a draft of ${at}${title === '' ? '' : `: “${title}”`}.`,
    take: 'Take it up',
    drop: 'Discard',
  },
);

interface EarlierDraftProps {
  earlier: KeptDraft | null;
  onTake(draft: Draft): void;
  forget(): void;
  putAway(): void;
}

/** Offers a draft that this browser kept. */
export function EarlierDraft({ earlier, onTake, forget, putAway }: EarlierDraftProps) {
  const { found, take, drop } = useWords(texts);
  const language = useLanguage();
  if (earlier === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={found(time(earlier.at, language), earlier.draft.title)}
      action={
        <span className="portal-foot">
          <Button
            size="small"
            onClick={() => {
              onTake(earlier.draft);
              putAway();
            }}
          >
            {take}
          </Button>
          <Button size="small" onClick={forget}>
            {drop}
          </Button>
        </span>
      }
    />
  );
}
