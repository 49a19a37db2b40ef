import type { ImportNoun } from '#shared/imports/protocol.js';
import { fields } from './fields.js';

/** A column of a template file. */
export interface TemplateField {
  name: string;
  title: string;
  required: boolean;
  help: string;
  sample: string;
  /** What a drop-down offers. */
  values?: readonly { label: string }[];
  /** Whether its cells are formatted as text. */
  isText: boolean;
}

/** Yields the columns of a noun's template, in order; what they hold is read back by the same fields. */
export function templateFields(noun: ImportNoun): TemplateField[] {
  return fields[noun]
    .filter(({ isRare }) => isRare !== true)
    .map(({ name, title, required, help, sample, values, isText }) => ({
      name,
      title,
      required,
      help,
      sample,
      ...(values && { values: values.map(({ words: [label = ''] }) => ({ label })) }),
      isText,
    }));
}
