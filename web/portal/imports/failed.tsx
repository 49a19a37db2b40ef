import { useWords, words } from '../../kit/words.js';
import { type Job, nounOf } from './job.js';
import { UploadBox } from './upload-box.js';

const texts = words(
  { title: '改好文件后重新上传', advice: '上面写明了为什么读不了。' },
  { title: 'Mend the file and upload it again', advice: 'It says above why it could not be read.' },
);

/** Lets one send a file again that could not be read. */
export function Failed({ job }: { job: Job }) {
  const { title, advice } = useWords(texts);
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p className="quiet">{advice}</p>
      <UploadBox noun={nounOf(job)} />
    </section>
  );
}
