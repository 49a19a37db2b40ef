import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { QueryPlanner } from '@graphql-hive/router-query-planner';

// How long planning holds an event loop that has nothing else to do: prints the longest turn in milliseconds over many operations that
// were never planned before, by the planner and the call that the default engine uses. CPU of the loop's thread, because on a busy
// machine the clock would count other programs' turns.
const projectFile = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const files = ['web/operations/city-dashboard.graphql', 'bench/operations/organizations-page.graphql'];
const variants = 100;

const planner = new QueryPlanner(readFileSync(projectFile('gateway/supergraph.graphql'), 'utf8'));
const texts = files.map((file) => readFileSync(projectFile(file), 'utf8'));
const heldMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
let [last, longest, isPlanning] = [heldMs(), 0, true];
const watch = () => {
  const now = heldMs();
  longest = Math.max(longest, now - last);
  last = now;
  if (isPlanning) setImmediate(watch);
};
// What the process does before its first plan is no part of planning.
await new Promise((resolve) => setTimeout(resolve, 200));
last = heldMs();
setImmediate(watch);
for (let variant = 0; variant < variants; variant += 1)
  for (const text of texts) {
    const [, name] = /(?:query) (\w+)/.exec(text) as unknown as [string, string];
    const own = text.replace(name, `${name}${variant}`);
    await planner.planAsync(own, `${name}${variant}`, new Set(), 0);
  }
isPlanning = false;
console.log(longest.toFixed(3));
