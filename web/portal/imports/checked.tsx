import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Modal } from 'antd';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { count } from '../../kit/format.js';
import { useRefusalText } from '../../kit/notice.js';
import { useWords, words } from '../../kit/words.js';
import { CommitImport, type CommitImportMutation } from '../../operations.js';
import { Findings } from './findings.js';
import type { Job } from './job.js';
import { Mapping } from './mapping.js';
import { Repair } from './repair.js';
import { useSummary } from './summary.js';

const texts = words(
  {
    title: '写入',
    would: '写入后将会：',
    commit: (n: string): string => `写入 ${n} 行`,
    commitRest: (n: string, refused: string): string => `写入其余 ${n} 行，不含被拒绝的 ${refused} 行`,
    nothing: '没有可以写入的行。请改好文件或重新核对列。',
    again: '重新核对列',
    hide: '收起',
    sure: '确定写入？',
    effect: (summary: string): string => `${summary}。全部写入或全不写入；24 小时内可以撤销。`,
    yes: '写入',
    no: '返回',
    same: (name: string): string => `同一个文件已经导入过（${name}）。先撤销那次导入，或改好文件再上传。`,
    look: '查看那次导入',
    changed: '这次导入刚刚有了变化，请刷新后再试。',
    refused: (n: string): string => `有 ${n} 行被拒绝，没有写入。`,
  },
  {
    title: 'Write',
    would: 'Writing would mean: ',
    commit: (n: string): string => (n === '1' ? 'Write 1 row' : `Write ${n} rows`),
    commitRest: (n: string, refused: string): string => `Write the rest (${n}), without ${refused} refused`,
    nothing: 'No row can be written. Mend the file, or look at the columns again.',
    again: 'Look at the columns again',
    hide: 'Close',
    sure: 'Write them?',
    effect: (summary: string): string =>
      `${summary}. All are written or none; for 24 hours they can be taken back.`,
    yes: 'Write',
    no: 'Back',
    same: (name: string): string =>
      `The same file was imported before (${name}). Take that import back first, or upload a mended file.`,
    look: 'Look at that import',
    changed: 'This import has just changed. Refresh and try again.',
    refused: (n: string): string => `Refused rows: ${n}. Nothing was written.`,
  },
);

type Outcome = CommitImportMutation['commitImport'];

/** A dry run's findings, and what can be done with them: write, mend, or look at the columns again. */
export function Checked({ job }: { job: Job }) {
  const all = useWords(texts);
  const [isAgain, setAgain] = useState(false);
  const { refused } = job.summary;
  return (
    <>
      <Writing job={job} />
      {refused > 0 && <Repair job={job} />}
      <Findings job={job} />
      <div>
        <Button onClick={() => setAgain(!isAgain)} aria-expanded={isAgain}>
          {isAgain ? all.hide : all.again}
        </Button>
      </div>
      {isAgain && <Mapping job={job} />}
    </>
  );
}

function Writing({ job }: { job: Job }) {
  const all = useWords(texts);
  const summaryOf = useSummary();
  const refusalText = useRefusalText();
  const [commit, isBusy] = useChange(CommitImport);
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { created, updated, refused } = job.summary;
  const writable = created + updated;
  const send = async () => {
    const { data, refusal: found } = await commit({
      input: { jobId: job.id, leaveOutRefused: refused > 0, idempotencyKey: idempotencyKey() },
    });
    setAsked(false);
    setRefusal(found === null ? null : refusalText(found));
    setOutcome(data?.commitImport ?? null);
  };
  return (
    <section className="panel portal-stack" aria-label={all.title}>
      <p className="portal-total" role="status">
        {all.would}
        <strong>{summaryOf(job)}</strong>
      </p>
      <div>
        {refusal !== null && <Alert type="error" showIcon title={refusal} />}
        {outcome !== null && <WhyNot outcome={outcome} />}
      </div>
      {writable === 0 ? (
        <p className="portal-warn">⚠ {all.nothing}</p>
      ) : (
        <div>
          <Button type="primary" onClick={() => setAsked(true)}>
            {refused === 0 ? all.commit(count(writable)) : all.commitRest(count(writable), count(refused))}
          </Button>
        </div>
      )}
      <Modal
        open={isAsked}
        title={all.sure}
        okText={all.yes}
        cancelText={all.no}
        confirmLoading={isBusy}
        onOk={() => void send()}
        onCancel={() => setAsked(false)}
      >
        <p>{all.effect(summaryOf(job))}</p>
      </Modal>
    </section>
  );
}

function WhyNot({ outcome }: { outcome: Outcome }) {
  const all = useWords(texts);
  switch (outcome.__typename) {
    case 'ImportJob':
      return null;
    case 'ImportHasRefusedRows':
      return <Alert type="warning" showIcon title={all.refused(count(outcome.refused))} />;
    case 'InvalidTransition':
      return <Alert type="warning" showIcon title={all.changed} />;
    case 'FileAlreadyImported':
      return (
        <Alert
          type="warning"
          showIcon
          title={all.same(outcome.existing.fileName)}
          action={
            <Link to="/portal/imports/$jobId" params={{ jobId: outcome.existing.id }}>
              {all.look}
            </Link>
          }
        />
      );
  }
}
