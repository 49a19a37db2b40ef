import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { HubError } from './errors.js';
import type { Role, Scope, Viewer } from './viewer.js';

/** Whose row is meant: decided by the row itself, never by what a client says. */
export interface Owner {
  partnerId?: string | null;
  organizationId?: string | null;
}

/** A role that may, or a role that may where the row belongs to the viewer's own partner or organization. */
export type Grant = Role | { role: Role; own: keyof Owner };

/** Who may use a field or a mutation. */
export type Rule = 'everyone' | readonly Grant[];

export const everyone = 'everyone';
/** Whoever shows a token: internal fields such as notes, which are free text. */
export const signedIn: Rule = [
  'viewer',
  'partner',
  'organization',
  'analyst',
  'finance',
  'admin',
  'internal',
];
export const ownPartner: Grant = { role: 'partner', own: 'partnerId' };
export const ownOrganization: Grant = { role: 'organization', own: 'organizationId' };

/** One row for every field of every type; what has no row fails the build. `*` stands for all fields of a type without a row. */
export type TypePolicy = Readonly<Record<string, Rule>>;

/** A subgraph's table of who may do what. Rows of Query and Mutation are written one by one. */
export interface Policy<Action extends string = string> {
  Query: TypePolicy;
  Mutation: Readonly<Record<Action, Rule>>;
  types: Readonly<Record<string, TypePolicy>>;
}

/** Checks a viewer against the rule of an action on a row; throws UNAUTHENTICATED or FORBIDDEN. */
export type Authorize<Action extends string = string> = (action: Action, owner: Owner) => void;

/** Gives the same rule to every field of a list that is written as one text. */
export function fields(names: string, rule: Rule = everyone): TypePolicy {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, rule]));
}

const roleOf = (grant: Grant): Role => (typeof grant === 'string' ? grant : grant.role);

/** Whether the roles of a rule include one of the viewer's, and the row is the viewer's where the rule says so. */
export function mayUse(rule: Rule, viewer: Viewer, owner?: Owner): boolean {
  if (rule === everyone) return true;
  return rule.some((grant) => {
    if (!viewer.roles.includes(roleOf(grant))) return false;
    if (typeof grant === 'string') return true;
    const own = viewer[grant.own];
    return own !== null && (owner === undefined || owner[grant.own] === own);
  });
}

function permit(rule: Rule, viewer: Viewer, scope: Scope, what: string, owner?: Owner): void {
  if (rule === everyone) return;
  if (viewer.subject === null) throw new HubError('UNAUTHENTICATED', `${what}: sign in first.`);
  if (!mayUse(rule, viewer, owner)) throw new HubError('FORBIDDEN', `${what}: your role may not do this.`);
  if (viewer.scopes !== null && !viewer.scopes.includes(scope)) {
    throw new HubError('FORBIDDEN', `${what}: your API key lacks the scope "${scope}".`);
  }
}

/** Binds a policy's mutations to a viewer, for the services' first line. */
export function authorizer(policy: Policy, viewer: Viewer): Authorize {
  return (action, owner) => permit(policy.Mutation[action] ?? [], viewer, 'write', action, owner);
}

/** Rows of the types that every subgraph may hold; all of them only carry what another row has let through. */
const sharedTypes: Readonly<Record<string, TypePolicy>> = {
  Money: { '*': everyone },
  PageInfo: { '*': everyone },
  FieldProblem: { '*': everyone },
  InvalidInput: { '*': everyone },
  InvalidTransition: { '*': everyone },
  UnknownReference: { '*': everyone },
  StaleVersion: { '*': everyone },
  DataWarning: { '*': everyone },
  AuditRecord: { '*': ['admin'] },
  AuditChange: { '*': ['admin'] },
};

function rowsOf(policy: Policy, type: string): TypePolicy {
  if (type === 'Query') return policy.Query;
  if (type === 'Mutation') return policy.Mutation;
  // Pages hold nothing of their own; the field that yields one and the items in it have rows.
  if (/(Connection|Edge)$/.test(type)) return { '*': everyone };
  return policy.types[type] ?? sharedTypes[type] ?? {};
}

/** Lists what the table leaves open: fields without a row, and rows without a field. */
export function policyGaps(schema: GraphQLSchema, policy: Policy): string[] {
  const gaps: string[] = [];
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of types.filter(({ name }) => !name.startsWith('_'))) {
    const rows = rowsOf(policy, type.name);
    const names = Object.keys(type.getFields()).filter((name) => !name.startsWith('_'));
    const open = ['Query', 'Mutation'].includes(type.name) ? undefined : rows['*'];
    gaps.push(
      ...names.filter((name) => !rows[name] && !open).map((name) => `${type.name}.${name} has no row`),
    );
    const unknown = Object.keys(rows).filter((name) => name !== '*' && !names.includes(name));
    gaps.push(...unknown.map((name) => `${type.name}.${name} is a row without a field`));
  }
  const known = new Set(types.map(({ name }) => name));
  for (const name of Object.keys(policy.types)) {
    if (!known.has(name)) gaps.push(`${name} is a row without a type`);
  }
  return gaps;
}

/** Yields the rule of a field; the field is closed to everybody when it has none. */
export function ruleOf(policy: Policy, type: string, field: string): Rule {
  const rows = rowsOf(policy, type);
  return rows[field] ?? rows['*'] ?? [];
}

/**
 * Puts the table in front of the fields themselves, so that it holds on every route to them: root, `_entities`, a union's
 * fragment, a mutation's answer. Public fields stay as they are and cost nothing.
 */
export function enforcePolicy(schema: GraphQLSchema, policy: Policy): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      const rule = ruleOf(policy, type.name, field.name);
      if (rule === everyone) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const scope = type.name === 'Mutation' ? 'write' : 'read';
      const what = ['Query', 'Mutation'].includes(type.name) ? field.name : `${type.name}.${field.name}`;
      field.resolve = (source, args, context: { viewer: Viewer }, info) => {
        permit(rule, context.viewer, scope, what);
        return resolve(source, args, context, info) as unknown;
      };
    }
  }
}
