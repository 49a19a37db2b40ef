import { randomUUID } from 'node:crypto';
import { makeApiKey } from '#shared/api-key.js';
import { lookUp } from '#shared/directory.js';
import { HubError } from '#shared/errors.js';
import { checkedId } from '#shared/id.js';
import { Inspection, type InvalidInput, type UnknownReference, unknownReference } from '#shared/problem.js';
import { examineText } from '#shared/text.js';
import { type Scope, scopes } from '#shared/viewer.js';
import { write } from '#shared/write.js';
import type { IdentityContext } from '../context.js';
import { ApiKey } from './api-key.entity.js';
import type { CreateApiKeyInput, RevokeApiKeyInput } from './api-key.input.js';
import { ApiKeyCreated } from './api-key.result.js';

const labelMax = 100;
const dayMs = 86_400_000;
/** A key that nobody thinks of any more ends by itself. */
const usualDays = 365;
const daysMax = 730;

/** Makes a key for a program; the secret is in this answer and nowhere else. */
export async function createApiKey(
  context: IdentityContext,
  input: CreateApiKeyInput,
): Promise<ApiKeyCreated | InvalidInput | UnknownReference> {
  const partnerId = input.partnerId?.toLowerCase() ?? null;
  context.authorize('createApiKey', { partnerId });
  refuseKeys(context);
  const made = makeApiKey();
  const result = await write<ApiKey | InvalidInput | UnknownReference>(
    context,
    'createApiKey',
    input,
    async () => {
      const invalid = examineKey(input).result();
      if (invalid) return invalid;
      if (partnerId !== null) {
        const sought = { subgraph: 'partners', type: 'Partner', id: partnerId, selection: 'id' } as const;
        if ((await lookUp(context, sought)) === null) return unknownReference('partnerId', partnerId);
      }
      return (writer) =>
        writer.insert(ApiKey, {
          id: randomUUID(),
          label: input.label.trim(),
          prefix: made.prefix,
          secretHash: made.secretHash,
          scopes: scopes.filter((scope) => input.scopes.includes(scope)),
          partnerId,
          expiresAt: expiryOf(input),
          createdBy: context.viewer.subject ?? '',
        });
    },
  );
  if (!(result instanceof ApiKey)) return result;
  // A repeat is answered with the first key, whose secret nobody has any more.
  const secret = result.prefix === made.prefix ? made.text : null;
  return Object.assign(new ApiKeyCreated(), { apiKey: result, secret });
}

/** Makes a key useless for good; one that already is stays as it is. */
export async function revokeApiKey(context: IdentityContext, input: RevokeApiKeyInput): Promise<ApiKey> {
  const id = checkedId('apiKeyId', input.apiKeyId);
  refuseKeys(context);
  return write<ApiKey>(context, 'revokeApiKey', input, async () => async (writer) => {
    const key = await writer.lock(ApiKey, id);
    if (key === null)
      throw new HubError('NOT_FOUND', `apiKeyId: there is no key "${id}" that you may revoke.`, {
        argument: 'apiKeyId',
      });
    context.authorize('revokeApiKey', key);
    return key.revokedAt === null ? writer.update(key, { revokedAt: new Date() }) : key;
  });
}

/** A stolen key must not be able to make another that outlives it, or to lock its owner out. */
function refuseKeys({ viewer }: IdentityContext): void {
  if (viewer.scopes !== null)
    throw new HubError('FORBIDDEN', 'API keys are made and revoked by people, not with an API key.');
}

const expiryOf = ({ expiresAt }: CreateApiKeyInput): Date =>
  expiresAt == null ? new Date(Date.now() + usualDays * dayMs) : new Date(expiresAt);

function examineKey(input: CreateApiKeyInput): Inspection {
  const days = (expiryOf(input).getTime() - Date.now()) / dayMs;
  const known = input.scopes.filter((scope) => scopes.includes(scope as Scope));
  const allowed = `at least one of ${scopes.join(', ')} is expected.`;
  return new Inspection()
    .add('label', examineText(input.label, { max: labelMax }))
    .expect(known.length > 0 && known.length === input.scopes.length, 'scopes', 'SCOPE_UNKNOWN', allowed)
    .expect(
      days > 0 && days <= daysMax,
      'expiresAt',
      'EXPIRY_OUT_OF_RANGE',
      `an instant within the next ${daysMax} days is expected.`,
    );
}
