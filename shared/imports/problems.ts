import type { Finding } from '../finding.js';
import type { InvalidInput } from '../problem.js';
import type { DataWarning } from '../warning.js';
import type { RowProblem } from './protocol.js';

/** What is wrong with an input, as the mutation says it. */
export function errorsOf(invalid: InvalidInput | null): RowProblem[] {
  return (invalid?.problems ?? []).map(({ field, code, message, found, allowed }) => ({
    field,
    severity: 'ERROR',
    code,
    message,
    found,
    allowed,
  }));
}

/** Refuses a row for one reason. */
export function rowError(field: string | null, { code, message, found, allowed }: Finding): RowProblem {
  return { field, severity: 'ERROR', code, message, found: found ?? null, allowed: allowed ?? null };
}

/** Notes something about a row that a person should look at. */
export function rowWarning(field: string | null, finding: Finding): RowProblem {
  return { ...rowError(field, finding), severity: 'WARNING' };
}

/** Notes what a record would show as its warnings. */
export function warningsFrom(warnings: readonly DataWarning[]): RowProblem[] {
  return warnings.map(({ field, code, message }) =>
    rowWarning(field, { code, message: `${field}: ${message}` }),
  );
}

/** Notes findings about one field that refuse nothing. */
export function findingWarnings(field: string, findings: readonly Finding[]): RowProblem[] {
  return findings.map((finding) =>
    rowWarning(field, { ...finding, message: `${field}: ${finding.message}` }),
  );
}
