import { useEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { useWords, words } from '../../kit/words.js';

const texts = words(
  {
    published: (title: string): string => `“${title}”已登记并发布`,
    kept: (title: string): string => `“${title}”已存为草稿`,
    saved: (title: string): string => `“${title}”的修改已保存`,
    advicePublished: '现在所有人都能看到，部门和机构可以提出对接。',
    adviceKept: '可以随时在“我的资源”里发布。',
    look: '在“我的资源”中查看',
    again: '再登记一项',
  },
  {
    published: (title: string): string => `“${title}” is registered and published`,
    kept: (title: string): string => `“${title}” is saved as a draft`,
    saved: (title: string): string => `The changes of “${title}” are saved`,
    advicePublished: 'Everybody sees it now, and it can be linked.',
    adviceKept: 'You can publish it under “Resources” at any time.',
    look: 'Look at it under “Resources”',
    again: 'Register another',
  },
);

interface DoneProps {
  title: string;
  isNew: boolean;
  isPublished: boolean;
}

/** Says what was done, and where to go on. */
export function Done({ title, isNew, isPublished }: DoneProps) {
  const all = useWords(texts);
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  const said = !isNew ? all.saved : isPublished ? all.published : all.kept;
  return (
    <section className="panel portal-form" role="status">
      <h2 ref={place} tabIndex={-1}>
        ✓ {said(title)}
      </h2>
      {isNew && <p>{isPublished ? all.advicePublished : all.adviceKept}</p>}
      <div className="portal-foot">
        <Link
          from="/portal"
          to="/portal"
          search={({ partner }) => ({ partner, text: title.slice(0, 100) })}
          className="portal-button primary"
        >
          {all.look}
        </Link>
        {isNew && (
          <Link
            to="/portal/resources/new"
            search={({ partner }) => ({ partner })}
            reloadDocument
            className="portal-button"
          >
            {all.again}
          </Link>
        )}
      </div>
    </section>
  );
}
