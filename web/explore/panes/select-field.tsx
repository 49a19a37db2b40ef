import { type Labels, useLabels } from '../../kit/words.js';

export interface SelectFieldProps<Code extends string> {
  label: string;
  /** What stands for no choice; a choice is needed where it is left out. */
  none?: string;
  codes: readonly Code[];
  labels: Labels<Code>;
  value: Code | undefined;
  onChange(value: Code | undefined): void;
}

/** A choice of one code. */
export function SelectField<Code extends string>(props: SelectFieldProps<Code>) {
  const { label, none, codes, labels, value, onChange } = props;
  const labelOf = useLabels(labels);
  return (
    <label className="explore-field">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(codes.find((code) => code === event.target.value))}
      >
        {none !== undefined && <option value="">{none}</option>}
        {codes.map((code) => (
          <option key={code} value={code}>
            {labelOf(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
