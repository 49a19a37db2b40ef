import { useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { InputNumber, Select } from 'antd';
import { useAsk } from '../../kit/ask.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useViewer } from '../../kit/viewer.js';
import { useWords, words } from '../../kit/words.js';
import { ImportColumns, ImportFields, ImportJob } from '../../operations.js';
import { type Earlier, firstChoices } from './choices.js';
import { ColumnsForm } from './columns-form.js';
import type { Job } from './job.js';
import { Preview } from './preview.js';

const texts = words(
  {
    title: '核对工作表与各列',
    definition: '系统按列名和内容认出各列；“高”是列名就是已知的说法，“中”是相近，“未识别”要您来选。',
    sheet: '工作表',
    rows: (name: string, rows: number): string => `${name}（${rows} 行）`,
    header: '列名所在的行',
    headerHint: '0 表示没有列名',
    merged: (n: number): string => `这张表有 ${n} 个合并单元格，已按第一格的内容补齐。`,
  },
  {
    title: 'Sheet and columns',
    definition:
      'Columns are recognised by name and content: high is a known name, medium is close, and what is not recognised is yours to choose.',
    sheet: 'Sheet',
    rows: (name: string, rows: number): string => `${name} (${rows} rows)`,
    header: 'Row with the names of the columns',
    headerHint: '0 where there is none',
    merged: (n: number): string => `${n} merged cells were filled with what their first one says.`,
  },
);
const route = getRouteApi('/portal/imports/$jobId');
/** More rows above a header are another table. */
const headerMax = 50;

/** Yields the choices of the import whose corrected file this is; null where there is none, undefined until they are known. */
function useEarlier(): Earlier | null | undefined {
  const { like } = route.useSearch();
  const pause = like === undefined;
  const asked = useAsk(ImportJob, { id: like ?? '' }, { pause });
  const job = asked.data?.importJob;
  const columns = useAsk(
    ImportColumns,
    { id: like ?? '', headerRow: job?.headerRow ?? null },
    { pause: pause || job == null },
  );
  if (pause || asked.refusals.length > 0 || job === null) return null;
  const sheet = columns.data?.importJob?.sheets.find(({ position }) => position === job?.sheet);
  if (job !== undefined && job.sheet === null) return null;
  return job === undefined || sheet === undefined ? undefined : { job, columns: sheet.columns };
}

/** Chooses the sheet, the row of names, and what each column is. */
export function Mapping({ job }: { job: Job }) {
  const all = useWords(texts);
  const viewer = useViewer();
  const sheets = job.sheets.filter(({ hidden, rows }) => !hidden && rows > 0);
  const [position, setPosition] = useState(job.sheet ?? sheets[0]?.position ?? 0);
  const sheet = job.sheets.find((each) => each.position === position);
  const [headerRow, setHeaderRow] = useState(job.headerRow ?? sheet?.headerRow ?? 1);
  const earlier = useEarlier();
  const fieldsAnswer = useAsk(ImportFields, { noun: job.noun });
  const answer = useAsk(ImportColumns, { id: job.id, headerRow });
  const found = answer.data?.importJob?.sheets.find((each) => each.position === position);
  // A partner's file is about its own resources, and never says whose they are.
  const isOwn = job.noun === 'RESOURCES' && viewer.is('partner') && !viewer.is('admin');
  const fields = fieldsAnswer.data?.importFields.filter(({ name }) => !(isOwn && name === 'partnerId'));
  const choose = (next: number) => {
    setPosition(next);
    setHeaderRow(job.sheets.find((each) => each.position === next)?.headerRow ?? 1);
  };
  return (
    <>
      <Notice answer={answer} />
      <Panel title={all.title} definition={all.definition} from={['imports']} answer={answer} height={320}>
        <div className="portal-filters">
          <label>
            {all.sheet}
            <Select<number>
              aria-label={all.sheet}
              value={position}
              options={sheets.map(({ position: value, name, rows }) => ({
                value,
                label: all.rows(name, rows),
              }))}
              onChange={choose}
            />
          </label>
          <label>
            {all.header}
            <InputNumber
              aria-label={`${all.header} (${all.headerHint})`}
              min={0}
              max={headerMax}
              precision={0}
              value={headerRow}
              onChange={(value) => value !== null && setHeaderRow(value)}
            />
          </label>
        </div>
        {sheet !== undefined && sheet.mergedCells > 0 && (
          <p className="quiet">{all.merged(sheet.mergedCells)}</p>
        )}
        {found !== undefined && <Preview rows={found.preview} headerRow={headerRow} />}
        {found !== undefined && fields !== undefined && earlier !== undefined && (
          <ColumnsForm
            key={`${position}/${headerRow}`}
            job={job}
            place={{ sheet: position, headerRow }}
            columns={found.columns}
            fields={fields}
            first={firstChoices(job, found.columns, fields, earlier)}
          />
        )}
      </Panel>
    </>
  );
}
