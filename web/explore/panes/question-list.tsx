import { type Words, useWords, words } from '../../kit/words.js';
import { type Question, questions } from '../search.js';
import type { Address } from '../use-address.js';

/** What each question asks, and how to read its answer. */
export const questionTexts: Words<Record<Question, string>> = words<Record<Question, string>>(
  {
    city: '全市有哪些群体',
    all: '谁和谁有联系',
    brokers: '谁是中介机构',
    cutPoints: '谁离开会让别人失联',
    withoutLink: '哪些机构没有这类伙伴',
    idle: '哪些资源闲置',
    singleSource: '哪些机构依赖单一来源',
    gaps: '哪里缺什么资源',
  },
  {
    city: 'Which communities does the city have',
    all: 'Who is tied with whom',
    brokers: 'Who brokers between others',
    cutPoints: 'Whose leaving cuts others off',
    withoutLink: 'Which organizations lack such a partner',
    idle: 'Which resources lie idle',
    singleSource: 'Who depends on a single source',
    gaps: 'Where is what missing',
  },
);

const texts = words({ title: '问题' }, { title: 'Questions' });

/** The questions; the chosen one is pressed, and pressed again is taken back. */
export function QuestionList({ address: { search, change } }: { address: Address }) {
  const names = useWords(questionTexts);
  const { title } = useWords(texts);
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <ul className="explore-questions">
        {questions.map((question) => (
          <li key={question}>
            <button
              type="button"
              aria-pressed={search.q === question}
              onClick={() => change({ q: search.q === question ? undefined : question, open: undefined })}
            >
              {names[question]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
