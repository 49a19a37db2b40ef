import { Select } from 'antd';
import { importConfidences } from '../../kit/codes.js';
import { useLabels, useWords, words } from '../../kit/words.js';
import { type Column, type Field, isTie } from './choices.js';
import { useFieldTitle } from './field-title.js';

const texts = words(
  {
    caption: '各列是什么',
    columns: ['文件中的列', '样例', '对应的项', '把握'],
    ignore: '不导入',
    choose: '请选择',
    fieldOf: (title: string): string => `${title} 对应的项`,
    tie: (titles: string): string => `可能是：${titles}`,
    unnamed: (at: number): string => `第 ${at} 列`,
  },
  {
    caption: 'What each column is',
    columns: ['Column', 'Samples', 'Field', 'Confidence'],
    ignore: 'Leave out',
    choose: 'Please choose',
    fieldOf: (title: string): string => `Field of ${title}`,
    tie: (titles: string): string => `It may be: ${titles}`,
    unnamed: (at: number): string => `Column ${at}`,
  },
);
const tones = { HIGH: 'good', MEDIUM: 'warn', NONE: 'bad' } as const;
const none = '';
const samplesShown = 3;

interface ColumnTableProps {
  columns: readonly Column[];
  fields: readonly Field[];
  chosen: Readonly<Record<number, string | null>>;
  onChoose(position: number, field: string | null): void;
}

/** The columns of a sheet with what they are taken as. */
export function ColumnTable({ columns, fields, chosen, onChoose }: ColumnTableProps) {
  const all = useWords(texts);
  const confidence = useLabels(importConfidences);
  const titleOf = useFieldTitle(fields);
  const options = [
    { value: none, label: all.ignore },
    ...fields.map(({ name, required }) => ({
      value: name,
      label: `${titleOf(name)}${required ? ' *' : ''}`,
    })),
  ];
  return (
    <div className="scroll" role="region" aria-label={all.caption} tabIndex={0}>
      <table>
        <caption>{all.caption}</caption>
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
          {columns.map((column) => {
            const { position } = column;
            const title = column.title || all.unnamed(position + 1);
            const field = chosen[position];
            return (
              <tr key={position}>
                <th scope="row">{title}</th>
                <td className="quiet portal-samples">{column.samples.slice(0, samplesShown).join('、')}</td>
                <td>
                  <Select<string>
                    className="portal-field-choice"
                    aria-label={all.fieldOf(title)}
                    placeholder={all.choose}
                    {...(field === undefined ? { status: 'error' as const } : { value: field ?? none })}
                    options={options}
                    onChange={(next) => onChoose(position, next === none ? null : next)}
                  />
                </td>
                <td>
                  <span className={`portal-badge ${tones[column.confidence]}`}>
                    {confidence(column.confidence)}
                  </span>
                  {isTie(column) && (
                    <p className="portal-warn">{all.tie(column.alternatives.map(titleOf).join('、'))}</p>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
