// The schema and resolvers of a single server that somebody wrote by hand.
import { organizationsBehind } from './statements.js';

export const typeDefs = `
  type Query {
    organizations(first: Int = 20, after: String): OrganizationConnection!
  }
  type OrganizationConnection {
    nodes: [Organization!]!
  }
  type Organization {
    id: ID!
    name: String!
    resourceLinks(first: Int, after: String): ResourceLinkConnection!
    funds: FundSummary!
  }
  type ResourceLinkConnection {
    nodes: [ResourceLink!]!
  }
  type ResourceLink {
    resource: Resource!
    partner: Partner!
  }
  type Resource {
    title: String!
  }
  type Partner {
    id: ID!
    name: String!
  }
  type FundSummary {
    raised: Money!
    donationCount: Int!
  }
  type Money {
    amount: String!
  }
`;

export const resolvers = {
  Query: {
    organizations: async (_root, { first, after }) => ({ nodes: await organizationsBehind(first, after) }),
  },
  Organization: {
    resourceLinks: async ({ id }, { first }, { links }) => ({ nodes: await links(first ?? 20).load(id) }),
    funds: ({ id }, _args, { funds }) => funds.load(id),
  },
};
