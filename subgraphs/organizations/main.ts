import 'reflect-metadata';
import { runSubgraphProcess } from '#shared/subgraph-process.js';
import { organizations } from './index.js';

await runSubgraphProcess(organizations);
