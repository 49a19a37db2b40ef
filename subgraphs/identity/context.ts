import type { RequestContext } from '#shared/subgraph.js';
import type { Action } from './policy.js';

export type IdentityContext = RequestContext<Action>;

/** This subgraph needs no more than every request has. */
export const createContext = (request: RequestContext<Action>): IdentityContext => request;
