import { Button } from 'antd';
import { time } from '../../kit/format.js';
import { useLanguage, useWords, words } from '../../kit/words.js';
import { useAreaName } from '../common/areas.js';
import { type Draft, type DraftField, draftOf, stepOf } from './draft.js';
import { fieldTexts } from './form-texts.js';
import type { KnownResource } from './resource-form.js';

const texts = words(
  {
    title: (at: string): string => `${at} 有人改过这项资源`,
    advice: '您的修改还没有保存。请看过差异后决定。',
    columns: ['', '您打开时', '现在登记的', '您填写的'],
    mine: '保留我的修改，其余采用新内容',
    theirs: '放弃我的修改，采用新内容',
    none: '（空）',
    after: '选择后再点“保存修改”。',
  },
  {
    title: (at: string): string => `Somebody changed this resource at ${at}`,
    advice: 'Your changes are not saved yet. Look at what differs and decide.',
    columns: ['', 'When you opened it', 'On record now', 'Yours'],
    mine: 'Keep my changes, take the rest as it is now',
    theirs: 'Drop my changes, take it as it is now',
    none: '(empty)',
    after: 'Then save.',
  },
);
const fields = Object.keys(stepOf) as DraftField[];
const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/** Keeps what was changed here, and takes what was changed elsewhere. */
export const merged = (base: Draft, latest: Draft, draft: Draft): Draft => ({
  ...latest,
  ...Object.fromEntries(
    fields.filter((field) => !isSame(draft[field], base[field])).map((field) => [field, draft[field]]),
  ),
});

interface DifferencesProps {
  base: KnownResource;
  latest: KnownResource;
  draft: Draft;
  onSettle(draft: Draft): void;
}

/** Shows what somebody else changed meanwhile beside one's own changes, and lets one choose. */
export function Differences({ base, latest, draft, onSettle }: DifferencesProps) {
  const all = useWords(texts);
  const names = useWords(fieldTexts);
  const language = useLanguage();
  const nameOf = useAreaName();
  const [before, now] = [draftOf(base), draftOf(latest)];
  const said = (value: Draft[DraftField]) =>
    value === null || value.length === 0
      ? all.none
      : typeof value === 'string'
        ? value
        : value.map(nameOf).join('、');
  const shown = fields.filter(
    (field) => !isSame(before[field], now[field]) || !isSame(draft[field], now[field]),
  );
  return (
    <section className="portal-summary" role="alert">
      <h2>{all.title(time(latest.updatedAt, language))}</h2>
      <p>{all.advice}</p>
      <div className="scroll" role="region" aria-label={all.advice} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {all.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <tr key={field}>
                <th scope="row">{names[field]}</th>
                <td>{said(before[field])}</td>
                <td>{said(now[field])}</td>
                <td>{said(draft[field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="portal-foot">
        <Button onClick={() => onSettle(merged(before, now, draft))}>{all.mine}</Button>
        <Button onClick={() => onSettle(now)}>{all.theirs}</Button>
        <span className="quiet">{all.after}</span>
      </p>
    </section>
  );
}
