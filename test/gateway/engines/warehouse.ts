import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@apollo/composition';
import { execute, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { SourceFor } from '#gateway/source.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires"])`;

const products = `${link}
  interface Item { id: ID! name: String }
  type Book implements Item @key(fields: "id") { id: ID! name: String pages: Int weight: Float kind: Kind size: Size @shareable parts: [Part] @shareable }
  type Size { width: Int }
  type Part { name: String }
  type Film implements Item @key(fields: "id maker { code }") { id: ID! name: String minutes: Int maker: Maker }
  type Maker @key(fields: "code") { code: ID! label: String }
  enum Kind { PAPER AUDIO }
  union Any = Book | Film | Maker
  type Shelf { items: [Item!]! rows: [[Item]] any: [Any] first: Book }
  type Query { shelf(size: Int = 4): Shelf items(ids: [ID!]): [Item] book(id: ID!): Book }
  type Mutation { rename(id: ID!, name: String!): Book touch(id: ID!): Book }
`;

const shop = `${link}
  type Book @key(fields: "id") {
    id: ID!
    weight: Float @external
    price(currency: String = "CNY"): Int
    postage: Float @requires(fields: "weight")
    similar: [Book]
    size: Size @shareable
    parts: [Part] @shareable
  }
  type Film @key(fields: "id maker { code }") { id: ID! maker: Maker price: Int }
  type Maker @key(fields: "code") { code: ID! sold: Int broken: Int }
  type Size { depth: Int }
  type Part { price: Int }
  type Query { cheapest: Book }
`;

interface Thing {
  id: string;
  name: string | null;
  weight?: number;
  maker?: { code: string; label: string | null };
}

const things = (): Thing[] => [
  { id: 'b1', name: 'First "quoted" \u2028 书 \ud83d\ude00', pages: 10, weight: 1.5, kind: 'PAPER' } as Thing,
  { id: 'f1', name: null, minutes: 90, maker: { code: 'm1', label: 'One' } } as Thing,
  { id: 'b2', name: 'Second', pages: null, weight: 0, kind: 'AUDIO' } as Thing,
  { id: 'f2', name: 'Fourth', minutes: 1, maker: { code: 'm22', label: null } } as Thing,
];
const thing = (id: string) => things().find((each) => each.id === id) ?? null;

function typeOf(value: object): string {
  if ('pages' in value) return 'Book';
  return 'minutes' in value ? 'Film' : 'Maker';
}

const productResolvers = {
  Item: { __resolveType: typeOf },
  Any: { __resolveType: typeOf },
  Query: {
    shelf: (_: unknown, { size }: { size: number }) => ({
      items: things().slice(0, size),
      rows: [[thing('b1'), null, thing('b2')], null, [thing('f1'), thing('b1')]],
      any: [...things(), { code: 'm1', label: 'One' }, null],
      first: thing('b2'),
    }),
    items: (_: unknown, { ids = ['b1', 'f1', 'b1', 'none'] }: { ids?: string[] }) => ids.map(thing),
    book: (_: unknown, { id }: { id: string }) => thing(id),
  },
  Mutation: {
    rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...thing(id), name }),
    touch: (_: unknown, { id }: { id: string }) => thing(id),
  },
  Book: {
    __resolveReference: ({ id }: { id: string }) => thing(id),
    size: () => ({ width: 2 }),
    parts: () => [{ name: 'cover' }, null, { name: 'spine' }],
  },
};

const refused = (message: string, code: string) => () => {
  throw new GraphQLError(message, { extensions: { code } });
};
const itself = { __resolveReference: (reference: object) => reference };

const shopResolvers = {
  Book: {
    ...itself,
    price: ({ id }: Thing, { currency }: { currency: string }) =>
      id === 'b2' ? refused('It has no price.', 'NOT_FOUND')() : id.length * (currency === 'CNY' ? 7 : 1),
    postage: ({ weight = 0 }: Thing) => weight * 2,
    similar: () => [{ id: 'b2' }, { id: 'b1' }, null],
    size: () => ({ depth: 3 }),
    parts: () => [{ price: 1 }, null, { price: 2 }],
  },
  Film: { ...itself, price: ({ maker }: Thing) => maker?.code.length },
  Maker: { ...itself, sold: () => 3, broken: refused('It is broken.', 'INTERNAL') },
  Query: { cheapest: () => ({ id: 'b1' }) },
};

const schemas: Record<string, GraphQLSchema> = {
  products: buildSubgraphSchema([{ typeDefs: parse(products), resolvers: productResolvers as never }]),
  shop: buildSubgraphSchema([{ typeDefs: parse(shop), resolvers: shopResolvers as never }]),
};

/** A supergraph with what the hub's own has not: @requires, interfaces and unions of entities, compound keys, entities in lists of lists. */
export const warehouseSupergraph = (): string => {
  const typeDefs = { products, shop };
  const services = Object.entries(typeDefs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
};

/** Answers as a subgraph would over HTTP, and notes each fetch. */
export const warehouse =
  (fetched: string[]): SourceFor =>
  (name) =>
  async ({ document, variables = {}, operationName = null }) => {
    const schema = schemas[name] as GraphQLSchema;
    const [mistake] = validate(schema, document);
    if (mistake !== undefined) throw mistake;
    fetched.push(name);
    const answer = await execute({ schema, document, variableValues: variables, operationName });
    return overHttp(answer);
  };

function overHttp(answer: ExecutionResult): ExecutionResult {
  const { data, errors } = JSON.parse(JSON.stringify(answer)) as ExecutionResult;
  return {
    data: data ?? null,
    ...(errors === undefined
      ? {}
      : {
          errors: errors.map(
            ({ message, path = [], extensions }) => new GraphQLError(message, { path, extensions }),
          ),
        }),
  };
}
