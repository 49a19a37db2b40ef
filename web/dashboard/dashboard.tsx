import { useSearch } from '@tanstack/react-router';
import { Notice } from '../kit/notice.js';
import { useWords, words } from '../kit/words.js';
import { AreaTree } from './area-tree.js';
import { Figures } from './figures.js';
import { Flows } from './flows.js';
import { Funnel } from './funnel.js';
import { Links } from './links.js';
import { Organizations } from './organizations.js';
import { type OverviewAnswer, useOverview } from './overview.js';
import { Places } from './places.js';
import { Raised } from './raised.js';
import { Toolbar } from './toolbar.js';
import { Wall } from './wall.js';
import './dashboard.css';

const texts = words(
  { none: (code: string): string => `没有编码为 ${code} 的地区，请从左侧层级中选择。` },
  { none: (code: string): string => `There is no area with the code ${code}.` },
);

/** Who works for a city's people, who stands behind them, and what reached them, at a glance. */
export function Dashboard() {
  const { mode } = useSearch({ from: '/' });
  const answer = useOverview();
  if (mode === 'wall') return <Wall answer={answer} />;
  return (
    <div className="dash">
      <Toolbar answer={answer} />
      <Notice answer={answer} />
      <Unknown answer={answer} />
      <Figures answer={answer} />
      <div className="dash-columns">
        <AreaTree answer={answer} />
        <div className="dash-stack">
          <Places answer={answer} />
          <Raised answer={answer} />
        </div>
        <div className="dash-stack">
          <Funnel answer={answer} />
          <Links answer={answer} />
        </div>
      </div>
      <Flows answer={answer} />
      <Organizations answer={answer} />
    </div>
  );
}

/** An address may name an area that is not on record. */
function Unknown({ answer }: { answer: OverviewAnswer }) {
  const { none } = useWords(texts);
  const { area = '' } = useSearch({ from: '/' });
  const isUnknown = answer.data?.area === null && answer.parts['organizations']?.status === 'ok';
  return isUnknown ? <p className="empty">{none(area)}</p> : null;
}
