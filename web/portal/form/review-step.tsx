import { amount } from '../../kit/format.js';
import { resourceCategories } from '../../kit/codes.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { useAreaName } from '../common/areas.js';
import { dayAfter, useValidity } from '../common/validity.js';
import type { Draft } from './draft.js';
import { fieldTexts } from './form-texts.js';

const texts = words(
  { everywhere: '不限地区', none: '（没有填写）', validity: '有效期' },
  { everywhere: 'Everywhere', none: '(none)', validity: 'Available' },
);

/** Shows everything once more before it is sent. */
export function ReviewStep({ draft }: { draft: Draft }) {
  const { everywhere, none, validity } = useWords(texts);
  const fields = useWords(fieldTexts);
  const category = useLabels(resourceCategories);
  const nameOf = useAreaName();
  const period = useValidity();
  const rows: [string, string][] = [
    [fields.category, draft.category === null ? none : category(draft.category)],
    [fields.title, draft.title],
    [fields.capacity, `${amount(draft.capacity)} ${draft.unit}`],
    [fields.description, draft.description || none],
    [fields.areaCodes, draft.areaCodes.length === 0 ? everywhere : draft.areaCodes.map(nameOf).join('、')],
    [validity, period(draft.availableFrom || null, draft.lastDay === '' ? null : dayAfter(draft.lastDay))],
  ];
  return (
    <dl className="portal-review">
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
