import { type DragEvent, useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { UploadOutlined } from '@ant-design/icons';
import { Alert, Progress } from 'antd';
import { percent } from '../../kit/format.js';
import { refusalWords } from '../../kit/refusal.js';
import { useWords, words } from '../../kit/words.js';
import { bytesMax, type Noun, uploadFile } from './upload-file.js';

const texts = words(
  {
    choose: '选择文件，或拖到这里',
    limits: 'XLSX、CSV 或 JSON；不超过 10 MiB、50,000 行、500 列。身份证号和手机号会先被去除。',
    tooLarge: (size: string): string => `文件有 ${size} MiB，超过 10 MiB。请拆成几份上传。`,
    empty: '文件是空的，请检查后重新选择。',
    sending: (share: string): string => `正在上传 ${share}`,
    one: '一次上传一个文件。',
  },
  {
    choose: 'Choose a file, or drop one here',
    limits:
      'XLSX, CSV or JSON; up to 10 MiB, 50,000 rows, 500 columns. Personal numbers are taken out first.',
    tooLarge: (size: string): string => `The file has ${size} MiB, which is more than 10. Split it, please.`,
    empty: 'The file is empty. Please look at it and choose again.',
    sending: (share: string): string => `Uploading, ${share}`,
    one: 'One file at a time.',
  },
);
const mebibyte = 1024 * 1024;

interface UploadBoxProps {
  noun: Noun;
  /** The import whose file was corrected. */
  like?: string;
  label?: string;
}

/** Takes a file, sends it and goes to its import. */
export function UploadBox({ noun, like, label }: UploadBoxProps) {
  const all = useWords(texts);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const mistakeIn = (files: FileList): string | null => {
    const [file] = files;
    if (files.length !== 1 || file === undefined) return all.one;
    if (file.size === 0) return all.empty;
    return file.size > bytesMax ? all.tooLarge((file.size / mebibyte).toFixed(1)) : null;
  };
  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (files === null || file === undefined) return;
    const found = mistakeIn(files);
    setMistake(found);
    if (found !== null) return;
    setShare(0);
    const uploaded = await uploadFile(noun, file, setShare);
    setShare(null);
    if ('code' in uploaded) return setMistake(refusals[uploaded.code] ?? uploaded.code);
    await navigate({
      to: '/portal/imports/$jobId',
      params: { jobId: uploaded.id },
      search: like === undefined ? {} : { like },
    });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <div
      className={`portal-drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className="portal-button primary">
        <UploadOutlined aria-hidden /> {label ?? all.choose}
      </label>
      <input
        id={id}
        className="portal-file"
        type="file"
        accept=".xlsx,.csv,.txt,.json"
        aria-describedby={`${id}-limits`}
        disabled={share !== null}
        onChange={(event) => {
          const { target } = event;
          // The same file may be chosen again once it is corrected.
          void take(target.files).finally(() => (target.value = ''));
        }}
      />
      <p className="quiet" id={`${id}-limits`}>
        {all.limits}
      </p>
      <div role="status">
        {share !== null && (
          <>
            <span>{all.sending(percent(share))}</span>
            <Progress percent={Math.round(share * 100)} showInfo={false} aria-hidden />
          </>
        )}
      </div>
      <div>{mistake !== null && <Alert type="error" showIcon title={mistake} />}</div>
    </div>
  );
}
