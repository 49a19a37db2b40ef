import {
  coerceInputValue,
  getNamedType,
  type GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { withoutQuotedValue } from '../errors.js';
import { shown } from '../finding.js';
import type { Given } from './importer.js';
import { rowError } from './problems.js';
import type { ImportRow, RowProblem } from './protocol.js';

/** Fields of an input that no file gives. */
const keyOf = (job: string, row: number): string => `import:${job}:${row}`;

/** A row as the schema took it, or what the schema refused of it. */
export type Coerced = { given: Given } | { problems: RowProblem[] };

/** Takes a row as the register mutation takes its input: the same scalars, enums and defaults refuse and complete it. */
export function coerceRow(
  schema: GraphQLSchema,
  typeName: string,
  { number, input }: ImportRow,
  job: string,
): Coerced {
  const type = schema.getType(typeName) as GraphQLInputObjectType;
  const problems: RowProblem[] = [];
  const keyed = { ...input, idempotencyKey: keyOf(job, number) };
  const coerced = coerceInputValue(
    keyed,
    type,
    (path, value, error) => problems.push(problemOf(type, path, value, error)),
    true,
  ) as Record<string, unknown>;
  if (problems.length > 0) return { problems };
  const named = new Set(Object.keys(input).filter((name) => input[name] !== undefined));
  return { given: { number, input: coerced, named } };
}

function problemOf(
  type: GraphQLInputObjectType,
  path: readonly (string | number)[],
  value: unknown,
  error: GraphQLError,
): RowProblem {
  const message = withoutQuotedValue(error.message);
  const missing = /^Field "(\w+)" of required type/.exec(message)?.[1];
  if (missing !== undefined) {
    const field = [...path, missing].join('.');
    return rowError(field, { code: 'VALUE_MISSING', message: `${field}: a value is needed.` });
  }
  const unknown = /^Field "(\w+)" is not defined/.exec(message)?.[1];
  if (unknown !== undefined) {
    const field = [...path, unknown].join('.');
    return rowError(field, { code: 'FIELD_UNKNOWN', message: `${field}: there is no such field.` });
  }
  const field = path.join('.') || null;
  if (value == null)
    return rowError(field, { code: 'VALUE_MISSING', message: `${field}: a value is needed.` });
  const expected = typeAt(type, path);
  const named = expected && getNamedType(expected);
  if (isEnumType(named)) {
    const allowed = named
      .getValues()
      .map(({ name }) => name)
      .join(', ');
    const found = shown(String(value));
    const words = `${field}: ${found} is not allowed; ${allowed} are.`;
    return rowError(field, { code: 'VALUE_NOT_ALLOWED', message: words, found, allowed });
  }
  // What the words of a scalar quote is a code, a day or a number; a text of any form is refused by no scalar.
  return rowError(field, { code: 'VALUE_NOT_ALLOWED', message: `${field}: ${message}` });
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | null {
  let here: GraphQLInputType | null = type;
  for (const step of path) {
    while (isNonNullType(here)) here = here.ofType;
    if (isListType(here)) here = here.ofType;
    else if (isInputObjectType(here)) here = here.getFields()[step]?.type ?? null;
  }
  return here;
}
