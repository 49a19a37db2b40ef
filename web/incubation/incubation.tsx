import { useNavigate, useSearch } from '@tanstack/react-router';
import { IncubationOverview } from '../operations.js';
import { AreaChoice } from '../kit/area-choice.js';
import { useAsk } from '../kit/ask.js';
import { Notice } from '../kit/notice.js';
import { daysOf } from '../kit/period.js';
import { settings } from '../kit/settings.js';
import { useWords, words } from '../kit/words.js';
import { Board } from './board.js';
import { Funnel } from './funnel.js';
import { HistoryDrawer } from './history-drawer.js';
import type { IncubationSearch } from './search.js';
import { StageTable } from './stage-table.js';
import './incubation.css';

const texts = words({ title: '孵化' }, { title: 'Incubation' });

/** Who is on the way through an incubation base, how far, and what is late. */
export function IncubationPage() {
  const { title } = useWords(texts);
  const search = useSearch({ from: '/incubation' });
  const navigate = useNavigate({ from: '/incubation' });
  const change = (part: IncubationSearch) =>
    void navigate({ to: '.', search: (kept) => ({ ...kept, ...part }), resetScroll: false });
  const { area = settings().area, period } = search;
  const answer = useAsk(IncubationOverview, { area, period: daysOf(period) ?? null }, { every: 60_000 });
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <AreaChoice area={area} onChange={(next) => change({ area: next })} />
      </div>
      <Notice answer={answer} />
      <div className="incubation-overview">
        <Funnel answer={answer} period={period} onPeriod={(next) => change({ period: next })} />
        <StageTable answer={answer} />
      </div>
      <Board area={area} search={search} onChange={change} />
      {search.open !== undefined && (
        <HistoryDrawer key={search.open} id={search.open} onClose={() => change({ open: undefined })} />
      )}
    </>
  );
}
