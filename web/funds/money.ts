import { amount } from '../kit/format.js';
import { useLanguage } from '../kit/words.js';

/** An exact amount of yuan, as the API writes it. */
export interface Money {
  amount: string;
}

/** Yields what writes an amount to the fen: "8,370,000.00 元"; a dash for what could not be read or is not on record. */
export function useMoney(): (money: Money | null | undefined) => string {
  const isChinese = useLanguage() === 'zh';
  return (money) => {
    if (money == null) return '—';
    return isChinese ? `${amount(money.amount)} 元` : `CNY ${amount(money.amount)}`;
  };
}

/** What share a part has of a whole, from 0 to 1, for the length of a bar; figures are never made of it. */
export function shareOf(part: Money | null | undefined, whole: Money | null | undefined): number {
  const all = Number(whole?.amount ?? 0);
  return all > 0 ? Math.min(1, Math.max(0, Number(part?.amount ?? 0) / all)) : 0;
}
