import { IncubationLane, type IncubationLaneQuery } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { incubationStages } from '../kit/codes.js';
import { count } from '../kit/format.js';
import { NextPages } from '../kit/next-pages.js';
import { Notice } from '../kit/notice.js';
import { Panel } from '../kit/panel.js';
import { useLabels, useWords, words } from '../kit/words.js';
import { Card } from './card.js';
import type { Stage } from './stages.js';

const texts = words(
  {
    total: (number: string): string => `${number} 家`,
    none: '没有机构处于这一阶段。',
    noneLate: '这一阶段没有逾期的机构。',
  },
  {
    total: (number: string): string => `${number}`,
    none: 'No organization is at this stage.',
    noneLate: 'None at this stage is overdue.',
  },
);

/** How many a lane shows at first, and more when asked. */
const first = 20;

export interface LaneProps {
  stage: Stage;
  area: string;
  base: string | undefined;
  overdue: true | undefined;
}

/** Everybody at a stage, who applied first on top; the number is all of them, shown or not. */
export function Lane({ stage, area, base, overdue }: LaneProps) {
  const { total, none, noneLate } = useWords(texts);
  const label = useLabels(incubationStages);
  const variables = { stage, area, base: base ?? null, overdue: overdue ?? null, first };
  const answer = useAsk(IncubationLane, variables, { every: 60_000 });
  const page = answer.data?.incubations;
  return (
    <Panel
      title={label(stage)}
      from={['organizations']}
      answer={answer}
      height={200}
      className="incubation-lane"
      extra={page == null ? undefined : <span className="quiet">{total(count(page.totalCount))}</span>}
    >
      {answer.data === undefined && <Notice answer={answer} />}
      {page?.totalCount === 0 && <p className="quiet">{overdue ? noneLate : none}</p>}
      {page != null && page.nodes.length > 0 && (
        <div className="incubation-cards">
          <Cards nodes={page.nodes} />
          <NextPages
            document={IncubationLane}
            variables={variables}
            pageOf={(data) => data.incubations}
            behind={page}
            shown={page.nodes.length}
          >
            {(nodes) => <Cards nodes={nodes} />}
          </NextPages>
        </div>
      )}
    </Panel>
  );
}

const Cards = ({ nodes }: { nodes: IncubationLaneQuery['incubations']['nodes'] }) => (
  <ul>
    {nodes.map((node) => (
      <li key={node.id}>
        <Card incubation={node} />
      </li>
    ))}
  </ul>
);
