import { useWords, words } from '../../kit/words.js';
import type { Address } from '../use-address.js';

const texts = words(
  {
    title: '从哪里开始',
    ask: '提一个问题',
    askHow: '例如：谁是中介机构？谁离开会让别人失联？哪里缺什么资源？',
    brokers: '谁是中介机构',
    pick: '找一个机构',
    pickHow: '输入名称、拼音或信用代码，看它和谁有联系。',
    focus: '去搜索',
    city: '看全市概览',
    cityHow: '先看有哪些群体，再打开其中一个。',
    open: '打开概览',
  },
  {
    title: 'Where to begin',
    ask: 'Ask a question',
    askHow: 'For instance: who brokers between others? Whose leaving cuts others off? Where is what missing?',
    brokers: 'Who brokers',
    pick: 'Pick an organization',
    pickHow: 'Type a name, pinyin or credit code, and see whom it is tied with.',
    focus: 'Search',
    city: 'See the whole city',
    cityHow: 'See which communities there are, then open one of them.',
    open: 'Open the overview',
  },
);

/** Three ways into an empty scene. */
export function Start({ address: { change } }: { address: Address }) {
  const text = useWords(texts);
  const focus = () => document.querySelector<HTMLInputElement>('.explore-command input')?.focus();
  const ways = [
    {
      title: text.ask,
      how: text.askHow,
      label: text.brokers,
      go: () => change({ q: 'brokers', metric: 'betweenness' }),
    },
    { title: text.pick, how: text.pickHow, label: text.focus, go: focus },
    { title: text.city, how: text.cityHow, label: text.open, go: () => change({ q: 'city' }) },
  ] as const;
  return (
    <section className="explore-start" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ol>
        {ways.map(({ title, how, label, go }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p className="quiet">{how}</p>
            <button type="button" className="plain" onClick={go}>
              {label}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
