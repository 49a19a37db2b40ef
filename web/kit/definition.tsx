import { Tooltip } from 'antd';
import { useWords, words } from './words.js';

const texts = words({ what: (of: string) => `${of}：定义` }, { what: (of: string) => `${of}: definition` });

/** A question mark that says what a figure means, to the mouse, the finger and the keyboard. */
export function Definition({ of, text }: { of: string; text: string }) {
  const { what } = useWords(texts);
  return (
    <Tooltip title={text} trigger={['hover', 'focus', 'click']}>
      <button type="button" className="definition" aria-label={`${what(of)}：${text}`}>
        ?
      </button>
    </Tooltip>
  );
}
