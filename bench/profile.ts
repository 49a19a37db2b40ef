import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printTable } from './figures.js';
import { burst, type Workload } from './measure.js';
import { root } from './processes.js';
import type { System } from './systems/system.js';
import { eventually } from '../test/kit/eventually.js';

const file = join(root, '.data/bench.cpuprofile');
const shownFunctions = 25;
/** Fewer are mostly the profiler's own beginning and end. */
const leastRequests = 500;

const notTheHubs = ['(idle)\t', 'post\tnode:inspector'];

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Says where the time of a system's front process goes. */
export const startProfile = {
  /** What the process must be started with. */
  settings: {
    nodeParameters: ['--import', pathToFileURL(join(root, 'dist/bench/profiled.js')).href],
    env: { PROFILE_FILE: file },
  },
  /** Profiles it under load, apart from what is measured, and prints the functions that take most by themselves. */
  print: async (system: System, workload: Workload): Promise<void> => {
    rmSync(file, { force: true });
    system.front.child.kill('SIGUSR2');
    await burst(system, workload, { requests: Math.max(leastRequests, workload.effort.requests), seed: 7 });
    system.front.child.kill('SIGUSR2');
    await eventually(
      async () => existsSync(file) && JSON.parse(readFileSync(file, 'utf8')) !== null,
      30_000,
      100,
    );
    console.log(`\n${system.name}, where the time goes (${file}):\n`);
    printTable([
      ['self', 'function', 'at'],
      ...topFunctions(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile),
    ]);
  },
};

/** Yields the functions with the largest self time: share of what was not idle, name, place. */
export function topFunctions({ nodes, samples, timeDeltas }: CpuProfile): string[][] {
  const places = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const path = url
        .replace(/^file:\/\//, '')
        .replace(root, '')
        .replace(/^.*node_modules\//, '');
      return [id, `${functionName || '(anonymous)'}\t${path === '' ? '' : `${path}:${lineNumber + 1}`}`];
    }),
  );
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const place = places.get(id) as string;
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0));
  });
  for (const place of [...times.keys()])
    if (notTheHubs.some((name) => place.startsWith(name))) times.delete(place);
  const all = [...times.values()].reduce((a, b) => a + b, 0);
  return [...times]
    .sort(([, one], [, other]) => other - one)
    .slice(0, shownFunctions)
    .map(([place, time]) => [`${((time / all) * 100).toFixed(1)} %`, ...place.split('\t')]);
}
