import { useId, useState } from 'react';
import { useWords, words } from '../../kit/words.js';
import type { Scene } from '../scene/scene.js';
import { type Question, questions } from '../search.js';
import { questionTexts } from './question-list.js';
import { type Match, useMatches } from './use-matches.js';

const texts = words(
  {
    label: '搜索机构、伙伴、信用代码，或输入问题',
    hint: '名称和信用代码在全库查找；拼音和首字母只在画面中的节点里查找。',
    question: '问题',
    drawn: '画面中',
    asking: '正在查找……',
    nothing: '没有找到。换一个词，或从下面的问题开始。',
    found: (count: number): string => `${count} 个结果`,
  },
  {
    label: 'Search an organization, partner, credit code or question',
    hint: 'Names and credit codes are looked for everywhere, pinyin and initials among the nodes drawn.',
    question: 'Question',
    drawn: 'In the picture',
    asking: 'Looking…',
    nothing: 'Nothing found. Try another word, or begin with a question below.',
    found: (count: number): string => `${count} ${count === 1 ? 'result' : 'results'}`,
  },
);

interface Option {
  key: string;
  title: string;
  what: string;
  choose(): void;
}

export interface CommandBarProps {
  scene: Scene;
  onNode(match: Match): void;
  onQuestion(question: Question): void;
}

/** Where one types what one looks for: names, codes, pinyin, questions; arrows choose, Enter takes. */
export function CommandBar({ scene, onNode, onQuestion }: CommandBarProps) {
  const text = useWords(texts);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { isAsking, options } = useOptions(typed, { scene, onNode, onQuestion });
  const id = useId();
  const isOpen = typed.trim() !== '';
  const choose = (option: Option | undefined) => {
    if (option === undefined) return;
    option.choose();
    setTyped('');
  };
  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setAt(Math.min(at + 1, options.length - 1));
    else if (key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (key === 'Enter') choose(options[at]);
    else if (key === 'Escape') setTyped('');
    else return false;
    return true;
  };
  return (
    <div className="explore-command">
      <input
        type="search"
        role="combobox"
        aria-label={text.label}
        placeholder={text.label}
        aria-expanded={isOpen && options.length > 0}
        aria-controls={isOpen && options.length > 0 ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[at] !== undefined ? `${id}-${at}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (isOpen && onKey(event.key)) event.preventDefault();
        }}
      />
      {isOpen && (
        <div className="explore-options">
          <p className="quiet" role="status">
            {isAsking ? text.asking : options.length === 0 ? text.nothing : text.found(options.length)}
          </p>
          {options.length > 0 && (
            <ul id={id} role="listbox" aria-label={text.label}>
              {options.map(({ key, title, what }, index) => (
                <li
                  key={key}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(options[index])}
                >
                  {title} <span className="quiet">{what}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="quiet">{text.hint}</p>
        </div>
      )}
    </div>
  );
}

function useOptions(typed: string, { scene, onNode, onQuestion }: CommandBarProps) {
  const { question, drawn } = useWords(texts);
  const titles = useWords(questionTexts);
  const { matches, isAsking } = useMatches(typed, scene);
  const word = typed.trim().toLowerCase();
  const asked = questions.filter((each) => word !== '' && titles[each].toLowerCase().includes(word));
  const options: Option[] = [
    ...matches.map((match) => ({
      key: match.id,
      title: match.name,
      what: match.isDrawn ? `${match.what} · ${drawn}` : match.what,
      choose: () => onNode(match),
    })),
    ...asked.map((each) => ({
      key: each,
      title: titles[each],
      what: question,
      choose: () => onQuestion(each),
    })),
  ];
  return { options, isAsking };
}
