import { getMetadataStorage } from 'type-graphql';

/** A field's function, as graphql-js calls it. */
type Resolve = (root: unknown, args: unknown, context: unknown, info: unknown) => unknown;

/** What type-graphql knows of a method behind a field. */
type Known = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];

/** Resolvers by type and field, as `createResolversMap` yields them. */
export type ResolverMap = Record<string, Record<string, unknown>>;

/**
 * Calls a field's method without type-graphql's wrapper where that only passes on parent and context: it costs a microsecond for
 * each row of a list. Methods with arguments or middlewares keep the wrapper, which makes the arguments objects of their classes.
 */
export function leanResolvers(map: ResolverMap, resolvers: readonly (new () => object)[]): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  // By type: two subgraphs may have classes of the same name.
  const typeNames = new Map(objectTypes.map(({ target, name }) => [target as unknown, name]));
  for (const known of fieldResolvers) {
    const isOwn = resolvers.includes(known.target as never);
    if (known.kind !== 'external' || !isOwn || known.middlewares?.length || known.roles) continue;
    const fields = map[typeNames.get(known.getObjectType?.()) ?? ''];
    const lean = leanResolver(known);
    if (lean !== null && fields?.[known.schemaName] !== undefined) fields[known.schemaName] = lean;
  }
}

function leanResolver({ target, methodName, params = [] }: Known): Resolve | null {
  const kinds = params.toSorted((one, other) => one.index - other.index);
  if (kinds.some((param) => !isPassedOn(param))) return null;
  // Resolver classes hold no state: one object serves all requests, as in type-graphql's own container.
  const resolver = new (target as new () => Record<string, Resolve>)();
  const [first, second] = kinds.map(({ kind }) => kind);
  if (kinds.length > 2 || first === undefined) return null;
  const method = (resolver[methodName] as Resolve).bind(resolver) as (...given: unknown[]) => unknown;
  if (second === undefined)
    return first === 'root' ? (root) => method(root) : (_root, _args, context) => method(context);
  if (first === 'root' && second === 'context') return (root, _args, context) => method(root, context);
  return null;
}

/** Whether a parameter is the parent or the context as they are. */
function isPassedOn(param: NonNullable<Known['params']>[number]): boolean {
  if (param.kind === 'context') return param.propertyName === undefined;
  return param.kind === 'root' && param.propertyName === undefined && param.getType === undefined;
}
