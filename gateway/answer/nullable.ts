import { type DocumentNode, type FieldDefinitionNode, type TypeNode, visit } from 'graphql';

/**
 * Yields a supergraph in which every field may be null, for an engine to plan and shape answers with. What a fault costs is then null
 * where it is missing, with an error at its path, and nothing around it: a dashboard keeps the figures of the subgraphs that answer.
 * This is the error behaviour NULL of the GraphQL specification's proposal; clients see the schema as it is composed.
 */
export function allNullable(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, {
    FieldDefinition: (field): FieldDefinitionNode => ({ ...field, type: nullable(field.type) }),
    InputObjectTypeDefinition: () => false,
    DirectiveDefinition: () => false,
  });
}

function nullable(type: TypeNode): TypeNode {
  if (type.kind === 'NonNullType') return nullable(type.type);
  return type.kind === 'ListType' ? { ...type, type: nullable(type.type) } : type;
}
