import { Link } from '@tanstack/react-router';
import { useViewer } from '../kit/viewer.js';
import { useWords, words } from '../kit/words.js';
import { Explorer } from './explorer.js';
import './explore.css';

const texts = words(
  {
    title: '关系探索',
    refused: '关系探索供分析员和管理员使用。您当前的角色可以在总览中查看公开数据。',
    signIn: '以分析员身份登录',
    home: '回到总览',
  },
  {
    title: 'Relationship explorer',
    refused:
      'The explorer is for analysts and administrators. In your role you can see what is public in the overview.',
    signIn: 'Sign in as an analyst',
    home: 'To the overview',
  },
);

/** The relationship explorer: who is tied with whom, for analysts and administrators. */
export function ExplorePage() {
  const { title, refused, signIn, home } = useWords(texts);
  const viewer = useViewer();
  if (viewer.is('analyst', 'admin')) return <Explorer />;
  return (
    <section className="message">
      <h1>{title}</h1>
      <p>{refused}</p>
      <p>
        <Link to="/sign-in">{signIn}</Link> · <Link to="/">{home}</Link>
      </p>
    </section>
  );
}
