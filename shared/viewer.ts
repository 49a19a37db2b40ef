/** What a person or program may be (design: who may do what). `internal` is the hub itself and can be claimed by no token. */
export const roles = [
  'viewer',
  'partner',
  'organization',
  'analyst',
  'finance',
  'admin',
  'internal',
] as const;
export type Role = (typeof roles)[number];

/** What an API key may be used for; a person's token is not limited by scopes. */
export const scopes = ['read', 'write', 'export:bulk'] as const;
export type Scope = (typeof scopes)[number];

/** Who asks. Decided once at the gateway; a subgraph never sees a token. */
export interface Viewer {
  /** Stable name of the person or program; null for a stranger. Goes into the audit log, so it is no personal data. */
  readonly subject: string | null;
  readonly roles: readonly Role[];
  /** The partner whose rows a viewer with the role partner may change. */
  readonly partnerId: string | null;
  /** The organization whose rows a viewer with the role organization may change. */
  readonly organizationId: string | null;
  /** Null where no API key limits the viewer. */
  readonly scopes: readonly Scope[] | null;
}

/** Everybody who shows no token: may read public fields. */
export const anonymous: Viewer = Object.freeze({
  subject: null,
  roles: Object.freeze([]),
  partnerId: null,
  organizationId: null,
  scopes: null,
});

/** The hub itself, for questions between its own parts. */
export const internalViewer = (subject: string): Viewer => ({ ...anonymous, subject, roles: ['internal'] });
