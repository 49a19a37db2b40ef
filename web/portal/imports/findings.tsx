import { useMemo, useState } from 'react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useAsk } from '../../kit/ask.js';
import { count } from '../../kit/format.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLanguage, useWords, words } from '../../kit/words.js';
import { ImportFields, ImportFindings } from '../../operations.js';
import { useFieldTitle } from './field-title.js';
import { gridRows } from './grid-rows.js';
import type { Job } from './job.js';
import { ProblemGrid } from './problem-grid.js';
import { ProblemGroups } from './problem-groups.js';
import type { ImportSearch } from './search.js';
import { type Problem, useProblems } from './use-problems.js';

const texts = words(
  {
    title: '校验结果',
    only: '只看有问题的行',
    none: '没有发现问题。',
    preview: '没有问题的行只列出文件开头的部分。',
    more: (shown: string, total: string): string => `已列出 ${shown} 处，共 ${total} 处；再列一千处`,
    pick: '点选标出的单元格，这里说明怎么改。',
    at: (row: number, title: string): string => `第 ${row} 行${title === '' ? '' : ` · ${title}`}`,
    suggestion: '建议：',
  },
  {
    title: 'What the check found',
    only: 'Only rows with problems',
    none: 'No problems were found.',
    preview: 'Of rows without problems, the first of the file are shown.',
    more: (shown: string, total: string): string => `${shown} of ${total} are shown; show a thousand more`,
    pick: 'Choose a marked cell, and what to do is said here.',
    at: (row: number, title: string): string => `Row ${row}${title === '' ? '' : ` · ${title}`}`,
    suggestion: 'Suggestion: ',
  },
);
const route = getRouteApi('/portal/imports/$jobId');

/** What a dry run found: by row and column, and by what is to be mended. */
export function Findings({ job }: { job: Job }) {
  const all = useWords(texts);
  const search = route.useSearch();
  const navigate = useNavigate();
  const answer = useAsk(ImportFindings, { id: job.id, headerRow: job.headerRow });
  const fields = useAsk(ImportFields, { noun: job.noun }).data?.importFields ?? [];
  const titleOf = useFieldTitle(fields);
  const known = useProblems(job.id, job.version, search.code ?? null);
  const [chosen, setChosen] = useState<Problem | null>(null);
  const found = answer.data?.importJob;
  const sheet = found?.sheets.find(({ position }) => position === job.sheet);
  const onlyProblems = search.only === true || search.code !== undefined;
  const rows = useMemo(
    () => gridRows(sheet?.preview ?? [], job.headerRow ?? 0, known.problems, onlyProblems),
    [sheet, job.headerRow, known.problems, onlyProblems],
  );
  const narrow = (change: ImportSearch) =>
    void navigate({
      to: '/portal/imports/$jobId',
      params: { jobId: job.id },
      search: (kept) => ({ ...kept, ...change }),
    });
  const groups = found?.problemGroups ?? [];
  return (
    <>
      <Notice answer={answer} />
      <Panel title={all.title} from={['imports']} answer={answer} height={420}>
        {groups.length === 0 && <p className="portal-good">✓ {all.none}</p>}
        <div className={groups.length === 0 ? '' : 'portal-findings'}>
          <div className="portal-stack">
            <Checkbox
              checked={onlyProblems}
              disabled={search.code !== undefined}
              onChange={({ target }) => narrow({ only: target.checked || undefined })}
            >
              {all.only}
            </Checkbox>
            {rows.length > 0 && (
              <ProblemGrid rows={rows} columns={sheet?.columns ?? []} chosen={chosen} onChoose={setChosen} />
            )}
            {!onlyProblems && <p className="quiet">{all.preview}</p>}
            {known.hasMore && (
              <Button loading={known.isLoading} onClick={known.more}>
                {all.more(count(known.problems.length), count(known.total))}
              </Button>
            )}
            {groups.length > 0 && <Chosen problem={chosen} titleOf={titleOf} />}
          </div>
          {groups.length > 0 && (
            <ProblemGroups
              groups={groups}
              titleOf={titleOf}
              code={search.code}
              onChoose={(code) => {
                setChosen(null);
                narrow({ code });
              }}
            />
          )}
        </div>
      </Panel>
    </>
  );
}

function Chosen({ problem, titleOf }: { problem: Problem | null; titleOf(field: string): string }) {
  const all = useWords(texts);
  const language = useLanguage();
  return (
    <div className="portal-card" role="status">
      {problem === null ? (
        <span className="quiet">{all.pick}</span>
      ) : (
        <>
          <strong>{all.at(problem.row, problem.field === null ? '' : titleOf(problem.field))}</strong>
          <p>{language === 'zh' ? problem.messageZh : problem.message}</p>
          {problem.suggestion !== null && (
            <p>
              {all.suggestion}
              {problem.suggestion}
            </p>
          )}
        </>
      )}
    </div>
  );
}
