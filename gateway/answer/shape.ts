import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isInterfaceType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ValueKind, valueKindOf } from './value-kind.js';

type Variables = Readonly<Record<string, unknown>>;

/** A field of a plan's operation, as its answer must hold it. */
export interface FieldShape {
  key: string;
  /** Null for what every type has (`__typename`) and for `_entities`, which no schema of the hub names. */
  kind: ValueKind | null;
  /** Variable with the representations, for `_entities`. */
  representations: string | null;
  selection: Shape | null;
  /** Types that an object here may be of; empty for leaves. */
  types: ReadonlySet<string>;
  isIncluded(variables: Variables): boolean;
}

/** A selection set: fields of the type itself, and of those types that a fragment is on. */
export class Shape {
  private readonly known = new Map<string, readonly FieldShape[]>();

  constructor(
    private readonly own: readonly FieldShape[],
    private readonly fragments: readonly { types: ReadonlySet<string>; shape: Shape }[],
  ) {}

  /** Yields the fields that an object of a type has, whatever their @skip and @include say. */
  fieldsOf(type: string): readonly FieldShape[] {
    const known = this.known.get(type);
    if (known !== undefined) return known;
    const inner = this.fragments.filter(({ types }) => types.has(type));
    const fields = [...this.own, ...inner.flatMap(({ shape }) => shape.fieldsOf(type))];
    // An answer may name any type: only what the schema knows is kept.
    if (inner.length > 0 || this.known.size === 0) this.known.set(type, fields);
    return fields;
  }
}

/** Reads the shape of an operation's answer, once per document. */
export function shapeOnce(schema: GraphQLSchema): (document: DocumentNode) => Shape {
  const known = new WeakMap<DocumentNode, Shape>();
  return (document) => {
    const shape = known.get(document) ?? shapeOf(schema, document);
    known.set(document, shape);
    return shape;
  };
}

function shapeOf(schema: GraphQLSchema, document: DocumentNode): Shape {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === 'OperationDefinition',
  ) as OperationDefinitionNode;
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((node) => [node.name.value, node]),
  );
  const root = schema.getRootType(operation.operation)?.name ?? '';
  return new ShapeReader(schema, fragments).read(operation.selectionSet, root, []);
}

class ShapeReader {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  /** `conditions` are the @skip and @include of the fragments around. */
  read(set: SelectionSetNode, type: string, conditions: readonly Conditional[]): Shape {
    const fields: FieldShape[] = [];
    const inner: { types: ReadonlySet<string>; shape: Shape }[] = [];
    for (const node of set.selections) {
      if (node.kind === 'Field') {
        fields.push(this.field(node, type, conditions));
        continue;
      }
      const fragment = node.kind === 'InlineFragment' ? node : this.fragments.get(node.name.value);
      if (fragment === undefined) continue;
      const on = fragment.typeCondition?.name.value ?? type;
      inner.push({
        types: this.objectsOf(on),
        shape: this.read(fragment.selectionSet, on, [...conditions, node]),
      });
    }
    return new Shape(fields, inner);
  }

  private field(node: FieldNode, parent: string, conditions: readonly Conditional[]): FieldShape {
    const type = this.schema.getType(parent);
    const name = node.name.value;
    const declared =
      isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name]?.type ?? null) : null;
    const composite = declared !== null && isCompositeType(getNamedType(declared));
    const inside = name === '_entities' ? '_Entity' : composite ? getNamedType(declared).name : null;
    const all = [...conditions, node].filter(({ directives = [] }) => directives.length > 0);
    return {
      key: node.alias?.value ?? name,
      kind: declared === null ? null : valueKindOf(declared),
      representations: name === '_entities' ? representationsOf(node) : null,
      selection: node.selectionSet && inside !== null ? this.read(node.selectionSet, inside, []) : null,
      types: composite ? this.objectsOf(getNamedType(declared).name) : new Set(),
      isIncluded: all.length === 0 ? always : (variables) => all.every((each) => isIncluded(each, variables)),
    };
  }

  /** The object types that a type stands for. */
  private objectsOf(name: string): ReadonlySet<string> {
    const type = this.schema.getType(name);
    return new Set(
      isAbstractType(type) ? this.schema.getPossibleTypes(type).map((each) => each.name) : [name],
    );
  }
}

interface Conditional {
  readonly directives?: readonly DirectiveNode[];
}

const always = () => true;

function isIncluded(node: Conditional, variables: Variables): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function representationsOf({ arguments: given = [] }: FieldNode): string {
  const value = given.find(({ name }) => name.value === 'representations')?.value;
  return value?.kind === 'Variable' ? value.name.value : '';
}
