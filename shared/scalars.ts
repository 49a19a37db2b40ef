import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isAreaCode } from './area-code.js';
import { badInput } from './errors.js';

interface TextScalar {
  name: string;
  description: string;
  specifiedByURL?: string;
  /** Whether a client's text is of the scalar's form. */
  accepts(text: string): boolean;
  /** What is allowed, for the message of a refusal. */
  allowed: string;
  serialize?(value: unknown): string;
}

/** Builds a scalar that travels as a string and refuses everything else by name, finding and allowed form. */
function textScalar({
  name,
  description,
  specifiedByURL,
  accepts,
  allowed,
  serialize,
}: TextScalar): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw badInput(name, value, allowed);
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL: specifiedByURL ?? null,
    serialize: (value) => (serialize ? serialize(value) : String(value)),
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return parse(node.value);
      throw new GraphQLError(`${name} is written as a string; ${allowed}.`, {
        nodes: node,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  });
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const DateScalar = textScalar({
  name: 'Date',
  description: 'Calendar date in Asia/Shanghai, ISO 8601: "2026-03-31".',
  accepts: isCalendarDate,
  allowed: 'a calendar date such as "2026-03-31" is expected',
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'Instant in UTC, RFC 3339 with milliseconds: "2026-03-31T01:00:00.000Z".',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  accepts: (text) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
  allowed: 'an RFC 3339 instant such as "2026-03-31T01:00:00Z" is expected',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description:
    'Exact decimal number as a string: "1370000.00". Never a JSON number, which would lose digits.',
  accepts: (text) => /^-?\d{1,18}(\.\d{1,6})?$/.test(text),
  allowed: 'a decimal number as a string such as "1370000.00" is expected',
});

export const AreaCodeScalar = textScalar({
  name: 'AreaCode',
  description:
    'Code of an area: 6 digits of GB/T 2260 (province, prefecture, county), 9 digits (township), 12 digits (village or community), with "-G001" behind it for a grid.',
  accepts: isAreaCode,
  allowed: '6, 9 or 12 digits such as "360300" are expected, with "-G001" behind 12 digits for a grid',
});
