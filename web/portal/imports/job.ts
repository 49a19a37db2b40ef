import type { ImportJobQuery } from '../../operations.js';
import type { Noun } from './upload-file.js';

/** An import as the page knows it. */
export type Job = NonNullable<ImportJobQuery['importJob']>;

/** The noun as paths name it. */
export const nounOf = ({ noun }: Pick<Job, 'noun'>): Noun => noun.toLowerCase() as Noun;
