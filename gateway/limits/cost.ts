import {
  type ArgumentNode,
  type DocumentNode,
  getNamedType,
  getNullableType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  visit,
} from 'graphql';
import {
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
  getComplexity,
} from 'graphql-query-complexity';
import { pageDefault } from '#shared/page.js';

/** Of a list that cannot be asked for in pages: the kinds of something, the years of an area, the events of one record. */
const listAssumed = 10;
/** A mutation writes rows, keeps totals and an audit record: it is worth a small list. */
const mutationCost = 100;
/** A schema's description is long, and made from memory. */
const introspectionCost = 1_000;

/** What decides an operation's cost besides its document. */
export interface Costed {
  document: DocumentNode;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/**
 * Yields the cost of operations: how many values an answer may hold. A page counts as long as its `first` asks, by literal, variable or
 * default; a value counts 1. An operation's cost is kept per values of the variables that decide it.
 */
export function costOf(schema: GraphQLSchema): (costed: Costed) => number {
  const known = new WeakMap<DocumentNode, { deciding: readonly string[]; costs: Map<string, number> }>();
  const estimators = [estimate(schema)];
  return ({ document, operationName, variables }) => {
    const kept = known.get(document) ?? { deciding: decidingVariables(document), costs: new Map() };
    known.set(document, kept);
    // By name: what is left out has a default, and null is another value.
    const deciding = Object.fromEntries(kept.deciding.map((name) => [name, variables[name]]));
    const key = JSON.stringify([operationName, deciding]);
    const cost =
      kept.costs.get(key) ??
      getComplexity({
        schema,
        query: document,
        variables,
        estimators,
        ...(operationName === null ? {} : { operationName }),
      });
    if (kept.costs.size < costsMax) kept.costs.set(key, cost);
    return cost;
  };
}

/** Per document; who varies more only pays for the reckoning. */
const costsMax = 100;

const sizeArguments = new Set(['first', 'last', 'maxNodes']);

function decidingVariables(document: DocumentNode): string[] {
  const found = new Set<string>();
  const note = (given: readonly ArgumentNode[] = []) => {
    for (const { value } of given) if (value.kind === Kind.VARIABLE) found.add(value.name.value);
  };
  visit(document, {
    Directive: ({ arguments: given }) => note(given),
    Field: ({ arguments: given }) => note(given?.filter(({ name }) => sizeArguments.has(name.value))),
  });
  return [...found];
}

function estimate(schema: GraphQLSchema): ComplexityEstimator {
  const mutations = schema.getMutationType();
  const sized = sizedTypes(schema);
  return (asked) => {
    const { field, type, childComplexity } = asked;
    if (field.name === '__schema' || field.name === '__type') return introspectionCost;
    const values = isLeafType(getNamedType(field.type)) ? 1 : childComplexity * sizeOf(asked, sized);
    return type === mutations ? values + mutationCost : values;
  };
}

/** Types of which a field says how long the lists in them are: pages, and networks. */
function sizedTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  return new Set(
    fields
      .filter(({ type, args }) => !isListType(getNullableType(type)) && isSized(args))
      .map(({ type }) => getNamedType(type).name),
  );
}

const isSized = (args: readonly { name: string }[]): boolean =>
  args.some(({ name }) => sizeArguments.has(name));

function sizeOf({ field, args, type }: ComplexityEstimatorArgs, sized: ReadonlySet<string>): number {
  if (isSized(field.args)) {
    const [asked = pageDefault] = [...sizeArguments].flatMap((name) => (args[name] as number | null) ?? []);
    // An empty page is still counted and looked for; a negative one is refused by its subgraph.
    return Math.max(1, asked);
  }
  if (!isListType(getNullableType(field.type))) return 1;
  // What holds the list has counted it already.
  return sized.has(type.name) ? 1 : listAssumed;
}
