import { Select } from 'antd';
import { useWords, words } from './words.js';

const texts = words(
  {
    year: '年度',
    quarter: '季度',
    always: '全部时间',
    whole: '全年',
    ofYear: (year: number): string => `${year} 年`,
  },
  {
    year: 'Year',
    quarter: 'Quarter',
    always: 'All time',
    whole: 'Whole year',
    ofYear: (year: number): string => String(year),
  },
);

/** The first year that the hub knows anything of. */
const firstYear = 2021;
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];

export interface PeriodChoiceProps {
  /** As `periodIn` reads it; undefined means since ever. */
  period: string | undefined;
  onChange(period: string | undefined): void;
}

/** Lets one choose a year, and a quarter of it. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const { year: yearLabel, quarter: quarterLabel, always, whole, ofYear } = useWords(texts);
  const year = period?.slice(0, 4);
  const quarter = period?.slice(5);
  const last = new Date().getFullYear();
  const years = Array.from({ length: last - firstYear + 1 }, (_, index) => last - index);
  return (
    <>
      <Select
        aria-label={yearLabel}
        value={year ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: always },
          ...years.map((each) => ({ value: String(each), label: ofYear(each) })),
        ]}
        onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
      />
      {year !== undefined && (
        <Select
          aria-label={quarterLabel}
          value={quarter ?? ''}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: whole }, ...quarters.map((each) => ({ value: each, label: each }))]}
          onChange={(chosen) => onChange(chosen === '' ? year : `${year}-${chosen}`)}
        />
      )}
    </>
  );
}
