import { importNouns } from '#shared/imports/protocol.js';
import { ImportStatus } from '../job/import-job.entity.js';

const oneOf = (values: readonly string[]): string => `(${values.map((value) => `'${value}'`).join(', ')})`;

/** Lists of a job are texts that hold JSON: they are written and read whole, and never searched. */
export const tables = [
  `create table imports.import_job (
    id uuid primary key,
    noun text not null check (noun in ${oneOf(importNouns)}),
    file_name text not null check (length(file_name) between 1 and 255),
    bytes integer not null default 0 check (bytes >= 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    format text,
    encoding text,
    status text not null check (status in ${oneOf(Object.values(ImportStatus))}),
    created_by text not null check (length(created_by) between 1 and 200),
    partner_id uuid,
    sheet integer,
    header_row integer,
    mapping text,
    constants text,
    on_duplicate text,
    leave_out_refused boolean not null default false,
    attempt integer not null default 0,
    rows_total integer not null default 0,
    rows_read integer not null default 0,
    rows_valid integer not null default 0,
    rows_refused integer not null default 0,
    rows_skipped integer not null default 0,
    rows_written integer not null default 0,
    created integer not null default 0,
    updated integer not null default 0,
    undone integer not null default 0,
    personal_cells integer not null default 0,
    notes text not null default '[]',
    failure text,
    written_at timestamptz(3),
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    version integer not null default 1
  )`,
  `create index import_job_created_at_index on imports.import_job (created_at, id)`,
  `create index import_job_created_by_index on imports.import_job (created_by, created_at, id)`,
  `create index import_job_partner_id_index on imports.import_job (partner_id, created_at, id)`,
  `create index import_job_sha256_index on imports.import_job (sha256, noun)`,
  // A file in parts: what was uploaded, until it is read; and the file of refused rows.
  `create table imports.import_part (
    job_id uuid not null references imports.import_job,
    purpose text not null check (purpose in ('UPLOADED', 'REFUSED_ROWS')),
    position integer not null check (position >= 0),
    content bytea not null,
    primary key (job_id, purpose, position)
  )`,
  `alter table imports.import_part alter column content set storage external`,
  `create table imports.import_sheet (
    job_id uuid not null references imports.import_job,
    position integer not null check (position >= 0),
    name text not null,
    rows integer not null,
    columns integer not null,
    hidden boolean not null,
    merged_cells integer not null,
    header_row integer not null,
    primary key (job_id, position)
  )`,
  `create table imports.import_line (
    job_id uuid not null references imports.import_job,
    sheet integer not null,
    number integer not null check (number > 0),
    cells text not null,
    input text,
    verdict text check (verdict in ('CREATE', 'UPDATE', 'SKIP', 'REFUSE')),
    existing_id text,
    existing_name text,
    primary key (job_id, sheet, number)
  )`,
  `create index import_line_verdict_index on imports.import_line (job_id, verdict, number) where verdict is not null`,
  `create table imports.import_problem (
    job_id uuid not null references imports.import_job,
    number integer not null,
    position integer not null,
    "column" integer,
    field text,
    severity text not null check (severity in ('ERROR', 'WARNING')),
    code text not null,
    value text,
    message text not null,
    message_zh text not null,
    suggestion text,
    primary key (job_id, number, position)
  )`,
  `create index import_problem_code_index on imports.import_problem (job_id, code, number, position)`,
];
