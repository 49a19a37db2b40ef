import type { ImportNoun } from '#shared/imports/protocol.js';
import type { TemplateField } from '../files/template-field.js';
import { fields } from './fields.js';

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
