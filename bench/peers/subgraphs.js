// Three subgraphs of the same tables, as somebody would write them with @apollo/subgraph.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { organizationsBehind } from './statements.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const reference = { __resolveReference: ({ id }) => ({ id }) };

export const subgraphs = {
  organizations: {
    typeDefs: parse(`${link}
      type Query { organizations(first: Int = 20, after: String): OrganizationConnection! }
      type OrganizationConnection { nodes: [Organization!]! }
      type Organization @key(fields: "id") { id: ID! name: String! }`),
    resolvers: {
      Query: {
        organizations: async (_root, { first, after }) => ({
          nodes: await organizationsBehind(first, after),
        }),
      },
      Organization: reference,
    },
  },
  partners: {
    typeDefs: parse(`${link}
      type Organization @key(fields: "id") { id: ID! resourceLinks(first: Int, after: String): ResourceLinkConnection! }
      type ResourceLinkConnection { nodes: [ResourceLink!]! }
      type ResourceLink { resource: Resource! partner: Partner! }
      type Resource { title: String! }
      type Partner { id: ID! name: String! }`),
    resolvers: {
      Organization: {
        ...reference,
        resourceLinks: async ({ id }, { first }, { links }) => ({ nodes: await links(first ?? 20).load(id) }),
      },
    },
  },
  donations: {
    typeDefs: parse(`${link}
      type Organization @key(fields: "id") { id: ID! funds: FundSummary! }
      type FundSummary { raised: Money! donationCount: Int! }
      type Money { amount: String! }`),
    resolvers: { Organization: { ...reference, funds: ({ id }, _args, { funds }) => funds.load(id) } },
  },
};

/** Yields the executable schema of a subgraph. */
export const schemaOf = (name) => buildSubgraphSchema([subgraphs[name]]);
