import { useNavigate, useSearch } from '@tanstack/react-router';
import { FundsOverview } from '../operations.js';
import { AreaChoice } from '../kit/area-choice.js';
import { useAsk } from '../kit/ask.js';
import { Notice } from '../kit/notice.js';
import { daysOf } from '../kit/period.js';
import { PeriodChoice } from '../kit/period-choice.js';
import { settings } from '../kit/settings.js';
import { useWords, words } from '../kit/words.js';
import { Campaigns } from './campaigns.js';
import { Concentration } from './concentration.js';
import { Disclosures } from './disclosures.js';
import { Donations } from './donations.js';
import { Figures } from './figures.js';
import { Grants } from './grants.js';
import { Pools } from './pools.js';
import type { FundsSearch } from './search.js';
import { Times } from './times.js';
import './funds.css';

const texts = words({ title: '资金' }, { title: 'Funds' });

/** What was given, by whom it is raised, what must be published when, and where it went. */
export function FundsPage() {
  const { title } = useWords(texts);
  const search = useSearch({ from: '/funds' });
  const navigate = useNavigate({ from: '/funds' });
  const change = (part: FundsSearch) =>
    void navigate({ to: '.', search: (kept) => ({ ...kept, ...part }), resetScroll: false });
  const { area = settings().area, period } = search;
  const days = daysOf(period) ?? null;
  const answer = useAsk(FundsOverview, { area, period: days }, { every: 60_000 });
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <AreaChoice area={area} onChange={(next) => change({ area: next })} />
        <PeriodChoice period={period} onChange={(next) => change({ period: next })} />
      </div>
      <Notice answer={answer} />
      <div className="funds-page">
        <Figures answer={answer} />
        <Times answer={answer} by={search.by} onBy={(by) => change({ by })} />
        <Campaigns area={area} states={search.campaign} onStates={(campaign) => change({ campaign })} />
        <Disclosures key={area} area={area} />
        <Concentration
          key={`${area} ${period}`}
          area={area}
          days={days}
          organization={search.organization}
          onOrganization={(organization) => change({ organization })}
        />
        <Pools />
        <Grants area={area} states={search.grant} onStates={(grant) => change({ grant })} />
        <Donations />
      </div>
    </>
  );
}
