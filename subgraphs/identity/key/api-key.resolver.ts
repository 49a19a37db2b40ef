import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageRequest, RootPageArgs } from '#shared/page.js';
import type { IdentityContext } from '../context.js';
import { PartnerStub } from '../partner/partner.stub.js';
import { ApiKey } from './api-key.entity.js';
import { CreateApiKeyInput, RevokeApiKeyInput } from './api-key.input.js';
import { findValidKey, noteUse, searchApiKeys } from './api-key.queries.js';
import { ApiKeyBearer, ApiKeyConnection, CreateApiKeyResult, RevokeApiKeyResult } from './api-key.result.js';
import { createApiKey, revokeApiKey } from './api-key.service.js';

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description: 'Keys, oldest first: all of them for an administrator, its own for a partner.',
  })
  async apiKeys(
    @Args(() => RootPageArgs) page: RootPageArgs,
    @Ctx() { em, viewer, momentary }: IdentityContext,
  ) {
    // That a key was used is noted without a record in the audit log.
    momentary();
    const own = viewer.roles.includes('admin') ? null : viewer.partnerId;
    return new ApiKeyConnection(await searchApiKeys(em, pageRequest(page, 'CREATED_AT'), own));
  }

  @Directive('@inaccessible')
  @Query(() => ApiKeyBearer, {
    nullable: true,
    description: 'Who asks with a key, by what is kept of it; null when it opens nothing. For the gateway.',
  })
  async apiKeyBearer(
    @Arg('prefix', () => String) prefix: string,
    @Arg('secretHash', () => String) secretHash: string,
    @Ctx() { em, momentary }: IdentityContext,
  ): Promise<ApiKeyBearer | null> {
    momentary();
    const key = await findValidKey(em, { prefix, secretHash });
    if (key === null) return null;
    await noteUse(em, key);
    const { partnerId, scopes, expiresAt } = key;
    return Object.assign(new ApiKeyBearer(), { partnerId, scopes, expiresAt });
  }

  @Mutation(() => CreateApiKeyResult, {
    description:
      'Makes a key for a program: for any partner or none by an administrator, for itself by a partner.',
  })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() context: IdentityContext,
  ) {
    return createApiKey(context, input);
  }

  @Mutation(() => RevokeApiKeyResult, {
    description:
      'Makes a key useless for good, within 30 seconds: by an administrator or the partner it acts for.',
  })
  revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput) input: RevokeApiKeyInput,
    @Ctx() context: IdentityContext,
  ) {
    return revokeApiKey(context, input);
  }

  @FieldResolver(() => PartnerStub, { nullable: true, description: 'The partner that the key acts for.' })
  partner(@Root() { partnerId }: ApiKey): PartnerStub | null {
    return partnerId === null ? null : Object.assign(new PartnerStub(), { id: partnerId });
  }
}
