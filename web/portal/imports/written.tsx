import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Modal } from 'antd';
import { idempotencyKey, useChange } from '../../kit/change.js';
import { time } from '../../kit/format.js';
import { useRefusalText } from '../../kit/notice.js';
import { useLanguage, useWords, words } from '../../kit/words.js';
import { UndoImport } from '../../operations.js';
import type { Job } from './job.js';
import { Repair } from './repair.js';
import { useSummary } from './summary.js';

const texts = words(
  {
    written: '已写入',
    undone: '已撤销',
    at: (at: string): string => `写入时间 ${at}`,
    until: (at: string): string => `在 ${at} 之前可以撤销；之后有人改过或引用的行会使撤销停止。`,
    over: '已超过 24 小时，不能再撤销。',
    undo: '撤销本次导入',
    sure: '撤销这次导入？',
    effect: '这次写入的行会全部撤回，更新过的恢复原样。',
    no: '返回',
    late: '已超过 24 小时，不能撤销。',
    changed: '这次导入刚刚有了变化，请刷新后再看。',
    look: '查看资源',
    other: '再导入一个文件',
  },
  {
    written: 'Written',
    undone: 'Taken back',
    at: (at: string): string => `Written at ${at}`,
    until: (at: string): string =>
      `It can be taken back until ${at}, unless somebody changes a row or refers to it.`,
    over: 'More than 24 hours have passed: it can no longer be taken back.',
    undo: 'Take this import back',
    sure: 'Take this import back?',
    effect: 'All rows that it wrote are taken back, and those that it changed are as before.',
    no: 'Back',
    late: 'More than 24 hours have passed.',
    changed: 'This import has just changed. Refresh and look again.',
    look: 'Look at the resources',
    other: 'Import another file',
  },
);

/** What an import has written, with the way back for a day. */
export function Written({ job }: { job: Job }) {
  const all = useWords(texts);
  const language = useLanguage();
  const summaryOf = useSummary();
  const isWritten = job.status === 'WRITTEN';
  return (
    <>
      <section className="panel portal-stack" aria-label={isWritten ? all.written : all.undone}>
        <p className="portal-total" role="status">
          ✓ {isWritten ? all.written : all.undone} <strong>{summaryOf(job)}</strong>
        </p>
        {job.writtenAt !== null && <p className="quiet">{all.at(time(job.writtenAt, language))}</p>}
        {isWritten && <Undo job={job} />}
        <div className="portal-foot">
          {job.noun === 'RESOURCES' && (
            <Link to="/portal" className="portal-button">
              {all.look}
            </Link>
          )}
          <Link to="/portal/imports" className="portal-button">
            {all.other}
          </Link>
        </div>
      </section>
      {isWritten && job.summary.refused > 0 && <Repair job={job} />}
    </>
  );
}

function Undo({ job }: { job: Job }) {
  const all = useWords(texts);
  const language = useLanguage();
  const refusalText = useRefusalText();
  const [undo, isBusy] = useChange(UndoImport);
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  if (job.undoUntil === null) return null;
  const isOver = Date.parse(job.undoUntil) < Date.now();
  const send = async () => {
    const { data, refusal } = await undo({ input: { jobId: job.id, idempotencyKey: idempotencyKey() } });
    setAsked(false);
    if (refusal !== null) return setReason(refusalText(refusal));
    const { __typename } = data.undoImport;
    setReason(__typename === 'ImportJob' ? null : __typename === 'UndoTooLate' ? all.late : all.changed);
  };
  return (
    <>
      <p className="quiet">{isOver ? all.over : all.until(time(job.undoUntil, language))}</p>
      <div>{reason !== null && <Alert type="warning" showIcon title={reason} />}</div>
      {!isOver && (
        <div>
          <Button danger onClick={() => setAsked(true)}>
            {all.undo}
          </Button>
        </div>
      )}
      <Modal
        open={isAsked}
        title={all.sure}
        okText={all.undo}
        cancelText={all.no}
        okButtonProps={{ danger: true }}
        confirmLoading={isBusy}
        onOk={() => void send()}
        onCancel={() => setAsked(false)}
      >
        <p>{all.effect}</p>
      </Modal>
    </>
  );
}
