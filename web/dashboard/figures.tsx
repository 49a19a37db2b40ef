import type { ReactNode } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { Panel } from '../kit/panel.js';
import { amount, count, shortMoney, time } from '../kit/format.js';
import { Live } from '../kit/live.js';
import { settings } from '../kit/settings.js';
import { useLanguage } from '../kit/words.js';
import { useFigureWords } from './figure-words.js';
import type { OverviewAnswer, OverviewArea } from './overview.js';
import type { DashboardSearch } from './search.js';

interface Figure {
  key: keyof ReturnType<typeof useFigureWords>['titles'];
  from: string;
  /** Undefined when its subgraph did not answer. */
  value: string | undefined;
  exact?: string | undefined;
  detail?: ReactNode;
  /** What of the table below they are. */
  rows?: Pick<DashboardSearch, 'kind' | 'stage'>;
  /** The page that shows what is behind them. */
  page?: '/funds' | '/incubation';
}

/** The figures of an area, each with what it means, where it is from, of what time, and the way to the rows behind it. */
export function Figures({ answer }: { answer: OverviewAnswer }) {
  const { titles, definitions, more, asOf, missing } = useFigureWords();
  const language = useLanguage();
  const { area: shown = settings().area, year = '' } = useSearch({ from: '/' });
  const figures = useFigures(answer.data?.area ?? undefined);
  return (
    <div className="dash-figures">
      {figures.map(({ key, from, value, exact, detail, rows, page }) => {
        const at = answer.parts[from]?.asOf;
        return (
          <Panel
            key={key}
            title={titles[key]}
            definition={definitions[key]}
            from={[from]}
            answer={answer}
            height={76}
          >
            <p className="dash-value" title={exact}>
              <Live value={value ?? '—'} of={`${shown} ${year}`} />
            </p>
            <p className="dash-detail">{value === undefined ? missing : detail}</p>
            <p className="dash-foot">
              {at != null && <time dateTime={at}>{asOf(time(at, language))}</time>}
              {page !== undefined && (
                <Link to={page} aria-label={`${more}：${titles[key]}`}>
                  {more}
                </Link>
              )}
              {rows !== undefined && (
                <Link
                  from="/"
                  to="/"
                  hash="organizations"
                  search={(kept) => ({
                    ...kept,
                    kind: undefined,
                    stage: undefined,
                    after: undefined,
                    ...rows,
                  })}
                  aria-label={`${more}：${titles[key]}`}
                >
                  {more}
                </Link>
              )}
            </p>
          </Panel>
        );
      })}
    </div>
  );
}

/** Fields of a missing subgraph are null although their types say otherwise. */
type Maybe<Part> = Part | null | undefined;

function useFigures(area: OverviewArea | undefined): Figure[] {
  const says = useFigureWords().details;
  const language = useLanguage();
  const counts = area?.organizationCounts as Maybe<OverviewArea['organizationCounts']>;
  const links = area?.linkSummary as Maybe<OverviewArea['linkSummary']>;
  const funds = area?.funds as Maybe<OverviewArea['funds']>;
  const funnel = area?.incubationFunnel as Maybe<OverviewArea['incubationFunnel']>;
  const ofKind = (kind: string) => counts?.byKind.find((each) => each.kind === kind)?.count ?? 0;
  const reached = (stage: string) => funnel?.find((each) => each.stage === stage)?.reached ?? 0;
  const communities = area?.communities ?? 0;
  const perCommunity = communities === 0 ? 0 : ofKind('COMMUNITY_ORGANIZATION') / communities;
  return [
    {
      key: 'workers',
      from: 'organizations',
      value: counts && count(counts.certifiedSocialWorkers),
      detail: says.workers,
    },
    {
      key: 'volunteers',
      from: 'organizations',
      value: counts && count(counts.volunteers),
      detail: says.volunteers(count(ofKind('VOLUNTEER_TEAM'))),
      rows: { kind: 'VOLUNTEER_TEAM' },
    },
    {
      key: 'platforms',
      from: 'organizations',
      value: counts && count(ofKind('SERVICE_PLATFORM')),
      detail: counts && says.platforms(counts.servicePlatforms),
      rows: { kind: 'SERVICE_PLATFORM' },
    },
    {
      key: 'community',
      from: 'organizations',
      value: counts && count(ofKind('COMMUNITY_ORGANIZATION')),
      detail: says.community(perCommunity.toFixed(1), communities),
      rows: { kind: 'COMMUNITY_ORGANIZATION' },
    },
    {
      key: 'graduates',
      from: 'organizations',
      value: funnel && count(reached('GRADUATED')),
      detail: says.graduates(count(reached('APPLIED')), count(reached('ADMITTED'))),
      rows: { stage: 'GRADUATED' },
    },
    {
      key: 'links',
      from: 'partners',
      value: links && count(links.active),
      detail: links && says.links(count(links.organizationsLinked), count(links.partnersLinked)),
    },
    {
      key: 'raised',
      page: '/funds',
      from: 'donations',
      value: funds && amount(funds.raised.amount),
      exact: funds && `${amount(funds.raised.amount)} CNY`,
      detail: funds && says.raised(amount(funds.raisedCash.amount), amount(funds.raisedInKind.amount)),
    },
    {
      key: 'gifts',
      page: '/funds',
      from: 'donations',
      value: funds && count(funds.donationCount),
      detail: funds && says.gifts(shortMoney(funds.pledged.amount, language)),
    },
  ].map((figure) => ({ ...figure, value: figure.value ?? undefined })) as Figure[];
}
