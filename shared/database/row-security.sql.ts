import type { Viewer } from '../viewer.js';

/**
 * Row-level security is the second wall: the services authorize first, and what they would let through by mistake the database
 * still refuses. Who asks is told to it per transaction (never per connection, which the pool hands to the next request).
 */
const settings = {
  subject: 'hub.subject',
  roles: 'hub.roles',
  partner: 'hub.partner_id',
  organization: 'hub.organization_id',
};

/** Roles that may see or change rows a stranger may not; all others read without a transaction around each statement. */
const rolesWithRows = ['partner', 'organization', 'finance', 'admin', 'internal'];

/** Yields what the database is told about a viewer, or null when nothing depends on it. */
export function sessionOf({
  subject,
  roles,
  partnerId,
  organizationId,
}: Viewer): Record<string, string> | null {
  if (!roles.some((role) => rolesWithRows.includes(role))) return null;
  return {
    [settings.subject]: subject ?? '',
    [settings.roles]: roles.join(','),
    [settings.partner]: partnerId ?? '',
    [settings.organization]: organizationId ?? '',
  };
}

/** SQL functions of a schema that say who asks; inlined by the planner. */
export function viewerFunctions(schema: string): string[] {
  const setting = (name: string) => `nullif(current_setting('${name}', true), '')`;
  const define = (signature: string, body: string) =>
    `create function ${schema}.${signature} language sql stable parallel safe as $$ select ${body} $$`;
  return [
    define(
      'viewer_is(variadic wanted text[]) returns boolean',
      `coalesce(string_to_array(${setting(settings.roles)}, ',') && wanted, false)`,
    ),
    define('viewer_subject() returns text', setting(settings.subject)),
    define('viewer_partner() returns uuid', `${setting(settings.partner)}::uuid`),
    define('viewer_organization() returns uuid', `${setting(settings.organization)}::uuid`),
  ];
}

export interface RowRules {
  /** Condition on a row that may be read; every row when not given. */
  read?: string;
  /** Condition on a new row. */
  insert?: string;
  /** Condition on a row that may be changed, before and after the change. */
  update?: string;
}

/** SQL that guards a table of a schema for its hub role. The owner's triggers and checks keep their access by a policy of their own. */
export function guardTable(
  schema: string,
  table: string,
  { read = 'true', insert, update }: RowRules,
): string[] {
  const name = `${schema}.${table}`;
  const role = `hub_${schema}`;
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy ${table}_owner on ${name} to current_user using (true) with check (true)`,
    `create policy ${table}_read on ${name} for select to ${role} using (${read})`,
    ...(insert
      ? [`create policy ${table}_insert on ${name} for insert to ${role} with check (${insert})`]
      : []),
    ...(update
      ? [
          `create policy ${table}_update on ${name} for update to ${role} using (${update}) with check (${update})`,
        ]
      : []),
  ];
}
