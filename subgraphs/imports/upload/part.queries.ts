import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';

/** What a file in parts is: the one that was uploaded, or the one with the rows that were refused. */
export type PartPurpose = 'UPLOADED' | 'REFUSED_ROWS';

/** Of a part: small enough for a message between processes, large enough that a file has ten. */
export const partBytes = 1024 * 1024;

/** Reads a file that is kept in parts, one by one: the driver makes bytes of text, and must not hold this thread for long. */
export async function readParts(em: EntityManager, jobId: string, purpose: PartPurpose): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (;;) {
    const part = await readPart(em, jobId, purpose, parts.length);
    if (part === null) return Buffer.concat(parts);
    parts.push(part);
  }
}

/** What an upload has come to, as the database sees it. */
export async function uploadedFile(
  em: EntityManager,
  jobId: string,
): Promise<{ bytes: number; sha256: string | null }> {
  const [row] = await rowsOf<{ bytes: number; sha256: string | null }>(
    em,
    sql`select coalesce(sum(length(content)), 0)::int as bytes,
        encode(sha256(string_agg(content, ''::bytea order by position)), 'hex') as sha256
      from imports.import_part where job_id = ${jobId}::uuid and purpose = 'UPLOADED'`,
  );
  return row as { bytes: number; sha256: string | null };
}

/** Reads one part; null behind the last. */
export async function readPart(
  em: EntityManager,
  jobId: string,
  purpose: PartPurpose,
  position: number,
): Promise<Buffer | null> {
  const [row] = await rowsOf<{ content: Buffer }>(
    em,
    sql`select content from imports.import_part
      where job_id = ${jobId}::uuid and purpose = ${purpose} and position = ${position}`,
  );
  return row?.content ?? null;
}

/** Keeps a part; the same part sent again changes nothing. */
export async function keepPart(
  em: EntityManager,
  jobId: string,
  purpose: PartPurpose,
  position: number,
  content: Buffer,
): Promise<void> {
  await rowsOf(
    em,
    sql`insert into imports.import_part values (${jobId}::uuid, ${purpose}, ${position}, ${content}) on conflict do nothing`,
  );
}

/** Replaces a file by another, or by none. */
export async function keepFile(
  em: EntityManager,
  jobId: string,
  purpose: PartPurpose,
  file: Uint8Array | null,
): Promise<void> {
  await rowsOf(
    em,
    sql`delete from imports.import_part where job_id = ${jobId}::uuid and purpose = ${purpose}`,
  );
  for (let at = 0; file !== null && at < file.length; at += partBytes) {
    const part = Buffer.from(file.subarray(at, at + partBytes));
    await keepPart(em, jobId, purpose, at / partBytes, part);
  }
}

/** Yields which of some jobs have a file of refused rows. */
export async function refusedRowsFiles(
  em: EntityManager,
  jobIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    em,
    sql`select job_id as id from imports.import_part where purpose = 'REFUSED_ROWS' and position = 0
      and job_id = any(${jobIds}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}
