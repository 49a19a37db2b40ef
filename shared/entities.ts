import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { HubError } from './errors.js';

/** Of one look-up (`_entities`); the gateway asks for more in several, so only a caller who makes his own meets it (hostile case 28). */
export const entitiesMax = 500;

/** Refuses a look-up of more entities than that. */
export function checkEntities({ length }: readonly unknown[]): void {
  if (length <= entitiesMax) return;
  throw new HubError(
    'LIMIT_EXCEEDED',
    `_entities: ${length} representations were sent; at most ${entitiesMax} are allowed.`,
    { argument: 'representations' },
  );
}

/** Refuses them also where graphql-js runs the operation, before any of them is resolved. */
export function boundEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (field === undefined) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: { representations: unknown[] }, context, info) => {
    checkEntities(args.representations);
    return resolve(source, args, context, info) as unknown;
  };
}
