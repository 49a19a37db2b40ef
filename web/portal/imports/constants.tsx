import { Input, Select } from 'antd';
import { useWords, words } from '../../kit/words.js';
import type { Field } from './choices.js';
import { useFieldTitle } from './field-title.js';

const texts = words(
  {
    title: '为所有行填同一个值',
    advice: '文件里没有这一列，或单元格空白时使用。',
    add: '再加一项…',
  },
  {
    title: 'The same value for all rows',
    advice: 'Used where the file has no such column, or a cell is blank.',
    add: 'Add a field…',
  },
);

interface ConstantsProps {
  fields: readonly Field[];
  missing: readonly Field[];
  values: Readonly<Record<string, string>>;
  onChange(values: Readonly<Record<string, string>>): void;
}

/** Gives all rows what the file does not say: at once what is required, and whatever else is added. */
export function Constants({ fields, missing, values, onChange }: ConstantsProps) {
  const all = useWords(texts);
  const titleOf = useFieldTitle(fields);
  const shown = fields.filter(({ name }) => name in values || missing.some((field) => field.name === name));
  const others = fields.filter((field) => !shown.includes(field));
  return (
    <section className="portal-stack" aria-label={all.title}>
      <h2>{all.title}</h2>
      <p className="hint quiet">{all.advice}</p>
      <div className="portal-pair">
        {shown.map((field) => (
          <div key={field.name} className="portal-field">
            <label htmlFor={`constant-${field.name}`}>{titleOf(field.name)}</label>
            <Constant
              field={field}
              value={values[field.name] ?? ''}
              onChange={(value) => onChange({ ...values, [field.name]: value })}
            />
            <span className="hint" lang="zh-CN">
              {field.help}
            </span>
          </div>
        ))}
        <Select<string>
          aria-label={all.add}
          placeholder={all.add}
          value={null}
          options={others.map(({ name }) => ({ value: name, label: titleOf(name) }))}
          onChange={(name) => onChange({ ...values, [name]: '' })}
        />
      </div>
    </section>
  );
}

interface ConstantProps {
  field: Field;
  value: string;
  onChange(value: string): void;
}

function Constant({ field: { name, values, sample }, value, onChange }: ConstantProps) {
  const id = `constant-${name}`;
  if (values === null)
    return (
      <Input id={id} value={value} placeholder={sample} onChange={(event) => onChange(event.target.value)} />
    );
  return (
    <Select<string>
      id={id}
      allowClear
      {...(value === '' ? {} : { value })}
      options={values.map((each) => ({ value: each, label: each }))}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
