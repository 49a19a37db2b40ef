import type { ImportNoun } from '#shared/imports/protocol.js';
import type { AreaLevelName } from '#shared/area-code.js';
import { donationFields } from './donation.fields.js';
import { organizationFields } from './organization.fields.js';
import { partnerFields } from './partner.fields.js';
import { resourceFields } from './resource.fields.js';

/** How the text of a cell is read. */
export type FieldKind =
  'text' | 'uscc' | 'enum' | 'area' | 'date' | 'decimal' | 'amount' | 'integer' | 'boolean' | 'reference';

/** A value that a field may have, with the words that stand for it in files; the first is shown to people. */
export interface FieldValue {
  /** As the input has it; `true` and `false` of a boolean. */
  value: string;
  words: readonly string[];
}

/** A field of a noun's register mutation that a column of a file may fill. */
export interface Field {
  /** Path in the input, such as `uscc` or `items.0.quantity`; `areaCode.county` is a part of what `areaCode` is found by. */
  name: string;
  /** In Chinese, for templates and screens. */
  title: string;
  /** Whether a row without it is refused. */
  required: boolean;
  /** Words of header cells that mean it, in Chinese and English. */
  synonyms: readonly string[];
  kind: FieldKind;
  /** Of an enum and a boolean. */
  values?: readonly FieldValue[];
  /** How to fill it, in Chinese. */
  help: string;
  sample: string;
  /** Whether its cells must be formatted as text, because a spreadsheet would take its digits for a number. */
  isText: boolean;
  /** Whether it takes several values, separated by 、 or a comma. */
  isList?: boolean;
  isMultiline?: boolean;
  /** Whether its values may be about a person and are shown in no problem. */
  isPersonal?: boolean;
  /** What a reference names. */
  noun?: 'partners' | 'organizations' | 'projects' | 'campaigns';
  /** Level of the areas that are meant; any when not given. */
  level?: AreaLevelName;
  /** Field that takes the unit of this quantity. */
  unitField?: string;
  /** Whether a template leaves it out: it repeats another one or has a single value. */
  isRare?: boolean;
}

/** Fields of each noun, in the order of a template's columns. */
export const fields: Readonly<Record<ImportNoun, readonly Field[]>> = {
  partners: partnerFields,
  resources: resourceFields,
  organizations: organizationFields,
  donations: donationFields,
};

/** Yields the field of the noun with this name, or null. */
export function fieldOf(noun: ImportNoun, name: string): Field | null {
  return fields[noun].find((field) => field.name === name) ?? null;
}

/** Name of the field of the input that a field fills: `areaCode` of `areaCode.county`. */
export function inputFieldOf(name: string): string {
  return name.startsWith('areaCode.') ? 'areaCode' : name;
}
