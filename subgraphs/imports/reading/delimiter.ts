/** What may stand between cells, the likelier first. */
const delimiters = [',', '\t', ';'] as const;

/** So many lines are looked at. */
const linesMax = 50;

/**
 * Tells what stands between the cells of a text: what most of its first lines hold equally often outside of quotation marks.
 * A text of one column has none; then it does not matter.
 */
export function delimiterOf(text: string): string {
  const lines = countsOf(text);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const [index, delimiter] of delimiters.entries()) {
    const score = agreement(lines.map((counts) => counts[index] ?? 0));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How many lines agree on a number of delimiters, and, between equals, how many that are. */
function agreement(counts: readonly number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...[...lines].map(([count, agreeing]) => agreeing + Math.min(count, 999) / 1_000));
}

function countsOf(text: string): number[][] {
  const lines: number[][] = [];
  let counts = delimiters.map(() => 0);
  let isQuoted = false;
  for (let place = 0; place < text.length && lines.length < linesMax; place += 1) {
    const character = text.charAt(place);
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    const index = delimiters.findIndex((delimiter) => delimiter === character);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
    if (character !== '\n' && character !== '\r') continue;
    lines.push(counts);
    counts = delimiters.map(() => 0);
  }
  return [...lines, counts];
}
