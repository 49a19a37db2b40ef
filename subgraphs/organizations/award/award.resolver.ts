import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { OrganizationsContext } from '../context.js';
import { RecordAwardInput } from './award.input.js';
import { RecordAwardResult } from './award.result.js';
import { recordAward } from './award.service.js';

@Resolver()
export class AwardResolver {
  @Mutation(() => RecordAwardResult, { description: 'Puts an honour on record: by an administrator.' })
  recordAward(
    @Arg('input', () => RecordAwardInput) input: RecordAwardInput,
    @Ctx() context: OrganizationsContext,
  ) {
    return recordAward(context, input);
  }
}
