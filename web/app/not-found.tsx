import { Link } from '@tanstack/react-router';
import { useWords, words } from '../kit/words.js';

const texts = words(
  { title: '没有这个页面', advice: '地址可能写错了，或者页面已经搬走。', home: '回到首页' },
  {
    title: 'There is no such page',
    advice: 'The address may be wrong, or the page has moved.',
    home: 'To the dashboard',
  },
);

/** Says that an address leads nowhere, and where to go. */
export function NotFound() {
  const { title, advice, home } = useWords(texts);
  return (
    <section className="message">
      <h1>{title}</h1>
      <p>{advice}</p>
      <Link to="/">{home}</Link>
    </section>
  );
}
