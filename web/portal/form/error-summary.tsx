import { useEffect, useRef } from 'react';
import { useWords, words } from '../../kit/words.js';
import { controlOf, type DraftField } from './draft.js';
import { fieldTexts } from './form-texts.js';

const texts = words(
  { title: (n: number): string => `有 ${n} 处需要改正`, colon: '：' },
  { title: (n: number): string => (n === 1 ? 'One thing to mend' : `${n} things to mend`), colon: ': ' },
);

interface ErrorSummaryProps {
  mistakes: readonly { field: DraftField; text: string }[];
  /** Goes to a field, wherever it stands. */
  onGo(field: DraftField): void;
  /** Grows by each attempt: the summary takes the focus then. */
  attempt: number;
}

/** Lists what is wrong, each with a link to its field, and takes the focus when a step was refused. */
export function ErrorSummary({ mistakes, onGo, attempt }: ErrorSummaryProps) {
  const { title, colon } = useWords(texts);
  const fields = useWords(fieldTexts);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempt > 0) place.current?.focus();
  }, [attempt]);
  if (mistakes.length === 0) return null;
  return (
    <section ref={place} className="portal-summary" role="alert" tabIndex={-1}>
      <h2>{title(mistakes.length)}</h2>
      <ul>
        {mistakes.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${controlOf(field)}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(field);
              }}
            >
              {fields[field]}
              {colon}
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
