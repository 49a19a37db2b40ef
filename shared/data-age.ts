/** How old the rows are that an answer was made of. */
export interface DataAge {
  /** The answer holds everything that was written before this instant (ISO 8601, UTC), and maybe more. */
  asOf: string;
  /** `stale` when it was read from a replica that is behind, or when nobody can say what the primary holds. */
  status: 'ok' | 'stale';
}

/** What an answer is made of. */
export interface HubNotes {
  /** Version of each subgraph's data before it was read, or after a mutation; missing for what cannot be kept. */
  versions?: Readonly<Record<string, string>>;
  /** Whether the viewer's name decided it, not only what the viewer may see. */
  isPersonal?: boolean;
}

/** What a subgraph's answer says beside its data, in `extensions`. */
export interface HubExtensions {
  hub: DataAge & HubNotes;
}
