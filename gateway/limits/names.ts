import { BREAK, type DocumentNode, type NameNode, visit } from 'graphql';
import { HubError } from '#shared/errors.js';

/**
 * Fields by which the subgraphs' rows are joined. Plans read them from the answer as the client named it: with Hive's runtime 1.4.23,
 * `{ organizations { nodes { id: name funds { donationCount } } } }` looked for the money of a name, and said 0.
 */
export const keyFields: readonly string[] = ['id', 'code'];
/** What an engine itself asks for beside a client's fields, and reads by these names. */
const read = new Set(['__typename', ...keyFields]);

/**
 * Yields a refusal of a document that names something so that an engine mistakes it, or null. A name that every object has already leads
 * to what all objects share: `{ area(code: "360300") { __proto__: parent { name } } }` gave every object of the process a name (Hive's
 * runtime 1.4.23, which ran its plans then), and worse ones left a hub that answered nobody any more.
 */
export function misnamedIn(document: DocumentNode): HubError | null {
  let found: string | null = null;
  const take = (name: NameNode) => {
    found = name.value;
    return BREAK;
  };
  const look = (name: NameNode | undefined) =>
    name !== undefined && name.value in Object.prototype ? take(name) : undefined;
  visit(document, {
    Field: ({ alias, name }) =>
      alias !== undefined && alias.value !== name.value && read.has(alias.value) ? take(alias) : look(alias),
    VariableDefinition: ({ variable }) => look(variable.name),
    FragmentDefinition: ({ name }) => look(name),
    OperationDefinition: ({ name }) => look(name),
  });
  return found === null
    ? null
    : new HubError(
        'BAD_USER_INPUT',
        `The name ${String(found)} is not allowed for something else; another one is.`,
      );
}

/** Yields a refusal of a document with an operation of a kind that the hub has not, or null: an engine takes it for its own fault. */
export function subscriptionIn({ definitions }: DocumentNode): HubError | null {
  const found = definitions.some(
    (definition) => definition.kind === 'OperationDefinition' && definition.operation === 'subscription',
  );
  return found
    ? new HubError('BAD_USER_INPUT', 'The hub has no subscriptions; a query or a mutation is expected.')
    : null;
}
