/** How old the rows are that an answer was made of. */
export interface DataAge {
  /** The answer holds everything that was written before this instant (ISO 8601, UTC), and maybe more. */
  asOf: string;
  /** `stale` when it was read from a replica that is behind, or when nobody can say what the primary holds. */
  status: 'ok' | 'stale';
}

/** What a subgraph's answer says beside its data, in `extensions`. */
export interface HubExtensions {
  hub: DataAge;
}
