import {
  type ASTNode,
  buildASTSchema,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  visit,
} from 'graphql';

/** What composition adds to describe subgraphs to gateways. */
const internal = /^(link|inaccessible|(link__|join__|core__)\w*|_Entity|_Any|_FieldSet|_Service)$/;

/** Makes the schema that clients see of a supergraph: nothing of its composition, and nothing that is marked inaccessible. */
export function apiSchemaOf(supergraph: DocumentNode): GraphQLSchema {
  const hidden = hiddenTypes(supergraph);
  const document = visit(supergraph, {
    enter: (node: ASTNode) => (isInaccessible(node) || isInternal(node) ? null : undefined),
    // Of implemented interfaces and members of unions: composition lets no field show a type that is hidden.
    NamedType: ({ name }, _key, parent) =>
      Array.isArray(parent) && hidden.has(name.value) ? null : undefined,
    Directive: ({ name }: DirectiveNode) => (internal.test(name.value) ? null : undefined),
  });
  return buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
}

const isInaccessible = (node: ASTNode): boolean =>
  'directives' in node && node.directives?.some(({ name }) => name.value === 'inaccessible') === true;

const isInternal = (node: ASTNode): boolean => {
  if (node.kind === Kind.FIELD_DEFINITION) return node.name.value === '_entities';
  return node.kind.endsWith('Definition') && 'name' in node && internal.test(node.name?.value ?? '');
};

const hiddenTypes = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions.flatMap((node) =>
      'name' in node && node.name !== undefined && isInaccessible(node) ? [node.name.value] : [],
    ),
  );
