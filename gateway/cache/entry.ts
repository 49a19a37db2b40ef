import { createHash } from 'node:crypto';
import type { KnownVersion, SubgraphVersions } from '#shared/data-version/version.js';
import type { Touched } from '../touched.js';

/** What Apollo Server begins an answer with that has no errors. */
const begin = '{"data":';

/** What is to be kept of an answer. */
export interface Made {
  /** As it was sent. */
  text: string;
  requestId: string;
  touched: Touched;
  cost: number;
}

/** Versions of the subgraphs' data by name. */
export type Versions = ReadonlyMap<string, SubgraphVersions>;

/** How a kept answer stands: it holds, or something was written or the day is another, or nobody knows. */
export type Standing = 'hit' | 'outdated' | 'unknown';

interface MadeAt {
  readonly name: string;
  readonly version: string;
  /** The look at which the version was found to be the current one. */
  holdsAt: KnownVersion | null;
}

interface Noted {
  readonly name: string;
  /** The note up to the time. */
  readonly begins: string;
  /** When its data was read. */
  readonly asOf: string;
}

/** A whole answer, ready to be sent, and what it was made of. */
export class Entry {
  private etagOrNull: string | null = null;

  private constructor(
    /** The answer up to its notes. */
    private readonly head: Buffer,
    private readonly end: string,
    private readonly versions: readonly MadeAt[],
    /** What the notes name. */
    private readonly subgraphs: readonly Noted[],
    readonly isPersonal: boolean,
    readonly cost: number,
  ) {}

  /** Makes an entry of an answer; null when it is not whole, or nobody knows which state of the data it shows. */
  static of({ text, requestId, touched, cost }: Made): Entry | null {
    const { all: versions, isPersonal } = touched.tags;
    const states = Object.entries(touched.toJSON());
    if (versions === null || states.length === 0 || !touched.isFresh) return null;
    if (states.some(([name, { asOf }]) => asOf === null || !(name in versions))) return null;
    const end = text.endsWith('\n') ? '\n' : '';
    const notes = `,"extensions":${JSON.stringify({ hub: { requestId, subgraphs: touched.toJSON() } })}}${end}`;
    if (!text.startsWith(begin) || !text.endsWith(notes)) return null;
    return new Entry(
      Buffer.from(text.slice(0, -notes.length)),
      end,
      Object.entries(versions).map(([name, version]) => ({ name, version, holdsAt: null })),
      states.map(([name, { asOf }]) => ({
        name,
        begins: `${JSON.stringify(name)}:{"status":"ok","asOf":"`,
        asOf: asOf as string,
      })),
      isPersonal,
      cost,
    );
  }

  get bytes(): number {
    return this.head.length;
  }

  get names(): string[] {
    return this.versions.map(({ name }) => name);
  }

  standing(versions: Versions): Standing {
    for (const made of this.versions) {
      const known = versions.get(made.name)?.known() ?? null;
      if (known === null) return 'unknown';
      if (known === made.holdsAt) continue;
      if (known.version !== made.version) return 'outdated';
      made.holdsAt = known;
    }
    return 'hit';
  }

  /**
   * Yields the two parts of the answer to another request, and notes what it is from: it holds what was written until its versions were
   * last known to be current.
   */
  answer(requestId: string, touched: Touched, versions: Versions): [head: Buffer, tail: string] {
    // Something may have been written since the answer was found.
    const holds = this.standing(versions) === 'hit';
    let notes = '';
    for (const { name, begins, asOf: made } of this.subgraphs) {
      const now = holds ? (versions.get(name)?.known()?.asOf ?? made) : made;
      const asOf = now > made ? now : made;
      touched.note(name, { status: 'ok', asOf });
      notes += `${notes === '' ? '' : ','}${begins}${asOf}"}`;
    }
    const tail = `,"extensions":{"hub":{"requestId":"${requestId}","subgraphs":{${notes}}}}}${this.end}`;
    return [this.head, tail];
  }

  /** Of its data alone, as an answer that is made anew has it. */
  get etag(): string {
    this.etagOrNull ??= etagOf(this.head.subarray(begin.length));
    return this.etagOrNull;
  }
}

/** Yields the weak ETag of the text of an answer's data. */
export function etagOf(data: string | Buffer): string {
  const hash = createHash('sha256').update(data).digest('base64url');
  return `W/"${hash.slice(0, 32)}"`;
}
