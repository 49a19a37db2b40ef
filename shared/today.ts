const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** Yields today's calendar date where the hub's people live, as "2026-03-31". */
export function today(now: Date = new Date()): string {
  return calendar.format(now);
}
