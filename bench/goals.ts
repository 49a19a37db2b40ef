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

/** Prints every goal, what was measured, and whether it is met. */
export function printGoals(measured: Measured): void {
  const rows = Object.entries(goals as Record<keyof typeof goals, Goal>).map(([id, goal]) =>
    rowOf(goal, measured[id as keyof typeof goals]),
  );
  printTable([['path', 'what', 'measured', 'goal', 'met', 'stretch', 'met'], ...rows]);
}

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

const shown = (value: number): string => (value >= 10 ? value.toFixed(1) : value.toFixed(2));
