import { Progress } from 'antd';
import { useWords, words } from '../kit/words.js';
import type { Waiting } from './scene/use-waiting.js';

const texts = words(
  {
    measuring: '正在计算全网指标，可以继续浏览其他内容。',
    stop: '不再等待',
    stopped: '已停止等待；计算结果好了以后再打开会立即显示。',
    again: '继续等待',
  },
  {
    measuring: 'The whole network is being measured. You may look at other things meanwhile.',
    stop: 'Stop waiting',
    stopped: 'Not waiting any longer; once measured, it is shown at once.',
    again: 'Wait again',
  },
);

/** Says how far a measure is that takes long, and lets a person stop waiting for it. */
export function WaitingBar({ waiting: { progress, isStopped, stop, resume } }: { waiting: Waiting }) {
  const text = useWords(texts);
  if (isStopped)
    return (
      <p className="state stale" role="status">
        {text.stopped}{' '}
        <button type="button" className="plain" onClick={resume}>
          {text.again}
        </button>
      </p>
    );
  if (progress === null) return null;
  return (
    <div className="explore-progress" role="status">
      <span>{text.measuring}</span>
      {/* Measured is not yet answered: it is whole when the picture is there. */}
      <Progress percent={Math.min(99, Math.round(progress * 100))} size="small" aria-label={text.measuring} />
      <button type="button" className="plain" onClick={stop}>
        {text.stop}
      </button>
    </div>
  );
}
