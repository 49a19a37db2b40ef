import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from '../log.js';

/** `ExportResultCode.SUCCESS`, which belongs to a package of the SDK's own. */
const success = 0;

/** Says once that the collector takes no spans, and once that it does again; what it did not take is dropped. */
export function reporting(exporter: SpanExporter, log: Logger): SpanExporter {
  let isAway = false;
  return {
    export: (spans, done) => {
      exporter.export(spans, (result) => {
        const failed = result.code !== success;
        if (failed && !isAway)
          log.warn(
            { reason: result.error?.message },
            'traces cannot be sent and are dropped until the collector takes them',
          );
        if (!failed && isAway) log.info('traces are sent again');
        isAway = failed;
        // The batch is done with either way; a failure would only be told a second time.
        done({ code: success });
      });
    },
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
