import { getMetadataStorage } from 'type-graphql';

/** A field's function, as graphql-js calls it. */
type Resolve = (root: unknown, args: Args, context: unknown, info: unknown) => unknown;

type Args = Readonly<Record<string, unknown>>;
type Method = (...given: unknown[]) => unknown;

/** What type-graphql knows of a method behind a field, and of one of its parameters. */
type Known = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];
type Parameter = NonNullable<Known['params']>[number];
type Called = Pick<Known, 'target' | 'methodName' | 'params' | 'middlewares' | 'roles'>;

/** Resolvers by type and field, as `createResolversMap` yields them. */
export type ResolverMap = Record<string, Record<string, unknown>>;

/**
 * Takes type-graphql's wrappers off fields: each costs objects and promises for every row of a list. What is a property of its object,
 * or a method of it without parameters, needs no function at all; methods of resolver classes are called as they are. Arguments
 * reach them as graphql-js coerced them, not as objects of their classes, which have no methods. Mutations keep their wrappers, and
 * so does what has middlewares.
 */
export function leanResolvers(map: ResolverMap, resolvers: readonly (new () => object)[]): void {
  const { fieldResolvers, objectTypes, queries } = getMetadataStorage();
  // By type: two subgraphs may have classes of the same name.
  const typeNames = new Map(objectTypes.map(({ target, name }) => [target as unknown, name]));
  for (const { target, name, fields = [] } of objectTypes) {
    const own = fieldResolvers.filter((known) => known.getObjectType?.() === target);
    const busy = new Set(own.filter((known) => !isPlain(known)).map(({ schemaName }) => schemaName));
    for (const field of fields) {
      const isProperty = field.name === field.schemaName && !field.middlewares?.length;
      if (isProperty && !busy.has(field.schemaName)) delete map[name]?.[field.schemaName];
    }
  }
  const external = fieldResolvers.filter(({ kind }) => kind === 'external');
  const methods = external.map((known) => [typeNames.get(known.getObjectType?.()) ?? '', known] as const);
  for (const [type, known] of [...methods, ...queries.map((known) => ['Query', known] as const)]) {
    if (!resolvers.includes(known.target as never) || isGuarded(known)) continue;
    const fields = map[type];
    const lean = leanResolver(known);
    if (lean !== null && fields?.[known.schemaName] !== undefined) fields[known.schemaName] = lean;
  }
}

const isGuarded = ({ middlewares = [], roles }: Called): boolean =>
  middlewares.length > 0 || roles !== undefined;

/** Whether graphql-js calls it as it is: a method of the object itself. */
const isPlain = (known: Known): boolean =>
  known.kind === 'internal' &&
  known.params?.length === 0 &&
  !isGuarded(known) &&
  known.methodName === known.schemaName;

function leanResolver({ target, methodName, params = [] }: Called): Resolve | null {
  const parameters = params.toSorted((one, other) => one.index - other.index);
  if (!parameters.every(isPassedOn)) return null;
  // Resolver classes hold no state: one object serves all requests, as in type-graphql's own container.
  const resolver = new (target as new () => Record<string, Method>)();
  const method = (resolver[methodName] as Method).bind(resolver);
  const [first, second] = parameters.map(({ kind }) => kind);
  if (parameters.length === 1 && first === 'root') return (root) => method(root);
  if (parameters.length === 2 && first === 'root' && second === 'context')
    return (root, _args, context) => method(root, context);
  return (root, args, context) =>
    method(...parameters.map((parameter) => given(parameter, root, args, context)));
}

function given(parameter: Parameter, root: unknown, args: Args, context: unknown): unknown {
  switch (parameter.kind) {
    case 'root':
      return root;
    case 'context':
      return context;
    case 'arg':
      return args[parameter.name];
    default:
      // Its class declares some of the arguments, and a method takes from it what it knows.
      return args;
  }
}

/** Whether a parameter is the parent, the context or arguments as they are. */
function isPassedOn(parameter: Parameter): boolean {
  if (parameter.kind === 'context') return parameter.propertyName === undefined;
  if (parameter.kind === 'root')
    return parameter.propertyName === undefined && parameter.getType === undefined;
  return parameter.kind === 'arg' || parameter.kind === 'args';
}
