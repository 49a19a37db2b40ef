import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { root } from './processes.js';

// How long planning holds an event loop that has nothing else to do: prints the longest time in milliseconds over many operations that
// were never planned before, by the planner and the call that the default engine uses.
const files = ['web/operations/city-dashboard.graphql', 'bench/operations/organizations-page.graphql'];
const variants = 100;

const planner = new QueryPlanner(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8'));
const texts = files.map((file) => readFileSync(join(root, file), 'utf8'));
let [last, longest, isPlanning] = [performance.now(), 0, true];
const watch = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
  if (isPlanning) setImmediate(watch);
};
// What the process does before its first plan is no part of planning.
await new Promise((resolve) => setTimeout(resolve, 200));
last = performance.now();
setImmediate(watch);
for (let variant = 0; variant < variants; variant += 1)
  for (const text of texts) {
    const [, name] = /(?:query) (\w+)/.exec(text) as unknown as [string, string];
    const own = text.replace(name, `${name}${variant}`);
    await planner.planAsync(own, `${name}${variant}`, new Set(), 0);
  }
isPlanning = false;
console.log(longest.toFixed(3));
