import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** The two halves of an operation: what subgraphs answer, and what the schema says of itself; null where nothing of it was asked. */
export interface Halves {
  fetched: DocumentNode | null;
  described: DocumentNode | null;
}

const describing = new Set(['__schema', '__type']);

/** Separates what an operation asks of the schema itself, which no subgraph is asked and no planner knows. The operation stands alone then. */
export function split(document: DocumentNode, operation: OperationDefinitionNode): Halves {
  const half = (keeps: (name: string) => boolean): DocumentNode | null => {
    const selectionSet = kept(operation.selectionSet, document, keeps);
    if (selectionSet.selections.length === 0) return null;
    return withoutUnused({ ...operation, selectionSet }, document);
  };
  if (!isDescribing(document)) {
    const isTypeNameOnly = operation.selectionSet.selections.every(
      (node) => node.kind === Kind.FIELD && node.name.value === '__typename',
    );
    return { fetched: isTypeNameOnly ? null : withoutUnused(operation, document), described: null };
  }
  return {
    fetched: half((name) => !name.startsWith('__')),
    described: half((name) => describing.has(name)),
  };
}

function isDescribing(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Field: ({ name }) => void (found ||= describing.has(name.value)) });
  return found;
}

/** Keeps some of the root's fields; fragments at the root are written out, because others may use them too. */
function kept(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  keeps: (name: string) => boolean,
): SelectionSetNode {
  const found = selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return keeps(node.name.value) ? [node] : [];
    const body = node.kind === Kind.INLINE_FRAGMENT ? node : fragmentOf(document, node.name.value);
    const inside = kept(body.selectionSet, document, keeps);
    if (inside.selections.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(body.typeCondition === undefined ? {} : { typeCondition: body.typeCondition }),
        directives: node.directives ?? [],
        selectionSet: inside,
      },
    ];
  });
  return { kind: Kind.SELECTION_SET, selections: found };
}

const fragmentOf = ({ definitions }: DocumentNode, name: string): FragmentDefinitionNode =>
  definitions.find(
    (node): node is FragmentDefinitionNode =>
      node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
  ) as FragmentDefinitionNode;

/** Makes a document of one operation, with the fragments and variables that it uses. */
function withoutUnused(operation: OperationDefinitionNode, document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const variables = new Set<string>();
  const note = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name: { value: name } }) => {
        if (fragments.has(name)) return;
        fragments.set(name, fragmentOf(document, name));
        note(fragmentOf(document, name));
      },
    });
  };
  note(operation);
  const declared = operation.variableDefinitions?.filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions: declared ?? [] }, ...fragments.values()],
  };
}
