import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Steps } from 'antd';
import { useAsk } from '../../kit/ask.js';
import { importStatuses } from '../../kit/codes.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { ImportJob } from '../../operations.js';
import { Gate } from '../common/gate.js';
import { PortalHead } from '../common/head.js';
import { Checked } from './checked.js';
import { Failed } from './failed.js';
import type { Job } from './job.js';
import { JobNotes } from './job-notes.js';
import { Mapping } from './mapping.js';
import { isBusy, statusTones, stepAt } from './states.js';
import { Working } from './working.js';
import { Written } from './written.js';
import '../portal.css';
import './imports.css';

const texts = words(
  {
    title: '导入',
    back: '批量导入',
    steps: ['上传', '核对列', '校验', '写入'],
    missing: '没有找到这次导入，它可能属于别人。',
  },
  {
    title: 'Import',
    back: 'Bulk import',
    steps: ['Upload', 'Columns', 'Check', 'Write'],
    missing: 'This import was not found; it may be somebody else’s.',
  },
);
const route = getRouteApi('/portal/imports/$jobId');
const watchMs = 1_000;

/** One file from its upload until its rows are written, or taken back. */
export function ImportJobPage() {
  const { title, back } = useWords(texts);
  const { jobId } = route.useParams();
  return (
    <Gate roles={['partner', 'finance', 'admin']}>
      <PortalHead title={title} to="/portal/imports" back={back} />
      <KnownJob key={jobId} id={jobId} />
    </Gate>
  );
}

function KnownJob({ id }: { id: string }) {
  const { title, steps, missing } = useWords(texts);
  const status = useLabels(importStatuses);
  const [isWatching, setWatching] = useState(true);
  const answer = useAsk(ImportJob, { id }, isWatching ? { every: watchMs } : {});
  const job = answer.data?.importJob;
  const watch = job == null ? answer.refusals.length === 0 : isBusy(job.status);
  if (watch !== isWatching) setWatching(watch);
  if (job == null)
    return (
      <div className="portal-stack">
        <Notice answer={answer} />
        <Panel title={title} from={['imports']} answer={answer} height={320}>
          {answer.data !== undefined && answer.refusals.length === 0 && <p className="empty">{missing}</p>}
        </Panel>
      </div>
    );
  return (
    <div className="portal-stack">
      <Notice answer={answer} />
      <section className="panel portal-stack" aria-label={job.fileName}>
        <header>
          <h2>{job.fileName}</h2>
          <span className={`portal-badge ${statusTones[job.status]}`} role="status">
            {status(job.status)}
          </span>
        </header>
        <Steps
          className="portal-steps"
          size="small"
          current={stepAt(job.status)}
          status={job.status === 'FAILED' ? 'error' : 'process'}
          items={steps.map((name) => ({ title: name }))}
        />
        <JobNotes job={job} />
      </section>
      <Stage job={job} />
    </div>
  );
}

/** What is to be done at a job's state. */
function Stage({ job }: { job: Job }) {
  if (isBusy(job.status)) return <Working job={job} />;
  switch (job.status) {
    case 'FAILED':
      return <Failed job={job} />;
    case 'READY':
      return <Mapping job={job} />;
    case 'CHECKED':
      return <Checked job={job} />;
    default:
      return <Written job={job} />;
  }
}
