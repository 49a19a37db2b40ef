import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { fragmentsOf } from '../conditions.js';
import type { Shape, Step, Value, Variables } from './program.js';

/** Finds out what an operation asks for, where its conditions are what some variables make them. */
export class Shaping {
  private readonly fragments: Record<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    this.fragments = fragmentsOf(document);
  }

  ofRoot(root: GraphQLObjectType): Shape {
    const { schema, fragments, variables, operation } = this;
    return this.of(root, collectFields(schema, fragments, variables, root, operation.selectionSet));
  }

  private within(type: GraphQLObjectType, nodes: readonly FieldNode[]): Shape {
    return this.of(type, collectSubfields(this.schema, this.fragments, this.variables, type, nodes));
  }

  private of(type: GraphQLObjectType, asked: ReadonlyMap<string, readonly FieldNode[]>): Shape {
    const fields: Step[] = [];
    const blank: Record<string, undefined> = {};
    for (const [key, nodes] of asked) {
      const [node] = nodes as [FieldNode];
      const field = type.getFields()[node.name.value];
      if (field === undefined && node.name.value !== '__typename') continue;
      // No assignment: an alias may be a name that objects have a meaning for.
      Object.defineProperty(blank, key, {
        value: undefined,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      fields.push(field === undefined ? this.typeName(type, key, nodes) : this.step(type, field, key, nodes));
    }
    return { type, fields, blank };
  }

  private typeName(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Step {
    const name = '__typename';
    const value: Value = { kind: 'leaf', nonNull: true, type: { name, serialize: () => type.name } };
    const info = { fieldName: name, parentType: type } as GraphQLResolveInfo;
    return { key, name, nodes, resolve: () => type.name, args: () => ({}), info, value };
  }

  private step(
    parentType: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    key: string,
    nodes: readonly FieldNode[],
  ): Step {
    const { schema, fragments, operation, variables: variableValues } = this;
    const { name, type: returnType, resolve } = field;
    const info = { fieldName: name, fieldNodes: nodes, returnType, parentType, schema, fragments, operation };
    return {
      key,
      name,
      nodes,
      resolve: resolve ?? null,
      args: argumentsOf(field, nodes[0] as FieldNode),
      info: {
        ...info,
        path: { prev: undefined, key, typename: parentType.name },
        rootValue: undefined,
        variableValues,
      },
      value: this.value(returnType, nodes),
    };
  }

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Value {
    const nonNull = isNonNullType(type);
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) return { kind: 'list', nonNull, item: this.value(inner.ofType, nodes) };
    if (isLeafType(inner)) return { kind: 'leaf', nonNull, type: inner };
    if (isObjectType(inner)) return { kind: 'object', nonNull, shape: this.within(inner, nodes) };
    if (!isAbstractType(inner))
      throw new Error(`A field of an answer is of no type that answers have: ${String(inner)}.`);
    const shapeOf = new Map(
      this.schema.getPossibleTypes(inner).map((possible) => [possible.name, this.within(possible, nodes)]),
    );
    return { kind: 'abstract', nonNull, type: inner, shapeOf };
  }
}

/** Arguments without variables are the same for every operation. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Step['args'] {
  if (node.arguments?.some(hasVariable)) return (variables) => getArgumentValues(field, node, variables);
  let known: Record<string, unknown> | undefined;
  return () => (known ??= getArgumentValues(field, node));
}

function hasVariable(node: ArgumentNode): boolean {
  let found = false;
  visit(node, { Variable: () => void (found = true) });
  return found;
}
