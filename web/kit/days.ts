const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const dayMs = 86_400_000;

/** Yields the calendar date of a moment, now when none is given, where the hub's people live. */
export const dayOf = (moment: Date | string = new Date()): string => calendar.format(new Date(moment));

/** Counts the days from a date to another; negative when that is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
