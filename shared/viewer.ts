/** Who asks. Decided once at the gateway; a subgraph never sees a token. */
export interface Viewer {
  readonly subject: string | null;
  readonly roles: readonly string[];
}

/** Everybody who shows no token: may read public fields. */
export const anonymous: Viewer = Object.freeze({ subject: null, roles: Object.freeze([]) });
