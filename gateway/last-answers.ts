/** Reads from Cache-Control how old a last known answer may be that stands in for a missing one (RFC 5861, stale-if-error); null where none may. */
export function staleIfError(cacheControl: string | undefined): number | null {
  const [, seconds] = /(?:^|[,\s])stale-if-error=(\d{1,9})(?:$|[,\s])/i.exec(cacheControl ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds);
}
