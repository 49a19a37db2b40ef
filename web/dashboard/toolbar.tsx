import { Fragment } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { useName, useWords, words } from '../kit/words.js';
import type { OverviewAnswer } from './overview.js';

const texts = words(
  { path: '所在地区', year: '年份', allYears: '全部年份', wall: '大屏', print: '打印' },
  { path: 'Area', year: 'Year', allYears: 'All years', wall: 'Wall', print: 'Print' },
);

interface Place {
  code: string;
  name: string;
  nameEn: string | null;
  parent?: Place | null;
}

/** The area and those above it, the highest first. */
export function placesOf(area: Place | null | undefined): Place[] {
  return area == null ? [] : [...placesOf(area.parent), area];
}

/** Says where one is, and lets one choose the year. */
export function Toolbar({ answer }: { answer: OverviewAnswer }) {
  const { year: ofYear, allYears, wall, print } = useWords(texts);
  const { year } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const years = Array.from({ length: 7 }, (_, index) => String(new Date().getFullYear() - index));
  return (
    <div className="page-head">
      <Breadcrumb area={answer.data?.area} />
      <label>
        {ofYear}{' '}
        <select
          value={year ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (kept) => ({ ...kept, year: target.value === '' ? undefined : target.value }),
            })
          }
        >
          <option value="">{allYears}</option>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <span className="dash-actions">
        <Link from="/" to="/" search={(kept) => ({ ...kept, mode: 'wall' })} className="plain-link">
          {wall}
        </Link>
        <button type="button" className="plain" onClick={() => window.print()}>
          {print}
        </button>
      </span>
    </div>
  );
}

function Breadcrumb({ area }: { area: Place | null | undefined }) {
  const { path } = useWords(texts);
  const nameOf = useName();
  const places = placesOf(area);
  return (
    <nav aria-label={path} className="dash-path">
      {places.map((place, index) => (
        <Fragment key={place.code}>
          {index > 0 && <span aria-hidden="true">›</span>}
          {index === places.length - 1 ? (
            <h1 aria-current="page">{nameOf(place)}</h1>
          ) : (
            <Link from="/" to="/" search={(kept) => ({ ...kept, area: place.code, after: undefined })}>
              {nameOf(place)}
            </Link>
          )}
        </Fragment>
      ))}
    </nav>
  );
}
