import { whole } from './json-text.js';
import type { Dictionary } from './types.js';

/** The data of an answer, written as JSON already: whoever sends it writes nothing again. */
export class ReadyData {
  readonly text: string;
  /** Whether anything is there; false when each root field is null. */
  readonly isAnything: boolean;

  constructor(text: string, data: Dictionary) {
    this.text = whole(text);
    this.isAnything = Object.values(data).some((value) => value !== null);
  }

  /** For whoever does not know of it. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Writes the data of any engine's answer as JSON. */
export const dataText = (data: unknown): string =>
  data instanceof ReadyData ? data.text : JSON.stringify(data ?? null);

/** Whether any root field of an answer is there. */
export const isAnything = (data: Dictionary | ReadyData | null | undefined): boolean =>
  data instanceof ReadyData ? data.isAnything : Object.values(data ?? {}).some((value) => value !== null);
