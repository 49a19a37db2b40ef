import 'reflect-metadata';
import { runSubgraphProcess } from '#shared/subgraph-process.js';
import { imports } from './index.js';

await runSubgraphProcess(imports);
