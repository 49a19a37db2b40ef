import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';

/** What a selection holds when all its fragments are spread. */
interface Measure {
  selections: number;
  depth: number;
  aliases: number;
  rootFields: number;
}

const limitOf = {
  recursiveSelections: 'selections',
  depth: 'depth',
  aliases: 'aliases',
  rootFields: 'rootFields',
} as const;

/**
 * Yields the first limit that a document exceeds, or null. Each fragment is measured once, whatever spreads it, so a bomb of 2^22
 * fields costs no more than its text; a spread that leads back to itself counts nothing, and validation refuses it.
 */
export function excessOf(document: DocumentNode, limits: Limits): HubError | null {
  const directives = directivesIn(document);
  if (directives > limits.directives) return limitExceeded('directives', limits, directives);
  const fragments = measurer(document);
  for (const operation of operationsOf(document)) {
    const measured = fragments(operation.selectionSet);
    for (const [limit, what] of Object.entries(limitOf) as [keyof typeof limitOf, keyof Measure][])
      if (measured[what] > limits[limit]) return limitExceeded(limit, limits, measured[what]);
  }
  return null;
}

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

function directivesIn(document: DocumentNode): number {
  let found = 0;
  visit(document, {
    Directive: () => {
      found += 1;
    },
  });
  return found;
}

function measurer(document: DocumentNode): (set: SelectionSetNode) => Measure {
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const known = new Map<string, Measure>();
  const none: Measure = { selections: 0, depth: 0, aliases: 0, rootFields: 0 };
  const ofFragment = (name: string): Measure => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, none);
    const fragment = fragments.get(name);
    const measured = fragment === undefined ? none : ofSet(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  };
  const ofSet = ({ selections }: SelectionSetNode): Measure => {
    const whole = { ...none };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const inside = isField
        ? ofField(selection.selectionSet, selection.name.value)
        : selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : ofSet(selection.selectionSet);
      whole.selections += inside.selections + 1;
      whole.depth = Math.max(whole.depth, inside.depth + Number(isField));
      whole.aliases += inside.aliases + Number(isField && selection.alias !== undefined);
      whole.rootFields += isField ? 1 : inside.rootFields;
    }
    return whole;
  };
  // The schema's own description nests deeper than any data (GraphiQL asks for 13 levels); graphql-js bounds it by itself.
  const ofField = (set: SelectionSetNode | undefined, name: string): Measure => {
    if (set === undefined) return none;
    const inside = ofSet(set);
    return name === '__schema' || name === '__type' ? { ...inside, depth: 0 } : inside;
  };
  return ofSet;
}
