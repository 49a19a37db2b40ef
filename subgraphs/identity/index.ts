import type { Subgraph } from '#shared/subgraph.js';
import { books } from './books.js';
import { createContext, type IdentityContext } from './context.js';
import { imports } from './imports.js';
import { ApiKey } from './key/api-key.entity.js';
import { ApiKeyResolver } from './key/api-key.resolver.js';
import { Identity20261125 } from './migrations/2026-11-25-identity.js';
import { Identity20261126Versions } from './migrations/2026-11-26-identity-versions.js';
import { policy } from './policy.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

/** Who asks, and the keys of programs that ask. */
export const identity: Subgraph<IdentityContext> = {
  name: 'identity',
  entities: [ApiKey],
  migrations: [
    { name: '2026-11-25-identity', class: Identity20261125 },
    { name: '2026-11-26-identity-versions', class: Identity20261126Versions },
  ],
  resolvers: [ViewerResolver, ApiKeyResolver],
  owns: [],
  stubs: [],
  references: {},
  policy,
  imports,
  books,
  // What is kept of a secret is of no use in a log.
  personal: { ApiKey: ['secretHash'] },
  createContext,
  loadDemo: () => Promise.resolve(0),
};
