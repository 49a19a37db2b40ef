import { useState } from 'react';
import { Alert, Button, Radio } from 'antd';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { importDuplicateRules } from '../../kit/codes.js';
import { useRefusalText } from '../../kit/notice.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { StartImport } from '../../operations.js';
import type { FieldProblem } from '../common/problems.js';
import {
  type Choices,
  type Column,
  constantsOf,
  type Field,
  gapsIn,
  mappingOf,
  type Rule,
} from './choices.js';
import { ColumnTable } from './column-table.js';
import { Constants } from './constants.js';
import { useFieldTitle } from './field-title.js';
import type { Job } from './job.js';

const texts = words(
  {
    duplicates: '与已登记的重复时',
    duplicatesAdvice: '同名或同信用代码算重复；捐赠记录从不更新。',
    start: '开始校验',
    advice: '校验只检查，不写入任何数据。',
    open: (titles: string): string => `请选择这些列是什么：${titles}`,
    twice: (titles: string): string => `有两列对应同一项：${titles}`,
    missing: (titles: string): string => `还缺必填项：${titles}。请选择对应的列，或为所有行填一个值。`,
    changed: '这次导入刚刚有了变化，请刷新后再试。',
  },
  {
    duplicates: 'What is on record already',
    duplicatesAdvice: 'The same name or credit code counts as the same; donations are never changed.',
    start: 'Check the rows',
    advice: 'A check writes nothing.',
    open: (titles: string): string => `Please choose what these columns are: ${titles}`,
    twice: (titles: string): string => `Two columns fill the same field: ${titles}`,
    missing: (titles: string): string =>
      `Required and missing: ${titles}. Choose a column, or give a value for all rows.`,
    changed: 'This import has just changed. Refresh and try again.',
  },
);

interface ColumnsFormProps {
  job: Job;
  place: { sheet: number; headerRow: number };
  columns: readonly Column[];
  fields: readonly Field[];
  first: Choices;
}

/** Says what each column is, what stands for all rows and what becomes of duplicates, and begins the dry run. */
export function ColumnsForm({ job, place, columns, fields, first }: ColumnsFormProps) {
  const all = useWords(texts);
  const titleOf = useFieldTitle(fields);
  const rule = useLabels(importDuplicateRules);
  const refusalText = useRefusalText();
  const problemText = useMappingProblemText(fields);
  const [start, isBusy] = useChange(StartImport);
  const [choices, setChoices] = useState(first);
  const [mistakes, setMistakes] = useState<readonly string[]>([]);
  const { open, twice, missing } = gapsIn(choices, columns, fields);
  const named = (titles: readonly string[]) => titles.join('、');
  const blocking = [
    ...(open.length === 0
      ? []
      : [all.open(named(open.map(({ title, position }) => title || String(position + 1))))]),
    ...(twice.length === 0 ? [] : [all.twice(named(twice.map(titleOf)))]),
  ];
  const send = async () => {
    setMistakes(blocking);
    if (blocking.length > 0) return;
    const { onDuplicate } = choices;
    const input = { jobId: job.id, ...place, onDuplicate };
    const { data, refusal } = await start({
      input: {
        ...input,
        mapping: mappingOf(choices),
        constants: constantsOf(choices),
        idempotencyKey: idempotencyKey(),
      },
    });
    if (refusal !== null) return setMistakes([refusalText(refusal)]);
    const outcome = data.startImport;
    if (outcome.__typename === 'InvalidInput') setMistakes(outcome.problems.map(problemText));
    else if (outcome.__typename === 'InvalidTransition') setMistakes([all.changed]);
  };
  return (
    <div className="portal-stack">
      <ColumnTable
        columns={columns}
        fields={fields}
        chosen={choices.columns}
        onChoose={(position, field) =>
          setChoices({ ...choices, columns: { ...choices.columns, [position]: field } })
        }
      />
      <Constants
        fields={fields}
        missing={missing}
        values={choices.constants}
        onChange={(constants) => setChoices({ ...choices, constants })}
      />
      <div className="portal-field">
        <span className="label">{all.duplicates}</span>
        <Radio.Group
          aria-label={all.duplicates}
          value={choices.onDuplicate}
          options={(Object.keys(importDuplicateRules) as Rule[]).map((value) => ({
            value,
            label: rule(value),
          }))}
          onChange={({ target }) => setChoices({ ...choices, onDuplicate: target.value as Rule })}
        />
        <span className="hint">{all.duplicatesAdvice}</span>
      </div>
      {missing.length > 0 && (
        <p className="portal-warn">⚠ {all.missing(named(missing.map(({ name }) => titleOf(name))))}</p>
      )}
      <div>
        {mistakes.map((mistake) => (
          <Alert key={mistake} type="error" showIcon title={mistake} />
        ))}
      </div>
      <div className="portal-foot">
        <Button type="primary" loading={isBusy} onClick={() => void send()}>
          {all.start}
        </Button>
        <span className="quiet">{all.advice}</span>
      </div>
    </div>
  );
}

const problemTexts = words(
  {
    notMapped: (title: string): string => `“${title}”必填：请选择对应的列，或为所有行填一个值。`,
    twice: (title: string): string => `“${title}”对应了两列，只能有一列。`,
    header: '所选的列名行是空的，请改选有列名的行；没有列名时填 0。',
  },
  {
    notMapped: (title: string): string =>
      `${title} is required: choose a column, or give a value for all rows.`,
    twice: (title: string): string => `${title} is filled by two columns; one is allowed.`,
    header: 'The chosen row is blank: choose the one with the names, or 0 where there is none.',
  },
);

/** Yields what says in the reader's language what is wrong with the choices as a whole. */
function useMappingProblemText(fields: readonly Field[]): (problem: FieldProblem) => string {
  const all = useWords(problemTexts);
  const titleOf = useFieldTitle(fields);
  return ({ code, message }) => {
    const [, name = ''] = /(\w+) is (?:required|filled)/.exec(message) ?? [];
    if (code === 'FIELD_NOT_MAPPED') return all.notMapped(titleOf(name));
    if (code === 'FIELD_MAPPED_TWICE') return all.twice(titleOf(name));
    return code === 'HEADER_ROW_BLANK' ? all.header : message;
  };
}
