/** What is wrong, or worth a look, about one value. */
export interface Finding {
  /** Stable code, for instance USCC_BAD_CHECK. */
  code: string;
  /** For people: what was found and what is allowed. */
  message: string;
  /** Left out where the value may be personal. */
  found?: string;
  allowed?: string;
}
