import { Progress } from 'antd';
import { count, percent } from '../../kit/format.js';
import { useWords, words } from '../../kit/words.js';
import type { Job } from './job.js';

const texts = words(
  {
    doing: {
      RECEIVING: '正在接收文件',
      WAITING: '排队等待读取',
      READING: '正在读取',
      CHECKING: '正在校验',
      WRITING: '正在写入；全部成功才算数',
      UNDOING: '正在撤销',
    } as Record<string, string>,
    rows: (done: string, of: string, share: string): string => `${done} / ${of} 行（${share}）`,
    leave: '可以离开这一页，之后在“批量导入”里找到它。',
  },
  {
    doing: {
      RECEIVING: 'The file is being received',
      WAITING: 'It waits to be read',
      READING: 'It is being read',
      CHECKING: 'Its rows are being checked',
      WRITING: 'Its rows are being written, all of them or none',
      UNDOING: 'Its rows are being taken back',
    } as Record<string, string>,
    rows: (done: string, of: string, share: string): string => `${done} of ${of} rows (${share})`,
    leave: 'You may leave this page and find the import in the list later.',
  },
);

/** How far the hub is with a step. */
export function Working({ job: { status, progress } }: { job: Job }) {
  const { doing, rows, leave } = useWords(texts);
  const { rowsTotal, rowsRead, rowsWritten } = progress;
  const done = status === 'WRITING' ? rowsWritten : rowsRead;
  const share = rowsTotal === 0 ? 0 : Math.min(1, done / rowsTotal);
  return (
    <section className="panel" aria-busy="true">
      <p role="status">{doing[status]}…</p>
      <Progress percent={Math.round(share * 100)} showInfo={false} status="active" aria-hidden />
      {rowsTotal > 0 && <p className="quiet">{rows(count(done), count(rowsTotal), percent(share))}</p>}
      <p className="quiet">{leave}</p>
    </section>
  );
}
