import { Button, Checkbox, Select } from 'antd';
import { IncubationBases } from '../operations.js';
import { useAsk } from '../kit/ask.js';
import { incubationStages } from '../kit/codes.js';
import { useLabels, useName, useWords, words } from '../kit/words.js';
import type { BoardProps } from './board.js';
import { openStages, stages } from './stages.js';

const texts = words(
  {
    base: '孵化基地',
    allBases: '全部孵化基地',
    stages: '看板显示的阶段',
    open: '进行中的阶段',
    overdue: '只看逾期',
    reset: '清除筛选',
  },
  {
    base: 'Incubation base',
    allBases: 'All incubation bases',
    stages: 'Stages on the board',
    open: 'Stages in progress',
    overdue: 'Overdue only',
    reset: 'Clear filters',
  },
);

/** What is shown on the board. */
export function Filters({ search, onChange }: BoardProps) {
  const { base, allBases, stages: stagesLabel, open, overdue, reset } = useWords(texts);
  const label = useLabels(incubationStages);
  const nameOf = useName();
  const { data } = useAsk(IncubationBases, {});
  const isFiltered = (search.base ?? search.stage ?? search.overdue) !== undefined;
  return (
    <div className="incubation-filters">
      <Select
        aria-label={base}
        value={search.base ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: allBases },
          ...(data?.organizations?.nodes ?? []).map((each) => ({ value: each.id, label: nameOf(each) })),
        ]}
        onChange={(id) => onChange({ base: id === '' ? undefined : id })}
      />
      <Select
        aria-label={stagesLabel}
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder={open}
        value={search.stage ?? []}
        options={stages.map((stage) => ({ value: stage, label: label(stage) }))}
        onChange={(chosen) => {
          const inOrder = stages.filter((stage) => chosen.includes(stage));
          const isUsual = inOrder.length === 0 || inOrder.join() === openStages.join();
          onChange({ stage: isUsual ? undefined : inOrder });
        }}
      />
      <Checkbox
        checked={search.overdue === true}
        onChange={({ target }) => onChange({ overdue: target.checked ? true : undefined })}
      >
        {overdue}
      </Checkbox>
      {isFiltered && (
        <Button
          size="small"
          onClick={() => onChange({ base: undefined, stage: undefined, overdue: undefined })}
        >
          {reset}
        </Button>
      )}
    </div>
  );
}
