import type { Fought, Percentiles, Report } from './run.js';

/** What is still right, in milliseconds. */
export interface Bounds {
  /** For each operation. */
  operationMs: number;
  /** For 99 of 100 turns of the hub's event loop. */
  lagMs: number;
  /** For 99 of 100 questions of somebody else. */
  probeMs: number;
}

const shown = ({ seed, milliseconds, outcome, attack: { kind, request } }: Fought) =>
  `seed ${seed}  ${milliseconds.toFixed(0)} ms  ${kind}  ${outcome}  ${request.method ?? 'POST'} ${request.path ?? '/graphql'} ${String(request.body ?? '').slice(0, 160)}`;

/** Lists what is wrong, each with the seed that makes it again. */
export function findings({ fought, lag, probe }: Report, { operationMs, lagMs, probeMs }: Bounds): string[] {
  return [
    ...fought.filter(({ wrong }) => wrong !== null).map((one) => `${one.wrong}: ${shown(one)}`),
    ...fought
      .filter(({ milliseconds }) => milliseconds > operationMs)
      .map((one) => `above ${operationMs} ms: ${shown(one)}`),
    ...(lag.p99 > lagMs ? [`the event loop was held ${lag.p99.toFixed(0)} ms (p99)`] : []),
    ...(probe.p99 > probeMs ? [`the probe took ${probe.p99.toFixed(0)} ms (p99)`] : []),
    ...(probe.failures > 0 ? [`the probe got no answer ${probe.failures} times`] : []),
  ];
}

/** Counts by kind and outcome, the slowest, and what others felt. */
export function table({ fought, lag, probe }: Report): string {
  const kinds = [...Map.groupBy(fought, ({ attack }) => attack.kind)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const outcomesOf = (some: Fought[]) =>
    [...Map.groupBy(some, ({ outcome }) => outcome)]
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([outcome, { length }]) => `${outcome} ${length}`)
      .join(', ');
  const rows = kinds.map(([kind, some]) => {
    const slowest = Math.max(...some.map(({ milliseconds }) => milliseconds));
    return `${kind.padEnd(26)} ${String(some.length).padStart(6)} ${slowest.toFixed(0).padStart(6)} ms  ${outcomesOf(some)}`;
  });
  const slowest = fought.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, 10);
  const times = ({ p50, p99, max }: Percentiles) =>
    `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(0)} ms`;
  return [
    `${'kind'.padEnd(26)}  count  slowest    outcomes`,
    ...rows,
    '',
    'slowest:',
    ...slowest.map(shown),
    '',
    `event loop held: ${times(lag)}`,
    `probe (${probe.count} times): ${times(probe)}; without an answer: ${probe.failures}`,
  ].join('\n');
}
