import type { HubNotes } from '../data-age.js';
import type { Directory } from '../directory.js';
import type { Viewer } from '../viewer.js';

/** What an operation of a subgraph begins with. */
export interface Began {
  subgraph: string;
  viewer: Viewer;
  directory: Directory;
  /** The version of the data before anything was read; null when nobody knows. */
  version: string | null;
}

/** One operation's reading: notes what its answer is made of, so that whoever keeps the answer knows how long and for whom it holds. */
export interface Reading {
  /** The viewer to read for. Who looks at its name has made an answer for this viewer alone. */
  viewer: Viewer;
  /** Asks others, whose versions decide the answer too. */
  directory: Directory;
  /** To be called by what depends on the very moment rather than on rows or the day: the answer is not kept. */
  momentary(): void;
  /** What there is to say of the answer. */
  notes(): HubNotes;
}

/** Begins to read. */
export function beginReading({ subgraph, viewer, directory, version }: Began): Reading {
  let versions: Record<string, string> | null = version === null ? null : { [subgraph]: version };
  let isPersonal = false;
  const note = ({ versions: its, isPersonal: theirs = false }: HubNotes = {}) => {
    isPersonal ||= theirs;
    versions = versions && its ? together(versions, its) : null;
  };
  const seen: Viewer = {
    roles: viewer.roles,
    partnerId: viewer.partnerId,
    organizationId: viewer.organizationId,
    scopes: viewer.scopes,
    get subject() {
      isPersonal = true;
      return viewer.subject;
    },
  };
  return {
    viewer: seen,
    directory: {
      // The viewer is passed on as it is: the one who is asked notes what it used of it.
      ask: (name, question) =>
        directory.ask(name, {
          ...question,
          viewer: question.viewer === seen ? viewer : question.viewer,
          note,
        }),
    },
    momentary: () => {
      versions = null;
    },
    notes: () => ({ ...(versions === null ? {} : { versions }), ...(isPersonal ? { isPersonal } : {}) }),
  };
}

/** Puts versions together; null when a subgraph was read at two different ones, which is no state that ever was. */
export function together(
  ones: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): Record<string, string> | null {
  for (const [name, version] of Object.entries(others))
    if (name in ones && ones[name] !== version) return null;
  return { ...ones, ...others };
}
