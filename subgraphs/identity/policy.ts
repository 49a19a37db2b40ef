import { fields, ownPartner, type Policy, type Rule } from '#shared/policy.js';

export type Action = 'createApiKey' | 'revokeApiKey';

const keyHolders: Rule = [ownPartner, 'admin'];

/** Who may read which field and run which mutation. */
export const policy: Policy<Action> = {
  Query: {
    ...fields('viewer'),
    ...fields('apiKeys', keyHolders),
    ...fields('apiKeyBearer', ['internal']),
  },
  Mutation: {
    createApiKey: keyHolders,
    revokeApiKey: keyHolders,
  },
  types: {
    Viewer: fields('subject roles partnerId organizationId'),
    ApiKey: fields(
      'id label prefix scopes partner expiresAt createdBy createdAt lastUsedAt revokedAt',
      keyHolders,
    ),
    ApiKeyCreated: fields('apiKey secret', keyHolders),
    ApiKeyBearer: fields('partnerId scopes expiresAt', ['internal']),
    Partner: fields('id'),
  },
};
