import { incubationStages } from '../kit/codes.js';
import { time } from '../kit/format.js';
import { useLabels, useLanguage, useWords, words } from '../kit/words.js';
import type { KnownIncubation } from './history-drawer.js';

const texts = words(
  { title: '历史', hidden: '登录后可以看到每一步的备注。', note: '备注' },
  { title: 'History', hidden: 'Who is signed in also sees the note of each step.', note: 'Note' },
);

export interface HistoryProps {
  incubation: KnownIncubation;
  isSignedIn: boolean;
}

/** Every step so far, the latest on top, with the notes for those who may read them. */
export function History({ incubation, isSignedIn }: HistoryProps) {
  const { title, hidden, note: noteLabel } = useWords(texts);
  const label = useLabels(incubationStages);
  const language = useLanguage();
  return (
    <section>
      <h3>{title}</h3>
      {!isSignedIn && <p className="quiet">{hidden}</p>}
      <ol className="incubation-history" reversed>
        {incubation.events.toReversed().map(({ from, to, at, note }) => (
          <li key={`${at} ${to}`}>
            <strong>{from === null ? label(to) : `${label(from)} → ${label(to)}`}</strong>
            <time dateTime={at} className="quiet">
              {time(at, language)}
            </time>
            {note != null && note !== '' && (
              <p>
                {noteLabel}: {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
