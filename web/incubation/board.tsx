import { Select } from 'antd';
import { incubationStages } from '../kit/codes.js';
import { useIsNarrow } from '../kit/media.js';
import { useLabels, useWords, words } from '../kit/words.js';
import { Filters } from './filters.js';
import { Lane } from './lane.js';
import type { IncubationSearch } from './search.js';
import { openStages } from './stages.js';

const texts = words(
  { title: '孵化看板', lane: '显示的阶段', board: '各阶段的机构' },
  { title: 'Board', lane: 'Stage shown', board: 'Organizations by stage' },
);

export interface BoardProps {
  area: string;
  search: IncubationSearch;
  onChange(part: IncubationSearch): void;
}

/** Every incubation in the lane of its stage; one lane at a time where there is no room for more. */
export function Board({ area, search, onChange }: BoardProps) {
  const { title, lane: laneLabel, board } = useWords(texts);
  const label = useLabels(incubationStages);
  const isNarrow = useIsNarrow();
  const lanes = search.stage ?? openStages;
  const only = lanes.find((stage) => stage === search.lane) ?? lanes[0] ?? 'APPLIED';
  const shown = isNarrow ? [only] : lanes;
  const key = JSON.stringify([area, search.base, search.overdue]);
  return (
    <section className="incubation-board">
      <h2>{title}</h2>
      <Filters area={area} search={search} onChange={onChange} />
      {isNarrow && (
        <Select
          aria-label={laneLabel}
          value={only}
          style={{ width: '100%' }}
          options={lanes.map((stage) => ({ value: stage, label: label(stage) }))}
          onChange={(stage) => onChange({ lane: stage })}
        />
      )}
      <div className="incubation-lanes" role="region" aria-label={board} tabIndex={0}>
        {shown.map((stage) => (
          <Lane key={stage + key} stage={stage} area={area} base={search.base} overdue={search.overdue} />
        ))}
      </div>
    </section>
  );
}
