import { type DocumentNode, Kind, visit } from 'graphql';

/** Lists the variables that decide what an operation asks for: those of `@skip` and `@include`. */
export function conditionsIn(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) found.add(value.name.value);
    },
  });
  return [...found].sort();
}
