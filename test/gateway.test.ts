// How the gateway and the subgraphs ask each other, and what they answer with.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Statements: './gateway/statements.js',
  'Prepared statements': './gateway/prepared-statements.js',
  'What is read of a row': './gateway/columns-read.js',
  'Plans at size L': './gateway/plans-at-size-l.js',
  Plan: './gateway/plan.js',
  Engines: './gateway/engines.js',
  Execution: './gateway/execution.js',
  'Last answers': './gateway/last-answers.js',
  'Remote subgraphs': './gateway/remote-subgraph.js',
  'Internal calls': './gateway/internal-calls.js',
  'A subgraph’s HTTP': './gateway/subgraph-http.js',
  Writing: './gateway/writing.js',
  Health: './gateway/health.js',
  'Rate limits': './gateway/rate-limits.js',
  'The end of an operation': './gateway/deadline.js',
  'Cancelled statements': './gateway/cancelled-statements.js',
  'Reload of the supergraph': './gateway/supergraph-reload.js',
  Exports: './gateway/exports.js',
  'Formats of exports': './gateway/export-formats.js',
});
