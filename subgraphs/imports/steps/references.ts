import type { Owners, ReferenceNoun } from '../owners/owners.js';
import type { ConvertedLine } from './conversion.js';

/** Finds what rows name: each text is asked for once in a job. */
export class References {
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly owners: Owners) {}

  /** Puts ids into the inputs of rows, or problems beside them. */
  async resolve(rows: readonly ConvertedLine[]): Promise<void> {
    await this.learn(rows.flatMap(({ references }) => references));
    for (const { input, references, problems } of rows) {
      for (const { field, noun, text } of references) {
        const found = this.known.get(keyOf(noun, text)) ?? [];
        const [id] = found;
        if (id !== undefined && found.length === 1) input[field] = id;
        else
          problems.push({
            column: null,
            field,
            severity: 'ERROR',
            value: text,
            ...mistake(text, found.length),
          });
      }
    }
  }

  private async learn(references: readonly { noun: ReferenceNoun; text: string }[]): Promise<void> {
    const unknown = new Map<ReferenceNoun, Set<string>>();
    for (const { noun, text } of references) {
      if (this.known.has(keyOf(noun, text))) continue;
      unknown.set(noun, (unknown.get(noun) ?? new Set()).add(text));
    }
    for (const [noun, texts] of unknown) {
      const list = [...texts];
      const found = await this.owners.find(noun, list);
      list.forEach((text, index) => this.known.set(keyOf(noun, text), found[index] ?? []));
    }
  }
}

const keyOf = (noun: ReferenceNoun, text: string): string => `${noun} ${text}`;

const mistake = (text: string, count: number) =>
  count === 0
    ? {
        code: 'UNKNOWN_REFERENCE',
        message: `Nothing on record is called "${text}"; its full name, credit code or id is expected.`,
        suggestion: null,
      }
    : {
        code: 'AMBIGUOUS_REFERENCE',
        message: `${count} on record are called "${text}"; the credit code or id is expected.`,
        suggestion: null,
      };
