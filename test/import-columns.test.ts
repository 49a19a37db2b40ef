/** What files may say, and how it is explained, is written down apart from those who own it; this keeps the two together. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  Kind,
  parse,
  type TypeNode,
} from 'graphql';
import { type ImportNoun, importNouns, importOwners } from '#shared/imports/protocol.js';
import { type Field, fields, inputFieldOf } from '#subgraphs/imports/columns/fields.js';
import { reasonCodes } from '#subgraphs/imports/columns/reasons.js';

const inputs: Readonly<Record<ImportNoun, string>> = {
  partners: 'RegisterPartnerInput',
  resources: 'RegisterResourceInput',
  organizations: 'RegisterOrganizationInput',
  donations: 'RecordDonationInput',
};

/** A field of an input as its owner's schema has it; items of goods one by one, as files do. */
interface InputField {
  name: string;
  /** Name of its type, without list and non-null. */
  type: string;
  required: boolean;
  isList: boolean;
}

const definitionsOf = (noun: ImportNoun) =>
  parse(readFileSync(`subgraphs/${importOwners[noun]}/schema.graphql`, 'utf8')).definitions;

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

function inputFields(noun: ImportNoun, input = inputs[noun], path = ''): InputField[] {
  const definition = definitionsOf(noun).find(
    (node): node is InputObjectTypeDefinitionNode =>
      node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && node.name.value === input,
  );
  return (definition?.fields ?? []).flatMap(({ name: { value: name }, type }): InputField[] => {
    if (name === 'idempotencyKey') return [];
    if (name === 'items') return inputFields(noun, nameOf(type), 'items.0.');
    const required = type.kind === Kind.NON_NULL_TYPE;
    const isList = (required ? type.type : type).kind === Kind.LIST_TYPE;
    return [{ name: path + name, type: nameOf(type), required, isList }];
  });
}

function enumValues(noun: ImportNoun, name: string): string[] {
  const definition = definitionsOf(noun).find(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === name,
  );
  return (definition?.values ?? []).map((value) => value.name.value);
}

/** Kinds of fields that may fill an input's field of a type. */
const kindsOf: Readonly<Record<string, Field['kind'][]>> = {
  String: ['text', 'uscc'],
  ID: ['reference'],
  AreaCode: ['area'],
  Date: ['date'],
  Decimal: ['decimal', 'amount'],
  Int: ['integer'],
  Boolean: ['boolean'],
};

describe.each(importNouns)('of %s', (noun) => {
  const own = fields[noun].filter(({ name }) => inputFieldOf(name) === name);
  const theirs = inputFields(noun);

  test('a file can fill every field of the input, and no other', () => {
    expect(theirs.length).toBeGreaterThan(4);
    expect(own.map(({ name }) => name).sort()).toEqual(theirs.map(({ name }) => name).sort());
  });

  test.each(theirs.map((field) => [field.name, field] as const))(
    '%s is read as the input takes it',
    (name, field) => {
      const known = own.find((candidate) => candidate.name === name);
      // What a kind of goods needs is needed of goods only.
      expect(known?.required).toBe(field.required && !name.startsWith('items.'));
      expect(known?.isList ?? false).toBe(field.isList);
      expect(kindsOf[field.type] ?? ['enum']).toContain(known?.kind);
      if (kindsOf[field.type] === undefined) {
        expect(known?.values?.map(({ value }) => value).sort()).toEqual(enumValues(noun, field.type).sort());
      }
    },
  );

  test('no word stands for two values of a field', () => {
    for (const { values = [] } of own) {
      const words = values.flatMap((entry) => [...new Set([entry.value.toLowerCase(), ...entry.words])]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });
});

/** Where problems of a row come from. */
const sources = [
  'shared/{uscc,text,area-code,decimal,money}.ts',
  'subgraphs/partners/{partner,resource}/*.ts',
  'subgraphs/organizations/organization/*.ts',
  'subgraphs/organizations/area/area.rules.ts',
  'subgraphs/donations/donation/donation.{rule,service}.ts',
  'subgraphs/imports/columns/*.ts',
  'subgraphs/imports/steps/{examination,references}.ts',
  'shared/imports/*.ts',
];

/** Codes of what no row of a file can be: another mutation's, a reason of idleness, a choice of order, a problem of a mapping. */
const ofOthers = new Set([
  'IDLE_DAYS',
  'UNKNOWN_FIELD',
  'UNKNOWN_COLUMN',
  'FIELD_MAPPED_TWICE',
  'COLUMN_MAPPED_TWICE',
  'FIELD_NOT_MAPPED',
]);

test('every code of a problem of a row has a sentence in Chinese', () => {
  const values = new Set(
    importNouns.flatMap((noun) =>
      definitionsOf(noun).flatMap((node) =>
        node.kind === Kind.ENUM_TYPE_DEFINITION ? (node.values ?? []).map(({ name }) => name.value) : [],
      ),
    ),
  );
  const files = sources.flatMap((pattern) => globSync(pattern)).filter((file) => !file.endsWith('.test.ts'));
  const codes = files.flatMap(
    (file) => readFileSync(file, 'utf8').match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? [],
  );
  expect(codes.length).toBeGreaterThan(60);
  const silent = [...new Set(codes)].filter(
    (code) => !reasonCodes.includes(code) && !values.has(code) && !ofOthers.has(code),
  );
  expect(silent).toEqual([]);
});
