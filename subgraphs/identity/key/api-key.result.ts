import { createUnionType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, UnknownReference } from '#shared/problem.js';
import { DateTimeScalar } from '#shared/scalars.js';
import { ApiKey } from './api-key.entity.js';

export const ApiKeyConnection = connectionType('ApiKey', () => ApiKey);

@ObjectType({ description: 'A new key. Its text is shown this once and can never be read again.' })
export class ApiKeyCreated {
  @Field(() => ApiKey)
  apiKey!: ApiKey;

  @Field(() => String, {
    nullable: true,
    description:
      'The whole key, to be sent as `Authorization: Bearer`. Null when a repeat of the request is answered: it was shown then and is not kept; revoke the key and make another if it was lost.',
  })
  secret!: string | null;
}

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  types: () => [ApiKeyCreated, InvalidInput, UnknownReference] as const,
});

export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  types: () => [ApiKey] as const,
});

@ObjectType({ description: 'Who asks with a key; for the gateway.' })
@Directive('@inaccessible')
export class ApiKeyBearer {
  @Field(() => ID, { nullable: true })
  partnerId!: string | null;

  @Field(() => [String])
  scopes!: string[];

  @Field(() => DateTimeScalar)
  expiresAt!: Date;
}
