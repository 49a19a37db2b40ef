import { useEffect, useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWords, words } from '../kit/words.js';

const texts = words(
  {
    title: '键盘快捷键',
    close: '关闭',
    keys: [
      ['/', '到查找框'],
      ['g d', '总览'],
      ['g i', '孵化'],
      ['g f', '资金'],
      ['t', '所有图表在图与表之间切换'],
      ['?', '这张说明'],
    ],
  },
  {
    title: 'Keyboard shortcuts',
    close: 'Close',
    keys: [
      ['/', 'To the search field'],
      ['g d', 'Overview'],
      ['g i', 'Incubation'],
      ['g f', 'Funds'],
      ['t', 'All charts as tables, and back'],
      ['?', 'This list'],
    ],
  },
);

const pages: Readonly<Record<string, '/' | '/incubation' | '/funds'>> = {
  d: '/',
  i: '/incubation',
  f: '/funds',
};
/** A second key belongs to `g` for so long. */
const sequenceMs = 1_500;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work on every page, and the list of them. */
export function Shortcuts() {
  const { title, close, keys } = useWords(texts);
  const list = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    let gPressed = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      const page = Date.now() - gPressed < sequenceMs ? pages[event.key] : undefined;
      gPressed = event.key === 'g' ? Date.now() : 0;
      if (page !== undefined) void navigate({ to: page });
      else if (event.key === '/') document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
      else if (event.key === 't') window.dispatchEvent(new Event('toggle-twins'));
      else if (event.key === '?') list.current?.showModal();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
  return (
    <dialog ref={list} aria-label={title} className="shortcuts">
      <h2>{title}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button className="plain">{close}</button>
      </form>
    </dialog>
  );
}
