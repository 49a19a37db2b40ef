import type { ImportProblem } from './import-problem.result.js';

/** A problem as a step finds it, before it is told in Chinese too. */
export type FoundProblem = Omit<ImportProblem, 'messageZh' | 'severity'> & { severity: 'ERROR' | 'WARNING' };
