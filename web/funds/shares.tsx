import { percent } from '../kit/format.js';
import { useWords, words } from '../kit/words.js';
import { type Money, useMoney } from './money.js';

const texts = words({ label: '现金、物资与承诺' }, { label: 'Cash, in kind and pledged' });

interface Part {
  name: string;
  money: Money | null | undefined;
  /** How it is drawn; what is only pledged is hatched. */
  kind: 'cash' | 'kind' | 'pledged';
}

/** One bar of parts, with a legend that says each in words and figures. */
export function Shares({ parts }: { parts: readonly Part[] }) {
  const { label } = useWords(texts);
  const money = useMoney();
  const total = parts.reduce((sum, part) => sum + Number(part.money?.amount ?? 0), 0);
  if (total <= 0) return null;
  const shares = parts.map((part) => ({ ...part, share: Number(part.money?.amount ?? 0) / total }));
  return (
    <figure className="funds-shares" aria-label={label}>
      <div className="funds-bar" aria-hidden="true">
        {shares.map(({ kind, share }) => (
          <span key={kind} className={`funds-fill ${kind}`} style={{ width: `${share * 100}%` }} />
        ))}
      </div>
      <ul>
        {shares.map(({ name, kind, share, money: sum }) => (
          <li key={kind}>
            <span className={`funds-swatch funds-fill ${kind}`} aria-hidden="true" /> {name} {money(sum)}
            <span className="quiet"> {percent(share)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
