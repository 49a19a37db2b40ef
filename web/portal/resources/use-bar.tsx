import { amount, percent } from '../../kit/format.js';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  {
    said: (remaining: string, capacity: string, unit: string): string =>
      `剩余 ${remaining} / ${capacity} ${unit}`,
    used: (share: string): string => `已用 ${share}`,
  },
  {
    said: (remaining: string, capacity: string, unit: string): string =>
      `${remaining} of ${capacity} ${unit} left`,
    used: (share: string): string => `${share} used`,
  },
);

interface UseBarProps {
  capacity: string;
  remaining: string;
  unit: string;
}

/** How much of a resource is held by links, as a bar and in words. */
export function UseBar({ capacity, remaining, unit }: UseBarProps) {
  const { said, used } = useWords(texts);
  // Only the length of the bar and a rounded share are made of floating-point numbers.
  const share = Number(capacity) > 0 ? Math.min(1, Math.max(0, 1 - Number(remaining) / Number(capacity))) : 0;
  return (
    <span className="portal-bar">
      <span>{said(amount(remaining), amount(capacity), unit)}</span>
      <span className="track" aria-hidden="true">
        <span className="used" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="quiet">{used(percent(share))}</span>
    </span>
  );
}
