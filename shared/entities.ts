import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { HubError } from './errors.js';

/** Of one look-up (`_entities`); the gateway asks for more in several, so only a caller who makes his own meets it (hostile case 28). */
export const entitiesMax = 500;

/** Refuses look-ups of more entities than that before any of them is resolved. */
export function boundEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (field === undefined) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: { representations: unknown[] }, context, info) => {
    const { length } = args.representations;
    if (length > entitiesMax) {
      throw new HubError(
        'LIMIT_EXCEEDED',
        `_entities: ${length} representations were sent; at most ${entitiesMax} are allowed.`,
        { argument: 'representations' },
      );
    }
    return resolve(source, args, context, info) as unknown;
  };
}
