import { AutoComplete, Input } from 'antd';
import { useWords, words } from '../../kit/words.js';
import { describedBy, Field } from '../common/field.js';
import { controlOf } from './draft.js';
import { categoryTexts, fieldTexts } from './form-texts.js';
import type { StepProps } from './step-props.js';

const texts = words(
  {
    description: '服务对象、条件、联系途径；至多 4000 字，不要写手机号和身份证号。',
    capacity: '能提供多少；大于 0，至多 3 位小数。',
    unit: '可以自己填写，至多 20 字。',
    forLife: '对接按它计数，登记后不能修改。',
  },
  {
    description: 'For whom, conditions, how to ask; at most 4,000 characters, no personal numbers.',
    capacity: 'How much there is; above 0, at most 3 decimals.',
    unit: 'Your own is fine too; at most 20 characters.',
    forLife: 'Links are counted in it, so it stays as it is.',
  },
);

/** Asks what it is called, and how much there is of it. */
export function DetailsStep({ draft, change, mistakeOf, isKnown }: StepProps) {
  const hints = useWords(texts);
  const fields = useWords(fieldTexts);
  const typical = useWords(categoryTexts)[draft.category ?? 'TRAINING'];
  const field = (name: 'title' | 'description' | 'capacity' | 'unit') => ({
    id: controlOf(name),
    label: fields[name],
    mistake: mistakeOf(name),
  });
  const control = (name: 'title' | 'description' | 'capacity' | 'unit') =>
    describedBy(controlOf(name), mistakeOf(name));
  return (
    <>
      <Field {...field('title')} isNeeded hint={typical.title}>
        <Input
          {...control('title')}
          value={draft.title}
          maxLength={200}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Field>
      <div className="portal-pair">
        <Field {...field('capacity')} isNeeded hint={hints.capacity}>
          <Input
            {...control('capacity')}
            value={draft.capacity}
            inputMode="decimal"
            onChange={(event) => change({ capacity: event.target.value })}
          />
        </Field>
        <Field {...field('unit')} isNeeded hint={isKnown ? hints.forLife : hints.unit}>
          <AutoComplete
            {...control('unit')}
            disabled={isKnown}
            value={draft.unit}
            maxLength={20}
            options={typical.units.map((value) => ({ value }))}
            onChange={(unit: string) => change({ unit })}
          />
        </Field>
      </div>
      <Field {...field('description')} hint={hints.description}>
        <Input.TextArea
          {...control('description')}
          value={draft.description}
          rows={5}
          maxLength={4_000}
          onChange={(event) => change({ description: event.target.value })}
        />
      </Field>
    </>
  );
}
