import { BREAK, type DocumentNode, type NameNode, visit } from 'graphql';
import { HubError } from '#shared/errors.js';

/**
 * Yields a refusal of a document that gives something a name which every object has already, or null. An engine that puts an answer
 * together by such a name writes into what all objects share: `{ area(code: "360300") { __proto__: parent { name } } }` gave every
 * object of the process a name (Hive's router-runtime 1.4.23), and the hub answered nobody any more.
 */
export function misnamedIn(document: DocumentNode): HubError | null {
  let found: string | null = null;
  const look = (name: NameNode | undefined) => {
    if (name === undefined || !(name.value in Object.prototype)) return undefined;
    found = name.value;
    return BREAK;
  };
  visit(document, {
    Field: ({ alias }) => look(alias),
    VariableDefinition: ({ variable }) => look(variable.name),
    FragmentDefinition: ({ name }) => look(name),
    OperationDefinition: ({ name }) => look(name),
  });
  return found === null
    ? null
    : new HubError(
        'BAD_USER_INPUT',
        `The name ${String(found)} is not allowed; any name that no object has is.`,
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
