import 'reflect-metadata';
import { runSubgraphProcess } from '#shared/subgraph-process.js';
import { identity } from './index.js';

await runSubgraphProcess(identity);
