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

/** Roles that only read. */
const readingRoles: readonly Role[] = ['viewer', 'analyst'];

/**
 * Whether a viewer may change anything at all, or is the hub itself; what exactly, the policies say. Whoever may not can be shown
 * rows that are some seconds old without ever missing a change of its own.
 */
export function mayWrite({ roles, scopes }: Viewer): boolean {
  return roles.some((role) => !readingRoles.includes(role)) && (scopes === null || scopes.includes('write'));
}

/** The hub itself, for questions between its own parts. */
export const internalViewer = (subject: string): Viewer => ({ ...anonymous, subject, roles: ['internal'] });
