// What breaks beside the hub, and how little of it anybody notices.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  'A subgraph fails': './faults/subgraphs.js',
  'PostgreSQL fails': './faults/database.js',
  'PostgreSQL is replicated': './faults/replicas.js',
  'A process ends': './faults/drain.js',
  'Redis is shared, and fails': './faults/redis.js',
  'Another router': './faults/any-router.js',
});
