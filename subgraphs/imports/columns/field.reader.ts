import type { CellText } from './cell-text.js';
import { readChoice } from './choice.reader.js';
import { readDay } from './date.reader.js';
import type { Source } from './mapping.js';
import { shown } from '#shared/finding.js';
import { error, read, refused, type Reading } from './problem.js';
import { readAmount, readInteger, readQuantity } from './quantity.reader.js';
import { hasLostDigits, lostDigits, readUscc } from './uscc.reader.js';

/** What a cell gives: the value of its field, the unit of another one, or the name of a row on record. */
export interface FieldReading extends Reading<unknown> {
  unit?: string;
  isPersonal?: boolean;
}

/** Reads a cell that is not empty for a field that is no area. */
export function readField(cell: CellText, { field, unit }: Source, today: string): FieldReading {
  switch (field.kind) {
    case 'uscc':
      return readUscc(cell);
    case 'enum':
      return readChoice(cell, field);
    case 'boolean':
      return readBoolean(cell, field);
    case 'date':
      return readDay(cell, today);
    case 'integer':
      return readInteger(cell);
    case 'amount':
      return readAmount(cell, unit);
    case 'decimal': {
      const { value, remarks } = readQuantity(cell, unit);
      return value === null ? { value, remarks } : { value: value.decimal, remarks, unit: value.unit };
    }
    case 'text':
    case 'reference':
      return readText(cell, field.isText);
    case 'area':
      throw new Error('Areas are read from several cells.');
  }
}

function readBoolean(cell: CellText, field: Source['field']): Reading<boolean> {
  const { value, remarks } = readChoice(cell, field);
  return { value: value === null ? null : value === 'true', remarks };
}

/** Texts are kept as they are written; only numbers of codes can have lost digits on the way. */
function readText(cell: CellText, isCode: boolean): Reading<string> {
  if (!isCode || !hasLostDigits(cell)) return read(withoutPoint(cell));
  if (/^\d{18}/u.test(cell.text) || /e\+?17$/iu.test(cell.text)) return refused(lostDigits(cell.text));
  const message = `${shown(cell.text)} has lost digits: a spreadsheet keeps 15 of a number.`;
  return refused(
    error('NUMBER_PRECISION_LOST', message, 'Format the column as text and type the number again.'),
  );
}

/** A whole number that a program wrote as 12345.0. */
const withoutPoint = ({ kind, text }: CellText): string =>
  kind === 'number' ? text.replace(/^(\d+)\.0+$/, '$1') : text;
