import { resourceLinkStatuses } from '../../kit/codes.js';
import { time } from '../../kit/format.js';
import { useLabels, useLanguage } from '../../kit/words.js';
import type { Link } from './use-links.js';

/** What happened to a link, oldest first. */
export function History({ events }: { events: Link['events'] }) {
  const status = useLabels(resourceLinkStatuses);
  const language = useLanguage();
  return (
    <ol className="portal-timeline">
      {events.map(({ from, to, at, note }) => (
        <li key={`${at}${to}`}>
          <span className="quiet">{time(at, language)}</span>{' '}
          {from === null ? status(to) : `${status(from)} → ${status(to)}`}
          {note != null && note !== '' && <p>“{note}”</p>}
        </li>
      ))}
    </ol>
  );
}
