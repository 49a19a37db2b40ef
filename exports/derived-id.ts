import { createHash } from 'node:crypto';

/** Yields an id for a part of something that has one (UUID version 8, RFC 9562): the same part has the same id in every export. */
export function derivedId(owner: string, part: string): string {
  const bytes = createHash('sha256').update(`${part} of ${owner}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
