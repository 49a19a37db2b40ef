import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { fragmentsOf } from '#shared/conditions.js';
import { quoted, textOf } from './json-text.js';
import { type Dictionary, isDictionary, typeNameOf } from './types.js';

/** Writes an answer's data as JSON, in the form that was asked for; what is not there is null. */
export type Form = (data: Dictionary) => string;

/** Writes one value. */
type Writer = (value: unknown) => string;

interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The values that `@skip` and `@include` are decided by. */
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Compiles the form of an operation's answer: fields in the order of the selection, aliases, fragments by type. Conditions are decided here,
 * so a form is for one set of their values.
 */
export function formOf({ schema, document, operation, variables }: Asked): Form {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const forms = new Forms(schema, fragmentsOf(document), variables);
  return forms.object(root, collectFields(schema, forms.fragments, variables, root, operation.selectionSet));
}

type Fields = ReadonlyMap<string, readonly FieldNode[]>;

class Forms {
  constructor(
    private readonly schema: GraphQLSchema,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** Writes an object of one type. */
  object(type: GraphQLObjectType, fields: Fields): (value: Dictionary) => string {
    const members = [...fields].flatMap(([key, nodes]) => this.member(type, key, nodes));
    members.forEach((member, index) => {
      member.lead = `${index === 0 ? '{' : ','}${member.lead}`;
    });
    if (members.length === 0) return () => '{}';
    return (value) => {
      let text = '';
      for (const { lead, key, write } of members) text += lead + write(value[key]);
      return `${text}}`;
    };
  }

  private member(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]) {
    const name = nodes[0]?.name.value as string;
    const lead = `${quoted(key)}:`;
    if (name === TypeNameMetaFieldDef.name) {
      const own = quoted(type.name);
      return [{ lead, key, write: (value: unknown) => (typeof value === 'string' ? quoted(value) : own) }];
    }
    // Validation has found the field, or the schema describes itself.
    const field =
      [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name) ?? type.getFields()[name];
    return field === undefined ? [] : [{ lead, key, write: this.value(field.type, nodes) }];
  }

  private value(declared: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    const type = isNonNullType(declared) ? declared.ofType : declared;
    if (isListType(type)) return listOf(this.value(type.ofType as GraphQLOutputType, nodes));
    if (isObjectType(type)) return orNull(this.object(type, this.subfields(type, nodes)));
    if (isAbstractType(type)) return this.abstract(type, nodes);
    if (isEnumType(type)) {
      const texts = new Map(type.getValues().map(({ name }) => [name as unknown, quoted(name)]));
      return (value) => texts.get(value) ?? 'null';
    }
    return textOf;
  }

  /** Writes an object of the type that it names. A plan asks for no name where every type is written alike. */
  private abstract(abstract: GraphQLAbstractType, nodes: readonly FieldNode[]): Writer {
    const known = new Map<string, (value: Dictionary) => string>();
    const types = this.schema.getPossibleTypes(abstract);
    const writeAs = (name: string | undefined): ((value: Dictionary) => string) => {
      const type = name === undefined ? types[0] : types.find((each) => each.name === name);
      // Of a type that clients do not see.
      if (type === undefined) return () => 'null';
      const write = this.object(type, this.subfields(type, nodes));
      known.set(name ?? '', write);
      return write;
    };
    return orNull((value) => {
      const name = typeNameOf(value);
      return (known.get(name ?? '') ?? writeAs(name))(value);
    });
  }

  private subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields {
    return collectSubfields(
      this.schema,
      this.fragments,
      this.variables as Record<string, unknown>,
      type,
      nodes,
    );
  }
}

const orNull =
  (write: (value: Dictionary) => string): Writer =>
  (value) =>
    isDictionary(value) ? write(value) : 'null';

function listOf(write: Writer): Writer {
  return (value) => {
    if (!Array.isArray(value)) return 'null';
    let text = '';
    for (const item of value) text += text === '' ? write(item) : `,${write(item)}`;
    return `[${text}]`;
  };
}
