import { useEffect, useState } from 'react';
import { useWords, words } from '../../kit/words.js';
import type { Address } from '../use-address.js';
import type { SceneAnswer } from '../scene/use-scene.js';

const texts = words(
  {
    title: '时间',
    any: '不限日期（含已结束）',
    day: '截至这一天有效',
    slider: '月份',
    play: '播放',
    pause: '暂停',
    clear: '不限日期',
    since: '与更早的一天比较',
    changed: (added: number, ended: number): string => `新增 ${added} 条（绿，+），结束 ${ended} 条（红，−）`,
    wrongOrder: '比较的日期要早于上面的日期。',
  },
  {
    title: 'Time',
    any: 'Any day (ended ones too)',
    day: 'In force on this day',
    slider: 'Month',
    play: 'Play',
    pause: 'Pause',
    clear: 'Any day',
    since: 'Compare with an earlier day',
    changed: (added: number, ended: number): string => `${added} begun (green, +), ${ended} ended (red, −)`,
    wrongOrder: 'The day to compare with must be before the day above.',
  },
);

const stepMs = 1_200;
/** Where the slider begins: before it hardly anything was on record. */
const firstYear = 2_018;
const today = new Date().toISOString().slice(0, 10);
const monthOf = (day: string) => (Number(day.slice(0, 4)) - firstYear) * 12 + Number(day.slice(5, 7)) - 1;
const lastMonth = monthOf(today) + 1;

/** The first day of a month; the last month stands for today. */
function dayOf(month: number): string {
  if (month >= lastMonth) return today;
  const year = firstYear + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

export interface TimePanelProps {
  address: Address;
  changes: SceneAnswer['changes'];
  /** Whether the picture of the chosen day is not there yet: playing waits for it. */
  isLoading: boolean;
}

/** The day that the picture is of; plays through the months, and compares two days. */
export function TimePanel({ address, changes, isLoading }: TimePanelProps) {
  const text = useWords(texts);
  const { search, change, look } = address;
  const { asOf, since } = search;
  const [isPlaying, setPlaying] = useState(false);
  const month = asOf === undefined ? lastMonth : Math.max(0, monthOf(asOf) + (asOf === today ? 1 : 0));
  usePlay(isPlaying && !isLoading, () => {
    if (month >= lastMonth) setPlaying(false);
    else look({ asOf: dayOf(month + 1) });
  });
  const play = () => {
    if (!isPlaying) change({ since: undefined, asOf: dayOf(month >= lastMonth ? lastMonth - 36 : month) });
    setPlaying(!isPlaying);
  };
  return (
    <section className="panel" aria-label={text.title}>
      <header>
        <h2>{text.title}</h2>
        <div className="extra">{asOf === undefined && <span className="quiet">{text.any}</span>}</div>
      </header>
      <DayField label={text.day} value={asOf} onChange={(day) => change({ asOf: day, since: undefined })} />
      <input
        type="range"
        className="explore-slider"
        aria-label={text.slider}
        aria-valuetext={dayOf(month)}
        min={0}
        max={lastMonth}
        value={month}
        onChange={(event) => look({ asOf: dayOf(Number(event.target.value)) })}
      />
      <p className="explore-row">
        <button type="button" className="plain" aria-pressed={isPlaying} onClick={play}>
          {isPlaying ? text.pause : text.play}
        </button>
        {asOf !== undefined && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              setPlaying(false);
              change({ asOf: undefined, since: undefined });
            }}
          >
            {text.clear}
          </button>
        )}
      </p>
      <DayField
        label={text.since}
        value={since}
        onChange={(day) => change({ since: day, asOf: asOf ?? today })}
      />
      {since !== undefined && asOf !== undefined && since >= asOf && (
        <p className="state stale">{text.wrongOrder}</p>
      )}
      <p role="status">{changes !== null && text.changed(changes.added, changes.ended)}</p>
    </section>
  );
}

/** Takes a step whenever it is time, while it is on. */
function usePlay(isOn: boolean, step: () => void) {
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(step, stepMs);
    return () => clearTimeout(timer);
  });
}

interface DayFieldProps {
  label: string;
  value: string | undefined;
  onChange(day: string | undefined): void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label className="explore-field">
      <span>{label}</span>
      <input
        type="date"
        max={today}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </label>
  );
}
