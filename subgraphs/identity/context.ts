import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '#shared/viewer.js';

export type IdentityContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs. */
export function createContext(em: EntityManager, viewer: Viewer) {
  return { em, viewer };
}
