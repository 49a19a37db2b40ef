import type { FormattedExecutionResult } from 'graphql';
import { dataText } from '../plan/ready-data.js';

/** Writes an answer as JSON; data that an engine has written already is taken as it is. Parts are not joined: V8 would copy all of it. */
export function answerText({ errors, data, extensions }: FormattedExecutionResult): string {
  const parts = [
    errors === undefined ? '' : `"errors":${JSON.stringify(errors)}`,
    data === undefined ? '' : `"data":${dataText(data)}`,
    extensions === undefined ? '' : `"extensions":${JSON.stringify(extensions)}`,
  ];
  let text = '';
  for (const part of parts) if (part !== '') text += text === '' ? part : `,${part}`;
  return `{${text}}\n`;
}
