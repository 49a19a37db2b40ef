import { resourceCategories } from '../../kit/codes.js';
import { useLabels, useWords } from '../../kit/words.js';
import type { ResourceCategory } from '../search.js';
import { controlOf } from './draft.js';
import { categoryTexts, fieldTexts } from './form-texts.js';
import type { StepProps } from './step-props.js';

const categories = Object.keys(resourceCategories) as ResourceCategory[];

/** Asks what is offered. */
export function KindStep({ draft, change, mistakeOf, isKnown }: StepProps) {
  const fields = useWords(fieldTexts);
  const hints = useWords(categoryTexts);
  const label = useLabels(resourceCategories);
  const mistake = mistakeOf('category');
  const id = controlOf('category');
  return (
    <fieldset className="portal-kinds" aria-describedby={`${id}-mistake`} disabled={isKnown}>
      <legend className="skip">{fields.category}</legend>
      {categories.map((category, at) => (
        <label key={category}>
          <input
            type="radio"
            name="category"
            {...(at === 0 ? { id } : {})}
            checked={draft.category === category}
            onChange={() => change({ category })}
          />
          <span>
            {label(category)}
            <span className="hint">{hints[category].hint}</span>
          </span>
        </label>
      ))}
      <p className="portal-mistake" id={`${id}-mistake`}>
        {mistake !== undefined && `✗ ${mistake}`}
      </p>
    </fieldset>
  );
}
