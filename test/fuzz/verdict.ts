import { errorCodes } from '#shared/errors.js';
import type { RawAnswer } from '../kit/raw.js';
import type { Attack } from './attack.js';

/** What an answer may never tell: a stack, SQL, a path, an address, a name that was not asked. */
const leaks = [
  /\n\s+at /,
  /node_modules|\/(dist|home|root|tmp|usr|var|work)\//,
  /\b(select|insert into|update|delete from)\b.+\b(from|values|set|where)\b/i,
  /postgres|mikro|kysely|127\.0\.0\.1|localhost|\.[jt]s:\d+/i,
  /\b(ECONN|EPIPE|ENO)[A-Z]*\b/,
  // What the parser says of a quotation mark names nothing of the schema.
  /did you mean (?!to use a double quote)/i,
];
const known = new Set<unknown>(errorCodes);

/** What became of an attack: a word for the table, and what is wrong with the answer; null when nothing is. */
export interface Verdict {
  outcome: string;
  wrong: string | null;
}

/** Judges an answer of the hub. */
export function judge({ request }: Attack, { status, json, text }: RawAnswer): Verdict {
  const codes = (json?.errors ?? []).map(({ extensions }) => extensions?.['code']);
  const outcome =
    codes.length === 0 ? (json?.data == null ? `${status}` : 'data') : [...new Set(codes)].sort().join('+');
  const wrong = (what: string): Verdict => ({ outcome, wrong: what });
  const said = JSON.stringify([json?.errors, json?.extensions]).replaceAll('\\n', '\n');
  const sent = String(request.body ?? '') + (request.path ?? '');
  // A measure that goes on, on a slow machine: the promised answer says how far it is (subgraphs/partners/network/measurement.ts).
  const goesOn = status === 503 && json?.errors?.every(({ extensions }) => extensions?.['progress'] != null);
  if (status >= 500 && goesOn !== true) return wrong(`status ${status}`);
  const leak = leaks.find((pattern) => pattern.test(said) && !pattern.test(sent));
  if (leak !== undefined) return wrong(`tells ${leak.source}`);
  if (codes.some((code) => !known.has(code) || code === 'INTERNAL')) return wrong(`code ${codes.join()}`);
  const isPage = json === null && status < 400 && (request.method === 'GET' || request.method === 'OPTIONS');
  if (isPage) return { outcome: `${status}`, wrong: null };
  if (json === null) return wrong(`no JSON: ${text.slice(0, 80)}`);
  return codes.length === 0 && json.data === undefined && status !== 200
    ? wrong(`neither data nor errors: ${text.slice(0, 80)}`)
    : { outcome, wrong: null };
}
