import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { HubError } from '#shared/errors.js';
import { limitExceeded } from '#shared/limit-exceeded.js';
import type { Limits } from '#shared/limits.js';
import { endOf, isMutationIn, untilAborted } from '#shared/operation.js';
import type { HubContext } from './source.js';

type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/**
 * Makes an engine answer in time: each fetch gets the signal that ends its operation, and what does not heed the signal is not
 * waited for. Nobody waits for a query whose client has left; a mutation goes on.
 */
export function withDeadline(engine: GatewayInterface, limits: Limits): GatewayInterface {
  return {
    load: async (options) => {
      const { executor } = await engine.load(options);
      return { executor: executor && inTime(executor, limits) };
    },
    onSchemaLoadOrUpdate: (listener) => engine.onSchemaLoadOrUpdate(listener),
    stop: () => engine.stop(),
  };
}

function inTime(executor: Executor, limits: Limits): Executor {
  return async (requested) => {
    const context = requested.context as HubContext;
    const isMutation = isMutationIn(requested.document, requested.operationName);
    const signal = endOf(context, isMutation);
    // It has not begun: nothing can have been written.
    if (signal.aborted) return { errors: [tookTooLong(limits)] };
    try {
      return await untilAborted(signal, executor({ ...requested, context: { ...context, signal } }));
    } catch (error) {
      if (!signal.aborted) throw error;
      return { errors: [isMutation ? outcomeNotKnown() : tookTooLong(limits)] };
    }
  };
}

const tookTooLong = (limits: Limits): HubError =>
  limitExceeded('operationMs', limits, `more than ${limits.operationMs}`);

const outcomeNotKnown = (): HubError =>
  new HubError(
    'UNAVAILABLE',
    'The mutation was not answered in time. Whether the change was made is not known: repeat it with the same idempotencyKey.',
  );
