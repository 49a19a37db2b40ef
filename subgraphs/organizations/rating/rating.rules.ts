import { Rating, type RatingPeriod } from './rating.entity.js';

/** From the lowest to the highest. */
const grades: readonly Rating[] = [Rating.A, Rating.AA, Rating.AAA, Rating.AAAA, Rating.AAAAA];

/** Yields the grade in force on a day: the latest result, and none once its years are over (R-RAT-04). */
export function effectiveRating(
  periods: readonly Pick<RatingPeriod, 'grade' | 'validFrom' | 'validTo'>[],
  asOf: string,
): Rating | null {
  const [latest] = periods
    .filter(({ validFrom }) => validFrom <= asOf)
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return latest !== undefined && latest.validTo > asOf ? latest.grade : null;
}

/** Whether a grade in force is the wanted one or better; no grade satisfies nothing (R-RAT-04). */
export function satisfiesAtLeast(grade: Rating | null, wanted: Rating): boolean {
  return grade !== null && grades.indexOf(grade) >= grades.indexOf(wanted);
}
