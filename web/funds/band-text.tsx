import { concentrationBands } from '../kit/codes.js';
import { count, percent } from '../kit/format.js';
import { useLabels } from '../kit/words.js';

/** What is told of an organization's funders. */
export interface KnownConcentration {
  hhi: number;
  effectiveFunders: number;
  band: keyof typeof concentrationBands;
  topShare: number;
}

/** Writes the figures; a dash for those that could not be read. */
export function figuresOf(known: KnownConcentration | null): { hhi: string; funders: string; share: string } {
  if (known === null) return { hhi: '—', funders: '—', share: '—' };
  return {
    hhi: count(Math.round(known.hhi)),
    funders: count(Math.round(known.effectiveFunders * 10) / 10),
    share: percent(known.topShare),
  };
}

/** Says how concentrated it is, in words as in colour. */
export function BandText({ concentration }: { concentration: KnownConcentration | null }) {
  const label = useLabels(concentrationBands);
  if (concentration === null) return '—';
  return (
    <span className={`funds-band ${concentration.band.toLowerCase()}`}>{label(concentration.band)}</span>
  );
}
