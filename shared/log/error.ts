/** What is written of an error: what it is and where it was thrown, and nothing that it says about a value. */
export interface LoggedError {
  type: string;
  /** Its message up to the first quoted word. */
  message?: string;
  code?: string;
  stack?: string[];
  cause?: LoggedError;
  [name: string]: unknown;
}

/** Names that PostgreSQL gives beside its message, of things that the hub made; `detail`, `where`, `hint` and the like hold values. */
const names = ['severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine', 'syscall'];
const messageMax = 300;
const framesMax = 12;
/** An error that wraps one that wraps one: deeper ones say nothing new. */
const causesMax = 4;

/** Makes of whatever was thrown what may stand in a log. */
export function loggedError(error: unknown, depth = 0): unknown {
  if (error === null || typeof error !== 'object') return { type: typeof error };
  const given = error as Record<string, unknown>;
  const cause = depth < causesMax ? causeOf(given) : null;
  return {
    type: typeOf(error),
    ...(typeof given['message'] === 'string' ? { message: withoutQuoted(given['message']) } : {}),
    ...codeOf(given),
    ...namesOf(given),
    ...fieldOf(given),
    ...(typeof given['stack'] === 'string' ? { stack: framesOf(given['stack'], given['message']) } : {}),
    ...(cause === null ? {} : { cause: loggedError(cause, depth + 1) }),
  };
}

const typeOf = (error: object): string => {
  const name = (error.constructor as { name?: string } | undefined)?.name;
  return name === undefined || name === 'Object' ? 'object' : name;
};

/**
 * Cuts a message at what it quotes: a database and a parser quote the value that is wrong, and a value may itself hold quotes.
 * An apostrophe within a word quotes nothing.
 */
export function withoutQuoted(message: string): string {
  const [line = ''] = message.split('\n');
  const at = line.search(/["`“”„«‘「『《]|(?<!\w)'/);
  const kept = at < 0 ? line : `${line.slice(0, at).trimEnd()} …`;
  return kept.slice(0, messageMax);
}

/** Codes are short words: SQLSTATE, the system's, the hub's own. */
function codeOf({ code, extensions }: Record<string, unknown>): { code?: string } {
  const own = code ?? (extensions as { code?: unknown } | null | undefined)?.code;
  return typeof own === 'string' && /^\w{1,60}$/.test(own) ? { code: own } : {};
}

function namesOf(given: Record<string, unknown>): Record<string, string> {
  const known = names.map((name) => [name, given[name]] as const);
  return Object.fromEntries(
    known.filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && /^\w{1,80}$/.test(pair[1]),
    ),
  );
}

/** Of a GraphQL error the schema's name of the field; its path holds whatever a client called it. */
function fieldOf({ nodes }: Record<string, unknown>): { field?: string } {
  const [node] = (Array.isArray(nodes) ? nodes : []) as { kind?: string; name?: { value?: string } }[];
  return node?.kind === 'Field' && node.name?.value !== undefined ? { field: node.name.value } : {};
}

function causeOf(given: Record<string, unknown>): unknown {
  const { cause, originalError, previous, thrownValue, errors } = given;
  const [first] = Array.isArray(errors) ? (errors as unknown[]) : [];
  return originalError ?? cause ?? previous ?? thrownValue ?? first ?? null;
}

/** The lines of a stack that name code; the message before them may have lines that look like one. */
function framesOf(stack: string, message: unknown): string[] {
  const end = typeof message === 'string' ? stack.indexOf(message) : -1;
  const after = end < 0 ? stack : stack.slice(end + (message as string).length);
  return after
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(?:\.\w+:\d+:\d+\)?|\(<anonymous>\)|\(native\))$/.test(line))
    .slice(0, framesMax);
}
