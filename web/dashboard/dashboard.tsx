import { useSearch } from '@tanstack/react-router';
import { CityDashboard } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { count } from '../kit/format.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { settings } from '../kit/settings.js';

/** Who works for a city's people, who stands behind them, and what reached them, at a glance. */
export function Dashboard() {
  const { area = settings().area } = useSearch({ from: '/' });
  const answer = useAsk(CityDashboard, { area }, { every: 30_000 });
  return (
    <>
      <Notice answer={answer} />
      <Panel title="x" from={['organizations']} answer={answer}>
        {count(answer.data?.area?.organizationCounts?.total ?? 0)}
      </Panel>
    </>
  );
}
