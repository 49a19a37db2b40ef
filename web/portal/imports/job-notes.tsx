import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { time } from '../../kit/format.js';
import { useLanguage, useWords, words } from '../../kit/words.js';
import type { Job } from './job.js';

const texts = words(
  {
    same: (name: string, at: string): string => `同样的文件已在 ${at} 导入过（${name}）。`,
    look: '查看那次导入',
    personal: (n: number): string => `在 ${n} 个单元格里发现身份证号或手机号，已去除，没有保存。`,
  },
  {
    same: (name: string, at: string): string => `The same file was imported at ${at} (${name}).`,
    look: 'Look at that import',
    personal: (n: number): string => `Personal numbers were found in ${n} cells and taken out; none is kept.`,
  },
);

/** Says what was noticed about the file as a whole, and why the last step came to nothing. */
export function JobNotes({ job }: { job: Job }) {
  const all = useWords(texts);
  const language = useLanguage();
  const said = ({ message, messageZh }: { message: string; messageZh: string }) =>
    language === 'zh' ? messageZh : message;
  return (
    <>
      {job.failure !== null && <Alert type="error" showIcon role="alert" title={said(job.failure)} />}
      {job.sameFileAs !== null && (
        <Alert
          type="warning"
          showIcon
          title={all.same(job.sameFileAs.fileName, time(job.sameFileAs.createdAt, language))}
          action={
            <Link to="/portal/imports/$jobId" params={{ jobId: job.sameFileAs.id }}>
              {all.look}
            </Link>
          }
        />
      )}
      {job.personalCells > 0 && <Alert type="info" showIcon title={all.personal(job.personalCells)} />}
      {job.notes.map((note) => (
        <Alert key={note.code} type="info" showIcon title={said(note)} />
      ))}
    </>
  );
}
