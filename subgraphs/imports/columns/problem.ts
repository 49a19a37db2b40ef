/** What is wrong with, or noteworthy about, a cell of a line. */
export interface LineProblem {
  /** Counted from 0; null when it is about no cell of its own. */
  column: number | null;
  /** Name of the field; null for the line as a whole. */
  field: string | null;
  /** An ERROR refuses the line, a WARNING lets it pass. */
  severity: 'ERROR' | 'WARNING';
  code: string;
  /** What stands in the cell; null where it may be personal. */
  value: string | null;
  /** What was found and what is allowed, in English. */
  message: string;
  /** A value that would pass, or what to do. It is applied by nobody but the user. */
  suggestion: string | null;
}

/** A problem before it is known which cell it is about. */
export type Remark = Pick<LineProblem, 'severity' | 'code' | 'message' | 'suggestion'>;

/** What a text was read as: a value when there is one to hand on, and what is to be said of it. */
export interface Reading<T> {
  value: T | null;
  remarks: readonly Remark[];
}

export const error = (code: string, message: string, suggestion: string | null = null): Remark => ({
  severity: 'ERROR',
  code,
  message,
  suggestion,
});

export const warning = (code: string, message: string, suggestion: string | null = null): Remark => ({
  severity: 'WARNING',
  code,
  message,
  suggestion,
});

export const read = <T>(value: T, ...remarks: Remark[]): Reading<T> => ({ value, remarks });

export const refused = (...remarks: Remark[]): Reading<never> => ({ value: null, remarks });
