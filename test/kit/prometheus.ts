/** One value of an answer of /metrics. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads Prometheus' text format. */
export function samplesIn(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
      return {
        name,
        labels: Object.fromEntries(pairs.map(([, label = '', content = '']) => [label, content])),
        value: Number(value),
      };
    });
}

/** Sums the samples of a name that have these labels among theirs. */
export function sumOf(samples: readonly Sample[], name: string, labels: Record<string, string> = {}): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
}

/** What a PromQL expression reads. */
export interface Reads {
  /** Each metric with the labels that it is chosen by. */
  metrics: { name: string; labels: string[] }[];
  /** Labels that results are grouped by. */
  grouped: string[];
}

const words = new Set([
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'or',
  'and',
  'unless',
  'bool',
]);

/** Reads the names in an expression of the kind that dashboards and rules are made of. */
export function readsOf(expression: string): Reads {
  const grouped: string[] = [];
  const bare = expression
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g, (_all, list: string) => {
      grouped.push(...list.split(',').map((label) => label.trim()));
      return ' ';
    });
  const metrics = [...bare.matchAll(/(?<![\w$.])([a-z_]\w*)(\s*\(|\s*\{([^}]*)\})?/gi)]
    .filter(([, name = '', after = '']) => !after.trim().startsWith('(') && !words.has(name))
    .filter(([, , ,], index, all) => !isInside(bare, all[index]?.index ?? 0))
    .map(([, name = '', , matchers = '']) => ({
      name,
      labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    }));
  return { metrics, grouped };
}

/** Whether a place is within braces: there stand labels. */
const isInside = (text: string, index: number): boolean => {
  const before = text.slice(0, index);
  return before.lastIndexOf('{') > before.lastIndexOf('}');
};
