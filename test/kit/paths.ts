import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLSchema,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** One step of a way through the graph. */
export interface Step {
  field: string;
  /** Arguments that keep lists short. */
  passed: string;
}

/** No screen goes deeper, and the number of ways doubles with each level. */
const depthMax = 6;

/** `partner` and `organization` take one of two arguments, so neither is marked as required. */
const isNeeded = (argument: GraphQLArgument) => isRequiredArgument(argument) || argument.name === 'id';

/** Lists the ways from Query to a type that visit no type twice and need no argument. */
export function pathsTo(schema: GraphQLSchema, wanted: string): Step[][] {
  const found: Step[][] = [];
  const walk = (type: string, path: Step[], seen: ReadonlySet<string>) => {
    if (type === wanted) found.push(path);
    if (type === wanted || path.length === depthMax) return;
    const here = schema.getType(type);
    if (!isObjectType(here)) return;
    for (const { name, args, type: answer } of Object.values(here.getFields())) {
      const next = getNamedType(answer).name;
      if (name.startsWith('_') || seen.has(next) || args.some(isNeeded)) continue;
      const passed = args.some((argument) => argument.name === 'first') ? '(first: 2)' : '';
      walk(next, [...path, { field: name, passed }], new Set([...seen, next]));
    }
  };
  walk('Query', [], new Set(['Query']));
  return found;
}
