import { count } from '../../kit/format.js';
import { useLanguage, useWords, words } from '../../kit/words.js';
import type { ImportFindingsQuery } from '../../operations.js';

export type ProblemGroup = NonNullable<ImportFindingsQuery['importJob']>['problemGroups'][number];

const texts = words(
  {
    title: '按改法分组',
    all: '全部问题',
    times: (n: string): string => `${n} 处`,
    row: (row: number): string => `例如第 ${row} 行：`,
    error: '错误',
    warning: '提醒',
  },
  {
    title: 'By what is to be mended',
    all: 'All problems',
    times: (n: string): string => `×${n}`,
    row: (row: number): string => `For instance row ${row}: `,
    error: 'Error',
    warning: 'Warning',
  },
);

interface ProblemGroupsProps {
  groups: readonly ProblemGroup[];
  titleOf(field: string): string;
  code: string | undefined;
  onChoose(code: string | undefined): void;
}

/** Kinds of problems with how many there are; choosing one shows its rows only. */
export function ProblemGroups({ groups, titleOf, code, onChoose }: ProblemGroupsProps) {
  const all = useWords(texts);
  const language = useLanguage();
  return (
    <aside className="portal-groups" aria-label={all.title}>
      <h2>{all.title}</h2>
      <button type="button" aria-pressed={code === undefined} onClick={() => onChoose(undefined)}>
        {all.all}
      </button>
      {groups.map((group) => {
        const { example, severity, field } = group;
        const isError = severity === 'ERROR';
        return (
          <button
            key={`${group.code}/${field}/${severity}`}
            type="button"
            aria-pressed={group.code === code}
            onClick={() => onChoose(group.code)}
          >
            <strong className={isError ? 'portal-mistake' : 'portal-warn'}>
              {isError ? '✗' : '⚠'} {isError ? all.error : all.warning}
              {field !== null && ` · ${titleOf(field)}`} · {all.times(count(group.count))}
            </strong>
            <span>
              {all.row(example.row)}
              {language === 'zh' ? example.messageZh : example.message}
            </span>
          </button>
        );
      })}
    </aside>
  );
}
