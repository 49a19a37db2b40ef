/** Yields the instant that PostgreSQL writes as `2026-11-25 20:41:00.123+08`, whatever the server's time zone is. */
export function instantOf(text: string): Date {
  const sign = text.charAt(text.length - 3);
  const minutes = sign === '+' || sign === '-' ? ':00' : '';
  return new Date(`${text.slice(0, 10)}T${text.slice(11)}${minutes}`);
}
