import { z } from 'zod';
import { demoClaims, type DemoRole, demoRoles } from '#gateway/demonstration.js';
import { StartError } from '#shared/start-error.js';
import type { Client } from './clients.js';
import type { Said } from './html.js';
import type { ProviderOptions } from './provider.js';

/** A secret that can be guessed makes anybody an administrator of the hub. */
const secretMin = 32;

const secretName = (role: DemoRole) => `${role.toUpperCase()}_CLIENT_SECRET`;

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
const originsHint =
  'where browsers find the pages, for instance http://127.0.0.1:4000; commas between several';

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('a port from 0 to 65535').int().min(0).max(65_535).default(4100),
  // Named as the hub names them, because both must be told the same.
  OIDC_ISSUER: z.url('the URL that the hub and its clients reach this provider by'),
  OIDC_AUDIENCE: z.url('an absolute URI that names the hub, for instance urn:linkage-hub'),
  OIDC_CLIENT_ID: z.string('the name of the pages as a client').min(1, 'the name of the pages as a client'),
  PAGES_ORIGINS: z
    .string(originsHint)
    .transform((text) => text.split(','))
    .refine((origins) => origins.every(isOrigin), originsHint),
  ...Object.fromEntries(
    demoRoles.map((role) => [
      secretName(role),
      z.string(`${secretMin} random characters or more`).min(secretMin, `${secretMin} characters or more`),
    ]),
  ),
});

/** What the process is told; a client per role. */
export interface Settings extends ProviderOptions {
  host: string;
  port: number;
}

/**
 * Reads the environment of this program, which is none of the hub: its variables stay out of the hub's own list.
 * Throws StartError with a line per mistake; no secret has a default.
 */
export function readSettings(source: NodeJS.ProcessEnv = process.env): Settings {
  const { success, data, error } = schema.safeParse(source);
  if (!success) {
    const lines = error.issues.map(({ path, message }) => `${String(path[0])}: expected is ${message}.`);
    throw new StartError(lines.join('\n'));
  }
  const secrets = data as unknown as Record<string, string>;
  return {
    host: data.HOST,
    port: data.PORT,
    issuer: data.OIDC_ISSUER,
    audience: data.OIDC_AUDIENCE,
    clients: demoRoles.map((role) => clientOf(role, secrets[secretName(role)] as string)),
    pages: { id: data.OIDC_CLIENT_ID, origins: data.PAGES_ORIGINS },
  };
}

const names: Record<DemoRole, Said> = {
  viewer: ['查看者', 'Viewer'],
  partner: ['合作伙伴', 'Partner'],
  organization: ['机构', 'Organization'],
  analyst: ['分析员', 'Analyst'],
  finance: ['财务', 'Finance'],
  admin: ['管理员', 'Administrator'],
};

/** Yields the client of a role: it stands for the demonstration's partner or organization, as a demonstration's token does. */
export function clientOf(role: DemoRole, secret: string): Client {
  const { roles, partnerId, organizationId } = demoClaims(role);
  return {
    id: role,
    secret,
    name: names[role],
    claims: { roles, partner_id: partnerId, organization_id: organizationId },
  };
}

/** Names of all variables that this program reads. */
export const settingNames: readonly string[] = Object.keys(schema.shape);
