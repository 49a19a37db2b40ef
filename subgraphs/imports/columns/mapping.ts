import type { ImportNoun } from '#shared/imports/protocol.js';
import type { Cell } from '../reading/cell.js';
import { textOf } from '../reading/cell.js';
import { levelOfColumn } from './area-column.js';
import { cleanText } from './cell-text.js';
import { fieldOf, fields, inputFieldOf, type Field } from './fields.js';
import type { KnownArea } from './gazetteer.js';
import { unitOfHeader } from './header-unit.js';
import type { HeaderUnit } from './quantity.reader.js';
import type { AreaLevelName } from '#shared/area-code.js';

/** How the columns of a file become the fields of a noun; plain values, which travel to a worker thread. */
export interface ConversionSpec {
  noun: ImportNoun;
  /** A column, counted from 0, fills a field; a field is filled by one column. */
  mapping: readonly { column: number; field: string }[];
  /** Values for rows whose cell is empty or that have no such column, written as in a cell. */
  constants: readonly { field: string; value: string }[];
  header: readonly Cell[];
  /** Areas on record; those of GB/T 2260 are known anyway. */
  areas: readonly KnownArea[];
  /** Day in Shanghai, "2026-03-31". */
  today: string;
}

/** A field with the column that fills it. */
export interface Source {
  field: Field;
  /** Null for a field that only a constant fills. */
  column: number | null;
  constant: string | null;
  unit: HeaderUnit | null;
  level: AreaLevelName | null;
}

/** What is wrong with a mapping as a whole. */
export interface MappingProblem {
  code:
    'UNKNOWN_FIELD' | 'FIELD_MAPPED_TWICE' | 'COLUMN_MAPPED_TWICE' | 'UNKNOWN_COLUMN' | 'FIELD_NOT_MAPPED';
  field: string;
  message: string;
}

/** Most columns of a file. */
const columnsMax = 16_384;

/** Yields the fields that are filled, in the order of the noun's fields; unknown ones are left out. */
export function sourcesOf({ noun, mapping, constants, header }: ConversionSpec): Source[] {
  return fields[noun].flatMap((field) => {
    const column = mapping.find((entry) => entry.field === field.name)?.column ?? null;
    const constant = constants.find((entry) => entry.field === field.name)?.value ?? null;
    if (column === null && constant === null) return [];
    const title = column === null ? '' : cleanText(textOf(header[column] ?? null));
    return [
      { field, column, constant, unit: unitOfHeader(title, field), level: levelOfColumn(field, title) },
    ];
  });
}

/**
 * Examines a mapping before any line is read. You may rely on `convertLines` not to throw for one with problems:
 * what is not mapped is missing in every line.
 */
export function examineMapping({
  noun,
  mapping,
  constants,
  header,
}: Pick<ConversionSpec, 'noun' | 'mapping' | 'constants' | 'header'>): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const add = (code: MappingProblem['code'], field: string, message: string) =>
    problems.push({ code, field, message });
  for (const { field } of [...mapping, ...constants]) {
    if (!fieldOf(noun, field))
      add('UNKNOWN_FIELD', field, `${noun} have no field ${JSON.stringify(field.slice(0, 60))}.`);
  }
  for (const [index, { column, field }] of mapping.entries()) {
    const earlier = mapping.slice(0, index);
    if (!Number.isInteger(column) || column < 0 || column >= Math.min(Math.max(header.length, 1), columnsMax))
      add('UNKNOWN_COLUMN', field, `The sheet has no column ${column}; columns are counted from 0.`);
    if (earlier.some((entry) => entry.field === field))
      add('FIELD_MAPPED_TWICE', field, `${field} is filled by two columns; one is allowed.`);
    if (earlier.some((entry) => entry.column === column))
      add('COLUMN_MAPPED_TWICE', field, `Column ${column} fills two fields; one is allowed.`);
  }
  for (const field of missing(noun, mapping, constants, header)) {
    add(
      'FIELD_NOT_MAPPED',
      field.name,
      `${field.name} is required: name its column, or a value for all rows.`,
    );
  }
  return problems;
}

function missing(
  noun: ImportNoun,
  mapping: ConversionSpec['mapping'],
  constants: ConversionSpec['constants'],
  header: readonly Cell[],
): Field[] {
  const filled = new Set([...mapping, ...constants].map(({ field }) => inputFieldOf(field)));
  const quantity = mapping.find(({ field }) => fieldOf(noun, field)?.unitField === 'unit');
  // A quantity may bring its unit, "3箱", and a donation's kind follows from what the row holds.
  if (quantity !== undefined && header.length > 0) filled.add('unit');
  if (noun === 'donations') filled.add('kind');
  return fields[noun].filter(({ name, required }) => required && !filled.has(name));
}
