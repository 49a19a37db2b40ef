import { Input } from 'antd';
import { useWords, words } from '../../kit/words.js';
import { describedBy, Field } from '../common/field.js';
import { AreaPicker } from './area-picker.js';
import { controlOf } from './draft.js';
import { fieldTexts } from './form-texts.js';
import type { StepProps } from './step-props.js';

const texts = words(
  {
    areas: '不选表示不限地区；选上级就包含它的全部下级。至多 50 个。',
    from: '不填表示现在起就可以用。',
    last: '这一天仍然可用；不填表示长期。',
  },
  {
    areas: 'None means everywhere; an area includes what lies below it. At most 50.',
    from: 'Empty means from now on.',
    last: 'It is still available on this day; empty means open-ended.',
  },
);

/** Asks when and where it can be used. */
export function PlaceStep({ draft, change, mistakeOf }: StepProps) {
  const hints = useWords(texts);
  const fields = useWords(fieldTexts);
  const day = (name: 'availableFrom' | 'lastDay', hint: string) => (
    <Field id={controlOf(name)} label={fields[name]} hint={hint} mistake={mistakeOf(name)}>
      <Input
        {...describedBy(controlOf(name), mistakeOf(name))}
        type="date"
        value={draft[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      <Field
        id={controlOf('areaCodes')}
        label={fields.areaCodes}
        hint={hints.areas}
        mistake={mistakeOf('areaCodes')}
      >
        <AreaPicker
          {...describedBy(controlOf('areaCodes'), mistakeOf('areaCodes'))}
          codes={draft.areaCodes}
          onChange={(areaCodes) => change({ areaCodes })}
        />
      </Field>
      <div className="portal-pair">
        {day('availableFrom', hints.from)}
        {day('lastDay', hints.last)}
      </div>
    </>
  );
}
