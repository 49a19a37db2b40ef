// What whoever runs the hub sees of it.
import { chapters } from './kit/chapters.js';

chapters(import.meta.url, {
  Metrics: './operation/metrics.js',
  Traces: './operation/tracing.js',
  Logs: './operation/logs.js',
});
