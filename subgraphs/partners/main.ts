import 'reflect-metadata';
import { runSubgraphProcess } from '#shared/subgraph-process.js';
import { partners } from './index.js';

await runSubgraphProcess(partners);
