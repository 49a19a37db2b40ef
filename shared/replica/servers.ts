import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { DataAge } from '../data-age.js';
import { mayWrite, type Viewer } from '../viewer.js';
import { freshMs, type ReplicaWatch } from './watch.js';

/** Where one operation runs. */
export interface Server {
  em: EntityManager;
  age: DataAge;
  isReplica: boolean;
  /** How many records of writes a replica held when it was asked last; null when that is not known, and on the primary. */
  writes: number | null;
}

/** What a server is chosen by. */
export interface Need {
  isMutation: boolean;
  viewer: Viewer;
}

/** Chooses where each operation of a subgraph runs; an operation stays on the server it began on. */
export interface Servers {
  primary(): Server;
  choose(need: Need): Server;
}

/** Everything runs on the one server that there is. */
export function primaryOnly(em: EntityManager): Servers {
  const primary = () => onPrimary(em);
  return { primary, choose: primary };
}

/**
 * Mutations run on the primary, and so does what is read by whoever may write: it sees its own changes in any number of processes.
 * Everybody else reads from a replica, in turn, as long as one is fresh. When the primary does not answer, everything is read from the
 * freshest replica, however old, and the answer says so.
 */
export function withReplicas(
  em: EntityManager,
  { replicas, watch }: { replicas: readonly MikroORM[]; watch: ReplicaWatch },
): Servers {
  let turn = 0;
  const primary = () => onPrimary(em);
  const replica = ({ index, age }: Aged): Server => ({
    em: (replicas[index] as MikroORM).em,
    age: {
      asOf: new Date(Date.now() - age).toISOString(),
      status: watch.primaryAnswers && age <= freshMs ? 'ok' : 'stale',
    },
    isReplica: true,
    writes: watch.writesOf(index),
  });
  const choose = ({ isMutation, viewer }: Need): Server => {
    if (isMutation || (watch.primaryAnswers && mayWrite(viewer))) return primary();
    const known = watch.ages().flatMap((age, index) => (age === null ? [] : [{ index, age }]));
    const usable = watch.primaryAnswers ? known.filter(({ age }) => age <= freshMs) : freshest(known);
    const chosen = usable[turn++ % usable.length];
    return chosen === undefined ? primary() : replica(chosen);
  };
  return { primary, choose };
}

interface Aged {
  index: number;
  age: number;
}

function freshest(known: readonly Aged[]): Aged[] {
  return known.toSorted((one, other) => one.age - other.age).slice(0, 1);
}

const onPrimary = (em: EntityManager): Server => ({
  em,
  age: { asOf: new Date().toISOString(), status: 'ok' },
  isReplica: false,
  writes: null,
});
