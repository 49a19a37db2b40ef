/** What one request may ask for at most; whoever runs a hub may set each by the variable of its name. */
export interface Limit {
  variable: string;
  byDefault: number;
  /** What an error calls it. */
  name: string;
}

/** Design 7 and hostile inputs 1 to 24: far above what the hub's own pages ask, far below what holds a process for a second. */
export const limitsTable = {
  /** Of a request to /graphql. The dashboard's has 3 kB; a longer one is a file, and files have their own route. */
  bodyBytes: { variable: 'LIMIT_BODY_BYTES', byDefault: 256 * 1024, name: 'bytes of the body' },
  /** Of the document. Ten times the city dashboard; a document of more is generated to harm. */
  tokens: { variable: 'LIMIT_TOKENS', byDefault: 2_000, name: 'tokens of the document' },
  /** Fields after fragments are spread; nested fragments reach millions with a kilobyte and hold a planner for seconds. */
  recursiveSelections: {
    variable: 'LIMIT_RECURSIVE_SELECTIONS',
    byDefault: 1_000,
    name: 'fields with all fragments spread',
  },
  /** Levels of fields, fragments spread. The dashboard has 7; each level may be a fetch that waits for the one before. */
  depth: { variable: 'LIMIT_DEPTH', byDefault: 12, name: 'levels of fields' },
  /** `__typename` among them: each may repeat the work of a field, and none is looked at twice by a client. */
  aliases: { variable: 'LIMIT_ALIASES', byDefault: 30, name: 'aliases' },
  /** Every root field is a question of its own. */
  rootFields: { variable: 'LIMIT_ROOT_FIELDS', byDefault: 20, name: 'fields at the root' },
  /** Each is looked up and its arguments are checked, whether or not it changes anything. */
  directives: { variable: 'LIMIT_DIRECTIVES', byDefault: 30, name: 'directives' },
  /** Levels of lists and objects in the variables: an input has three, and every walk over them is a recursion. */
  variablesDepth: { variable: 'LIMIT_VARIABLES_DEPTH', byDefault: 20, name: 'levels of the variables' },
  /** Values that the answer may hold. The dashboard costs about 7,500 and fits twice. */
  cost: { variable: 'LIMIT_COST', byDefault: 20_000, name: 'values that the answer may hold' },
  /** Of a whole operation, everything it waits for included: who looks at a page has turned away by then. */
  operationMs: { variable: 'LIMIT_OPERATION_MS', byDefault: 10_000, name: 'milliseconds' },
  /** Of a whole export: a million rows take some minutes; whoever reads slower holds a place for nothing. */
  exportMs: { variable: 'LIMIT_EXPORT_MS', byDefault: 600_000, name: 'milliseconds' },
  /** That one person or program has running in a process: a person waits for the first before the next but one. */
  exports: { variable: 'LIMIT_EXPORTS', byDefault: 2, name: 'exports at the same time' },
  /** Of a file of rows to be imported: fifty thousand rows of twenty short columns. */
  importBytes: { variable: 'LIMIT_IMPORT_BYTES', byDefault: 10 * 1024 * 1024, name: 'bytes of the file' },
  /** Of all sheets of a file: more are a migration, to be done in parts that a person can look through. */
  importRows: { variable: 'LIMIT_IMPORT_ROWS', byDefault: 50_000, name: 'rows of the file' },
  /** Of one question to a subgraph, its repetition included: a dashboard waits no longer for one of its parts. */
  subgraphMs: { variable: 'LIMIT_SUBGRAPH_MS', byDefault: 3_000, name: 'milliseconds' },
  /** A dashboard's fetch answers with some 100 kB; a subgraph that sends more is broken, and would take this process with it. */
  answerBytes: { variable: 'LIMIT_ANSWER_BYTES', byDefault: 16 * 1024 * 1024, name: 'bytes' },
  /** A statement that runs longer holds a connection and locks for nobody: the gateway has given up by then. */
  statementMs: { variable: 'LIMIT_STATEMENT_MS', byDefault: 5_000, name: 'milliseconds' },
  /** A network of more is not held in memory, nor measured: the database answers what it can. */
  networkTies: {
    variable: 'LIMIT_NETWORK_TIES',
    byDefault: 200_000,
    name: 'links and agreements of a network',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limitsTable;
export type Limits = Readonly<Record<LimitName, number>>;

const entries = Object.entries(limitsTable) as [LimitName, Limit][];

/** Names of the variables that set limits. */
export type LimitVariable = (typeof limitsTable)[LimitName]['variable'];
export const limitVariables = entries.map(([, { variable }]) => variable) as readonly LimitVariable[];

/** Yields every limit, each as the environment sets it or else by default. */
export function limitsOf(env: Readonly<Partial<Record<LimitVariable, number | undefined>>>): Limits {
  const pairs = entries.map(([limit, { variable, byDefault }]) => [
    limit,
    env[variable as LimitVariable] ?? byDefault,
  ]);
  return Object.freeze(Object.fromEntries(pairs)) as Limits;
}

export const defaultLimits: Limits = limitsOf({});
