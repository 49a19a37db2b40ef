import {
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What a document asks of each type, wherever in it: rows are read with the columns behind these fields and no others. */
export class FieldsAsked {
  private readonly byType = new Map<string, Set<string>>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    const types = new TypeInfo(schema);
    const note = ({ name }: { name: { value: string } }) => {
      const parent = types.getParentType();
      if (!parent) return;
      // Whoever asks by an interface asks every type of it.
      const asked = isInterfaceType(parent) ? schema.getPossibleTypes(parent) : [parent];
      for (const type of asked) this.add(type.name, name.value);
    };
    visit(document, visitWithTypeInfo(types, { Field: note }));
  }

  /** Fields of a type; none where the document does not ask for it. */
  of(type: string): ReadonlySet<string> {
    return this.byType.get(type) ?? new Set();
  }

  /** Whether any list is asked for cursors, which name the place of a row in its order. */
  get cursors(): boolean {
    return [...this.byType.values()].some((fields) =>
      ['cursor', 'startCursor', 'endCursor'].some((name) => fields.has(name)),
    );
  }

  private add(type: string, field: string): void {
    const fields = this.byType.get(type);
    if (fields === undefined) this.byType.set(type, new Set([field]));
    else fields.add(field);
  }
}

/** Yields what documents ask, looked at once for each. */
export function fieldsOnce(schema: GraphQLSchema): (document: DocumentNode) => FieldsAsked {
  const known = new WeakMap<DocumentNode, FieldsAsked>();
  return (document) => {
    const found = known.get(document) ?? new FieldsAsked(schema, document);
    known.set(document, found);
    return found;
  };
}
