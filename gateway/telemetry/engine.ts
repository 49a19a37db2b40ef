import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { OperationDefinitionNode } from 'graphql';
import { type Attributes, traced } from '#shared/tracing/tracing.js';
import type { Telemetry } from '#shared/telemetry.js';
import type { HubContext } from '../source.js';
import { gatewayMetrics } from './metrics.js';

type Loaded = Awaited<ReturnType<GatewayInterface['load']>>;
type Executor = NonNullable<Loaded['executor']>;

/** Makes an engine tell of each operation whether it was planned before, and how long it took. */
export function watchEngine(engine: GatewayInterface, telemetry: Telemetry): GatewayInterface {
  return {
    load: async (options) => {
      const { executor } = await engine.load(options);
      return { executor: executor === null ? null : watchExecutor(executor, telemetry) };
    },
    onSchemaLoadOrUpdate: (listener) => engine.onSchemaLoadOrUpdate(listener),
    stop: () => engine.stop(),
  };
}

function watchExecutor(execute: Executor, { registry, tracing }: Telemetry): Executor {
  const metrics = gatewayMetrics(registry);
  // Engines keep plans as long as the server keeps the document.
  const planned = new WeakSet<OperationDefinitionNode>();
  return (requested) => {
    const { operation, context } = requested;
    metrics.countPlan(planned.has(operation));
    planned.add(operation);
    return traced(
      tracing,
      () => workOf(operation, context as HubContext),
      () => execute(requested),
    );
  };
}

function workOf(
  { operation: type }: OperationDefinitionNode,
  { operation: { trustedName }, requestId, viewer }: HubContext,
) {
  const attributes: Attributes = {
    'graphql.operation.type': type,
    ...(trustedName === null ? {} : { 'graphql.operation.name': trustedName }),
    'hub.request_id': requestId,
    'user.roles': viewer.roles,
  };
  const name = trustedName === null ? type : `${type} ${trustedName}`;
  return { name, kind: 'internal' as const, attributes };
}
