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

/** A whole answer, ready to be sent, and what it was made of. */
export class Entry {
  private etagOrNull: string | null = null;

  private constructor(
    /** The answer up to its notes. */
    private readonly head: Buffer,
    private readonly end: string,
    private readonly versions: readonly (readonly [name: string, version: string])[],
    /** What the notes name, and the time that each was of. */
    private readonly subgraphs: readonly (readonly [name: string, asOf: string])[],
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
      Object.entries(versions),
      states.map(([name, { asOf }]) => [name, asOf as string]),
      isPersonal,
      cost,
    );
  }

  get bytes(): number {
    return this.head.length;
  }

  get names(): string[] {
    return this.versions.map(([name]) => name);
  }

  standing(known: Versions): Standing {
    for (const [name, version] of this.versions) {
      const now = known.get(name)?.known() ?? null;
      if (now === null) return 'unknown';
      if (now.version !== version) return 'outdated';
    }
    return 'hit';
  }

  /** Yields the whole answer to another request, and notes what it is from: it holds what was written until its versions were last known to be current. */
  answer(requestId: string, touched: Touched, known: Versions): Buffer {
    // Something may have been written since the answer was found.
    const holds = this.standing(known) === 'hit';
    let notes = '';
    for (const [name, made] of this.subgraphs) {
      const asOf = holds ? laterOf(made, known.get(name)?.known() ?? null) : made;
      touched.note(name, { status: 'ok', asOf });
      notes += `${notes === '' ? '' : ','}${JSON.stringify(name)}:{"status":"ok","asOf":"${asOf}"}`;
    }
    const tail = `,"extensions":{"hub":{"requestId":"${requestId}","subgraphs":{${notes}}}}}${this.end}`;
    const whole = Buffer.allocUnsafe(this.head.length + Buffer.byteLength(tail));
    this.head.copy(whole);
    whole.write(tail, this.head.length);
    return whole;
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

function laterOf(made: string, known: KnownVersion | null): string {
  if (known === null) return made;
  const now = isoOf(known.at);
  return now > made ? now : made;
}

let written = { at: -1, text: '' };

/** Many answers are of the same look. */
function isoOf(at: number): string {
  if (written.at !== at) written = { at, text: new Date(at).toISOString() };
  return written.text;
}
