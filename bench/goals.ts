import { printTable } from './figures.js';

/** A goal of the project's measured ratios; `atLeast` where more is better. */
export interface Goal {
  path: string;
  says: string;
  goal: number;
  stretch: number | null;
  unit: string;
  atLeast?: true;
}

const ratio = { unit: '×' };

/** Every goal, as CPU of Node.js unless it says otherwise. */
export const goals = {
  embeddedToApollo: {
    path: 'embedded, uncached',
    says: 'to the hand-written Apollo Server monolith',
    goal: 0.5,
    stretch: null,
    ...ratio,
  },
  embeddedToFloor: { path: 'embedded, uncached', says: 'to the floor', goal: 2.5, stretch: null, ...ratio },
  embeddedToGateway: {
    path: 'embedded, uncached',
    says: 'to @apollo/gateway in one process',
    goal: 0.4,
    stretch: null,
    ...ratio,
  },
  embeddedToMercurius: {
    path: 'embedded, uncached',
    says: 'to mercurius with graphql-jit',
    goal: Number.NaN,
    stretch: 1.1,
    ...ratio,
  },
  gatewayToHive: {
    path: 'distributed',
    says: 'gateway process to Hive Gateway with the Rust planner',
    goal: 1 / 3,
    stretch: 0.25,
    ...ratio,
  },
  allToStock: {
    path: 'distributed',
    says: 'all processes to stock Apollo federation',
    goal: 0.3,
    stretch: 0.2,
    ...ratio,
  },
  p50ToStock: {
    path: 'distributed',
    says: 'p50 at one client to stock Apollo federation',
    goal: 0.5,
    stretch: null,
    ...ratio,
  },
  cachedToPlugin: {
    path: 'cached answer',
    says: "to Apollo's response-cache plugin",
    goal: 0.15,
    stretch: null,
    ...ratio,
  },
  cachedToStatic: { path: 'cached answer', says: 'to static bytes', goal: Number.NaN, stretch: 2, ...ratio },
  scaleCpu: {
    path: 'scale, S to L',
    says: 'dashboard, CPU of hub and PostgreSQL',
    goal: 1.3,
    stretch: 1.1,
    ...ratio,
  },
  scaleP50: {
    path: 'scale, S to L',
    says: 'dashboard, p50 at one client',
    goal: 1.3,
    stretch: 1.1,
    ...ratio,
  },
  writes: {
    path: 'writes',
    says: 'recordDonation, rate to bare SQL of the same rows',
    goal: 0.5,
    stretch: 0.7,
    ...ratio,
    atLeast: true,
  },
  cold: {
    path: 'cold',
    says: 'npm start on an initialised database to the first answer',
    goal: 5,
    stretch: 2,
    unit: 's',
  },
  planning: {
    path: 'cold',
    says: 'longest that planning holds the event loop',
    goal: 5,
    stretch: null,
    unit: 'ms',
  },
} satisfies Record<string, Goal>;

/** What was measured of the goals. */
export type Measured = Partial<Record<keyof typeof goals, number>>;

/** Prints every goal, what was measured, whether it is met, and of those that are not, why. */
export function printGoals(measured: Measured): void {
  const all = Object.entries(goals as Record<keyof typeof goals, Goal>).map(
    ([id, goal]) => [goal, measured[id as keyof typeof goals]] as const,
  );
  const rows = all.map(([goal, value]) => rowOf(goal, value));
  printTable([['path', 'what', 'measured', 'goal', 'met', 'stretch', 'met'], ...rows]);
  const missed = all.flatMap(([goal, value]) => (isMissed(goal, value) ? [goal.path] : []));
  for (const path of new Set(missed))
    console.log(`Not met, ${path}: ${reasons[path] ?? 'no reason is known.'}\n`);
}

/** Why goals were not met when they were last looked into, and what was tried. */
const reasons: Readonly<Record<string, string>> = {
  'embedded, uncached':
    'a quarter is sending three statements and reading their rows, which the hand-written servers pay too; a tenth each are the garbage collector, resolving, and writing the answer; Apollo Server is a twentieth. Tried: an own executor of plans and of sub-documents that resolves a field for a whole list, reads joined, prepared statements, only the columns that are asked for, resolvers without wrappers, one flat text, V8 without parallel or with single-threaded collection (no difference).',
  distributed:
    "each page is four answers over HTTP, and the system calls of their sockets are a fifth of the gateway's CPU; reading a subgraph's answer is a tenth. Subgraphs spend 1.1, 2.3 and 1.2 ms on theirs. Tried: documents by hash, viewers' tokens verified once, keys for signatures prepared once, answers parsed once and without streams, questions written once, other sizes of V8's young generation. Not tried: checks of answers compiled by document, sockets of the machine instead of TCP.",
  'cached answer':
    "more than half is the system call that writes the answer; the log line is a tenth of the rest, Fastify's hooks, metrics and the hash of the token most of what remains. Tried: a hit before Apollo Server is asked, tokens verified once in ten seconds, hooks without promises, log lines held back, bytes and text as the answer. Static bytes alone are 0.08 to 0.11 of Apollo's plugin here.",
};

function rowOf({ path, says, goal, stretch, unit, atLeast }: Goal, value: number | undefined): string[] {
  const bound = (limit: number | null) =>
    limit === null || Number.isNaN(limit) ? '–' : `${atLeast ? '≥' : '≤'} ${shown(limit)} ${unit}`;
  const met = (limit: number | null) => {
    if (limit === null || Number.isNaN(limit)) return '–';
    if (value === undefined) return 'not measured';
    return (atLeast ? value >= limit : value <= limit) ? 'yes' : 'NO';
  };
  const found = value === undefined ? '–' : `${shown(value)} ${unit}`;
  return [path, says, found, bound(goal), met(goal), bound(stretch), met(stretch)];
}

const isMissed = ({ goal, atLeast }: Goal, value: number | undefined): boolean =>
  value !== undefined && !Number.isNaN(goal) && !(atLeast ? value >= goal : value <= goal);

const shown = (value: number): string => (value >= 10 ? value.toFixed(1) : value.toFixed(2));
