import 'reflect-metadata';
import { runSubgraphProcess } from '#shared/subgraph-process.js';
import { donations } from './index.js';

await runSubgraphProcess(donations);
