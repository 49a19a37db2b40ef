import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { demoId } from '#shared/demo/identity.js';
import type { Choice } from './choice.js';

/** Texts that some program somewhere took for something else. */
export const oddTexts = [
  ...['', ' ', '\u0000', '\ud800', '\u202e', '\ufeff', 'ａ', '👩‍👩‍👧‍👦', 'e\u0301'.repeat(200), '链接枢纽', 'null'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    "' or 1=1 --",
    '$1',
    '%',
    '_',
    '\\',
    '"""',
    '${x}',
    '{{x}}',
    '<b>',
  ],
  ...[
    'x'.repeat(10_000),
    '[',
    '{"a":',
    '0x10',
    '1e999',
    '-0',
    'NaN',
    '9'.repeat(400),
    '2025-02-30',
    '360300',
  ],
];
/** Numbers at which a type ends. */
const oddNumbers = [0, -1, 1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, -1e308, 0.1, 1e-320];

const ids = [
  demoId('partner', 'jxnu'),
  demoId('organization', 'incubation-base'),
  '00000000-0000-0000-0000-000000000000',
  '1b1b3d7b-2cb2-86a6-ac28-cdbf5a6b1056',
];
const right: Record<string, (choose: Choice) => unknown> = {
  ID: (choose) => choose.of(ids),
  Int: (choose) => choose.below(101),
  Float: (choose) => choose.below(100) / 8,
  Boolean: (choose) => choose.percent(50),
  String: (choose) => (choose.percent(50) ? '志愿' : choose.draw(fc.string({ maxLength: 20 }))),
  Decimal: (choose) => `${choose.below(10_000)}.${choose.below(90) + 10}`,
  Date: (choose) => `20${choose.below(90) + 10}-0${choose.below(9) + 1}-1${choose.below(10)}`,
  DateTime: (choose) => `2026-01-1${choose.below(10)}T00:00:00.000Z`,
  AreaCode: (choose) => choose.of(['360300', '360302', '360302100', '360000', '999999']),
};

/** A value of some other form than was asked. */
export function wrongValue(choose: Choice): unknown {
  const kinds: (() => unknown)[] = [
    () => choose.of(oddTexts),
    () => choose.of(oddNumbers),
    () => null,
    () => choose.percent(50),
    () => Array.from({ length: choose.of([0, 1, 3, 500]) }, () => choose.of(oddTexts.slice(0, 12))),
    () =>
      Object.fromEntries([
        ['__proto__', { polluted: true }],
        [choose.of(['constructor', 'id', 'a b']), 1],
      ]),
    () => choose.draw(fc.jsonValue({ maxDepth: 3 })),
  ];
  return choose.of(kinds)();
}

/** A value for an input type, now and then of a wrong form somewhere in it. */
export function valueFor(type: GraphQLInputType, choose: Choice, wrongPercent: number): unknown {
  if (choose.percent(wrongPercent)) return wrongValue(choose);
  if (isNonNullType(type)) return valueFor(type.ofType, choose, wrongPercent);
  if (isListType(type)) {
    return Array.from({ length: choose.below(4) }, () => valueFor(type.ofType, choose, wrongPercent));
  }
  if (isEnumType(type)) return choose.of(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || choose.percent(40),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, valueFor(field.type, choose, wrongPercent)]),
    );
  }
  return right[getNamedType(type).name]?.(choose) ?? choose.of(oddTexts);
}

/** Writes a value into a document; texts that name a value of an enum stand without quotes where one is asked. */
export function literal(value: unknown, type: GraphQLInputType | null): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (Array.isArray(value)) {
    const item = isListType(inner) ? (inner.ofType as GraphQLInputType) : null;
    return `[${value.map((each) => literal(each, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(inner) ? inner.getFields() : {};
    return `{${Object.entries(value)
      .map(([name, each]) => `${name}: ${literal(each, fields[name]?.type ?? null)}`)
      .join(', ')}}`;
  }
  if (isEnumType(getNamedTypeOf(inner)) && typeof value === 'string' && /^\w+$/.test(value)) return value;
  return JSON.stringify(value) ?? 'null';
}

const getNamedTypeOf = (type: GraphQLInputType | null) => (type === null ? null : getNamedType(type));
