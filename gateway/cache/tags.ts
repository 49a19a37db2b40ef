import type { ExecutionResult } from 'graphql';
import type { HubNotes } from '#shared/data-age.js';
import { together } from '#shared/data-version/reading.js';

/** What all fetches of a request say of what its answer is made of. */
export class Tags {
  private versions: Record<string, string> | null = {};
  private personal = false;

  /** Takes in a fetch. One that does not say what it read is of nobody knows when. */
  note({ extensions }: ExecutionResult): void {
    const { versions, isPersonal = false } = (extensions?.['hub'] ?? {}) as HubNotes;
    this.personal ||= isPersonal;
    this.versions = this.versions && versions ? together(this.versions, versions) : null;
  }

  /** The version of each subgraph before it was read; null when the answer is no state that ever was, or nobody knows which. */
  get all(): Readonly<Record<string, string>> | null {
    return this.versions;
  }

  /** Whether the viewer's name decided the answer. */
  get isPersonal(): boolean {
    return this.personal;
  }
}
