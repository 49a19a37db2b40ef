import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../kit/ask.js';
import { importNouns, importStatuses } from '../../kit/codes.js';
import { time } from '../../kit/format.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useLanguage, useWords, words } from '../../kit/words.js';
import { ImportJobs } from '../../operations.js';
import { Pager } from '../common/pager.js';
import { isBusy, statusTones } from './states.js';
import { useSummary } from './summary.js';

const texts = words(
  {
    title: '导入记录',
    none: '还没有导入过。上传第一个文件后，这里会留下记录。',
    columns: ['文件', '内容', '状态', '结果', '时间'],
  },
  {
    title: 'Imports',
    none: 'Nothing was imported yet. Upload a file, and it will stand here.',
    columns: ['File', 'Of', 'Status', 'Result', 'At'],
  },
);
const watchMs = 3_000;

/** The imports that the viewer may see, the latest of a page first. */
export function JobList() {
  const all = useWords(texts);
  const language = useLanguage();
  const noun = useLabels(importNouns);
  const status = useLabels(importStatuses);
  const summaryOf = useSummary();
  const [after, setAfter] = useState<string | undefined>();
  const [isWatching, setWatching] = useState(false);
  const answer = useAsk(ImportJobs, { after: after ?? null }, isWatching ? { every: watchMs } : {});
  const jobs = answer.data?.importJobs;
  const nodes = [...(jobs?.nodes ?? [])].reverse();
  const watch = nodes.some((job) => isBusy(job.status));
  if (watch !== isWatching) setWatching(watch);
  return (
    <>
      <Notice answer={answer} />
      <Panel title={all.title} from={['imports']} answer={answer} height={200}>
        {jobs?.totalCount === 0 ? (
          <p className="empty">{all.none}</p>
        ) : (
          <div className="scroll" role="region" aria-label={all.title} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {all.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {nodes.map((job) => (
                  <tr key={job.id}>
                    <th scope="row" className="portal-title">
                      <Link to="/portal/imports/$jobId" params={{ jobId: job.id }}>
                        {job.fileName}
                      </Link>
                    </th>
                    <td className="portal-short">{noun(job.noun)}</td>
                    <td>
                      <span className={`portal-badge ${statusTones[job.status]}`}>{status(job.status)}</span>
                    </td>
                    <td className="portal-short">{summaryOf(job)}</td>
                    <td className="portal-short">{time(job.createdAt, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {jobs !== undefined && jobs.totalCount > nodes.length && (
          <Pager
            total={jobs.totalCount}
            after={after}
            next={jobs.pageInfo.hasNextPage ? jobs.pageInfo.endCursor : null}
            go={setAfter}
          />
        )}
      </Panel>
    </>
  );
}
