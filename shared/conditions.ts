import { type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';

type Variables = Readonly<Record<string, unknown>>;

/** Sets of values of an operation's conditions; who varies more only pays for what is made of one. */
const setsMax = 16;

/** Makes something of an operation once for each set of values of the variables that decide what it asks for. */
export function byConditions<Made extends object>(
  document: DocumentNode,
  make: (variables: Variables) => Made,
): (variables: Variables) => Made {
  const conditions = conditionsIn(document);
  const known = new LRUCache<string, Made>({ max: setsMax });
  return (variables) => {
    const key = conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const made = make(variables);
    known.set(key, made);
    return made;
  };
}

/** Lists the variables that decide what an operation asks for: those of `@skip` and `@include`. */
function conditionsIn(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) found.add(value.name.value);
    },
  });
  return [...found].sort();
}

/** Yields a document's fragments by name. */
export function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(found.map((node) => [node.name.value, node]));
}
