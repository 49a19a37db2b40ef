import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useWords, words } from '../../kit/words.js';
import { saveAs } from '../../kit/files.js';
import { type Job, nounOf } from './job.js';
import { UploadBox } from './upload-box.js';
import { refusedRows } from './upload-file.js';

const texts = words(
  {
    title: '修好被拒绝的行',
    advice: '下载的表格只有被拒绝的行，最后一列写明原因。改好后传上来，列的对应和统一的值会沿用这一次的。',
    download: '下载被拒绝的行（XLSX）',
    fileName: '被拒绝的行',
    upload: '上传改好的文件',
    failed: '下载没有成功，请稍后再试。',
  },
  {
    title: 'Mend the refused rows',
    advice:
      'The file holds the refused rows only, with the reason in its last column. Mend and upload it: the columns and values chosen here are taken over.',
    download: 'Download refused rows (XLSX)',
    fileName: 'refused-rows',
    upload: 'Upload the mended file',
    failed: 'The download failed. Please try again later.',
  },
);

/** The way from refused rows to a mended file, as short as it can be. */
export function Repair({ job }: { job: Job }) {
  const all = useWords(texts);
  const [isFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    const file = await refusedRows(job.id);
    setBusy(false);
    setFailed(file === null);
    if (file !== null) saveAs(`${all.fileName}.xlsx`, file);
  };
  return (
    <section className="panel portal-stack" aria-label={all.title}>
      <h2>{all.title}</h2>
      <p className="quiet">{all.advice}</p>
      <div className="portal-two">
        <div>
          <Button disabled={!job.hasRefusedRowsFile} loading={isBusy} onClick={() => void download()}>
            {all.download}
          </Button>
          <div>{isFailed && <Alert type="error" showIcon title={all.failed} />}</div>
        </div>
        <UploadBox noun={nounOf(job)} like={job.id} label={all.upload} />
      </div>
    </section>
  );
}
