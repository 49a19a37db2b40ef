import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Every code that may leave the hub (design: closed list). Clients branch on these. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'PERSISTED_ONLY',
  'RATE_LIMITED',
  'CONFLICT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A refusal or fault with a public message: it may reach any client, so it holds no SQL, path or personal data. */
export class HubError extends GraphQLError {
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...details } });
  }
}

/** Says that a mutation names a row that is not there, or that the viewer may not see: which of the two is not told. */
export function noSuchRow(argument: string, id: string): HubError {
  return new HubError('NOT_FOUND', `${argument}: there is nothing with the id "${id}" that you may change.`, {
    argument,
  });
}

/** Says what was found in which argument, and what is allowed. */
export function badInput(argument: string, found: unknown, allowed: string): HubError {
  const shown = JSON.stringify(found) ?? 'nothing';
  return new HubError('BAD_USER_INPUT', `${argument}: ${shown.slice(0, 80)} is not allowed; ${allowed}.`, {
    argument,
  });
}

/** Codes of Apollo Server and graphql-js for requests that are wrong before any resolver runs. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What graphql-js adds of the schema to a name or value that nearly fits. */
const suggestion = / Did you mean [^?]*\?/g;

/**
 * graphql-js quotes the whole value of a variable that it refuses, and with it a name that nobody may keep; which field is wrong and
 * why says enough. What it suggests instead is the schema's, which not everybody may read.
 */
export function withoutQuotedValue(message: string): string {
  return message
    .replace(suggestion, '')
    .replace(
      /( got invalid value )[\s\S]*?((?: at "[\w.[\]]+")?; (?:Field|Expected|Enum|Value|Exactly) (?![\s\S]*; (?:Field|Expected|Enum|Value|Exactly) ))/,
      '$1(not shown)$2',
    );
}

/**
 * Turns any error into what a client may see; the only way an error leaves the hub.
 * Known codes pass with their message; everything else becomes INTERNAL with an incident id that `report` gets with the cause.
 */
export function maskError(
  error: GraphQLFormattedError,
  report: (incident: string, error: GraphQLFormattedError) => void,
): GraphQLFormattedError {
  const { code } = error.extensions ?? {};
  const place = {
    ...(error.path ? { path: error.path } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
  };
  if (errorCodes.some((known) => known === code && known !== 'INTERNAL')) {
    return {
      message: withoutQuotedValue(error.message),
      ...place,
      extensions: { code, ...toldDetails(error) },
    };
  }
  if (requestCodes.has(String(code))) {
    return { message: withoutQuotedValue(error.message), ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  const incident = incidentOf(error) ?? randomUUID();
  report(incident, error);
  return {
    message: 'Something went wrong on our side.',
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'INTERNAL', incident },
  };
}

/** What an error may say besides its code, by the code: for programs that act on it. */
const details: Partial<Record<ErrorCode, readonly string[]>> = {
  LIMIT_EXCEEDED: ['limit', 'allowed', 'asked'],
  RATE_LIMITED: ['retryAfter'],
  UNAVAILABLE: ['progress'],
};

function toldDetails({ extensions = {} }: GraphQLFormattedError): Record<string, unknown> {
  const names = ['argument', ...(details[extensions['code'] as ErrorCode] ?? [])];
  return Object.fromEntries(
    names.flatMap((name) => (extensions[name] === undefined ? [] : [[name, extensions[name]]])),
  );
}

/** A subgraph that masked the error has named it already: both logs then hold the same id. */
function incidentOf({ extensions: { code, incident } = {} }: GraphQLFormattedError): string | null {
  return code === 'INTERNAL' && /^[0-9a-f-]{36}$/.test(String(incident)) ? String(incident) : null;
}
