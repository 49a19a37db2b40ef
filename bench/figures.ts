import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { root } from './processes.js';

/** Yields what a share of sorted times stays below, in milliseconds with one decimal. */
export const percentile = (times: readonly number[], share: number): string =>
  quantile(times, share).toFixed(1);

/** Yields what a share of sorted times stays below. */
export const quantile = (times: readonly number[], share: number): number =>
  times[Math.floor(times.length * share)] ?? 0;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Says when, of which commit and on what machine the figures are. */
export function occasion(): string {
  const git = (...parameters: string[]) =>
    execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes';
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return `${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}${changed}, Node ${process.versions.node}, ${machine}`;
}

/** Prints rows as a table of Markdown; the first row is its head. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const [head = [], ...rest] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line), ''].join('\n'));
}
