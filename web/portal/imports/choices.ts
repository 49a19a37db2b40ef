import type { ImportColumnsQuery, ImportFieldsQuery } from '../../operations.js';
import type { Job } from './job.js';

export type Field = ImportFieldsQuery['importFields'][number];
export type Sheet = NonNullable<ImportColumnsQuery['importJob']>['sheets'][number];
export type Column = Sheet['columns'][number];
export type Rule = NonNullable<Job['onDuplicate']>;

/** What a person chose of a sheet; a column that is left out stands for no field, and one that is not named is open. */
export interface Choices {
  columns: Readonly<Record<number, string | null>>;
  constants: Readonly<Record<string, string>>;
  onDuplicate: Rule;
}

/** Choices of an earlier import, by the titles of its columns. */
export interface Earlier {
  job: Job;
  columns: readonly Column[];
}

/** Whether several fields fit, so that a person has to choose. */
export const isTie = ({ field, alternatives }: Column): boolean => field === null && alternatives.length > 0;

function fieldBy(column: Column, job: Job, earlier: Earlier | null): string | null | undefined {
  const known = earlier?.columns.find(({ title }) => title !== '' && title === column.title);
  if (job.sheet !== null) return job.mapping.find((each) => each.column === column.position)?.field ?? null;
  if (earlier !== null && known !== undefined)
    return earlier.job.mapping.find((each) => each.column === known.position)?.field ?? null;
  return isTie(column) ? undefined : column.field;
}

/** What is chosen before anybody chooses: as at the last dry run, as in the earlier import, as recognised. */
export function firstChoices(
  job: Job,
  columns: readonly Column[],
  fields: readonly Field[],
  earlier: Earlier | null,
): Choices {
  const known = new Set(fields.map(({ name }) => name));
  const entries = columns.flatMap((column) => {
    const field = fieldBy(column, job, earlier);
    if (field === undefined) return [];
    return [[column.position, field !== null && known.has(field) ? field : null] as const];
  });
  const before = job.sheet !== null ? job : (earlier?.job ?? job);
  return {
    columns: Object.fromEntries(entries),
    constants: Object.fromEntries(before.constants.map(({ field, value }) => [field, value])),
    onDuplicate: before.onDuplicate ?? 'SKIP',
  };
}

/** Yields what the hub is told of the columns. */
export const mappingOf = ({ columns }: Choices) =>
  Object.entries(columns).flatMap(([column, field]) =>
    field === null ? [] : [{ column: Number(column), field }],
  );

/** Yields the values for all rows that say something. */
export const constantsOf = ({ constants }: Choices) =>
  Object.entries(constants)
    .filter(([, value]) => value.trim() !== '')
    .map(([field, value]) => ({ field, value: value.trim() }));

/** What has to be chosen or given before a dry run makes sense. */
export interface Gaps {
  /** Columns that several fields fit. */
  open: readonly Column[];
  /** Fields that two columns fill. */
  twice: readonly string[];
  /** Required fields that nothing fills. */
  missing: readonly Field[];
}

/** Finds what is left to choose. */
export function gapsIn(choices: Choices, columns: readonly Column[], fields: readonly Field[]): Gaps {
  const filled = mappingOf(choices).map(({ field }) => field);
  const given = new Set([...filled, ...constantsOf(choices).map(({ field }) => field)]);
  // A quantity may bring its unit, "3箱"; the hub knows which do.
  if (given.has('capacity') || given.has('quantity')) given.add('unit');
  return {
    open: columns.filter(({ position }) => choices.columns[position] === undefined),
    twice: [...new Set(filled.filter((field, at) => filled.indexOf(field) !== at))],
    missing: fields.filter(({ name, required }) => required && !given.has(name)),
  };
}
