import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { demoId } from '#shared/demo/identity.js';

const scalars: Record<string, unknown> = {
  ID: demoId('partner', 'jxnu'),
  Int: 1,
  Float: 1,
  Boolean: true,
  String: 'text',
  Decimal: '1.00',
  Date: '2026-01-01',
  DateTime: '2026-01-01T00:00:00.000Z',
  AreaCode: '360300',
};

/** Makes a value of the right form for an input type: only what is required, and nothing that means anything. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field: GraphQLInputField) =>
      isRequiredInputField(field),
    );
    return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
  }
  const name = getNamedType(type).name;
  if (!(name in scalars)) throw new Error(`There is no sample of ${name}.`);
  return scalars[name];
}

/** Writes the required arguments of a field as variables: `($input: X!)`, `(input: $input)` and their values. */
export function sampleArguments(parameters: readonly GraphQLArgument[]): {
  declared: string;
  passed: string;
  variables: Record<string, unknown>;
} {
  const required = parameters.filter((argument) => isRequiredArgument(argument));
  const list = (write: (argument: GraphQLArgument) => string) =>
    required.length === 0 ? '' : `(${required.map(write).join(', ')})`;
  return {
    declared: list(({ name, type }) => `$${name}: ${String(type)}`),
    passed: list(({ name }) => `${name}: $${name}`),
    variables: Object.fromEntries(required.map(({ name, type }) => [name, sampleOf(type)])),
  };
}
