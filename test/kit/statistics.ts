import type pg from 'pg';

/** What the planner knows of a column. Lists are PostgreSQL's own texts. */
interface ColumnStatistics {
  null_frac: number;
  avg_width: number;
  n_distinct: number;
  correlation: number | null;
  most_common_vals?: string;
  most_common_freqs?: string;
  histogram_bounds?: string;
}

/** What the planner knows of a database's tables: rows of tables and indexes, and their columns. */
export interface Statistics {
  rows: Record<string, number>;
  columns: Record<string, ColumnStatistics>;
}

const schemas = `('organizations', 'partners', 'donations')`;

/**
 * Reads what the planner knows of tables, and of the columns that an index holds or that have few values. Of many values the ends of
 * ten equal parts are enough, and only days and times are asked by range.
 */
export async function readStatistics(client: pg.Client): Promise<Statistics> {
  const { rows: relations } = await client.query<{ name: string; rows: number }>(
    `select n.nspname || '.' || c.relname as name, round(c.reltuples::numeric, -2)::float8 as rows
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${schemas} and c.relkind in ('r', 'i') and c.reltuples >= 100 order by 1`,
  );
  const { rows: columns } = await client.query<ColumnStatistics & { name: string }>(
    `select s.schemaname || '.' || s.tablename || '.' || s.attname as name, round(null_frac::numeric, 3)::float8 as null_frac,
       avg_width, round(n_distinct::numeric, 4)::float8 as n_distinct, round(correlation::numeric, 2)::float8 as correlation,
       case when n_distinct between 1 and 60 then most_common_vals::text end as most_common_vals,
       case when n_distinct between 1 and 60 then
         (select array_agg(round(f::numeric, 4)) from unnest(most_common_freqs) f)::text end as most_common_freqs,
       case when a.atttypid in ('date'::regtype, 'timestamptz'::regtype) then (
         select array_agg(bound order by position)::text
         from unnest(histogram_bounds::text::text[]) with ordinality b(bound, position)
         where (position - 1) % 10 = 0) end as histogram_bounds
     from pg_stats s join pg_class c on c.oid = (quote_ident(s.schemaname) || '.' || quote_ident(s.tablename))::regclass
     join pg_attribute a on a.attrelid = c.oid and a.attname = s.attname
     where s.schemaname in ${schemas} and c.reltuples >= 100 and (n_distinct between 1 and 60 or c.relkind = 'i'
       or exists (select from pg_index i where i.indrelid = c.oid and a.attnum = any(i.indkey)))
     order by 1`,
  );
  return {
    rows: Object.fromEntries(relations.map(({ name, rows }) => [name, rows])),
    columns: Object.fromEntries(
      columns.map(({ name, ...known }) => [
        name,
        Object.fromEntries(
          Object.entries(known).filter(([, value]) => value !== null),
        ) as unknown as ColumnStatistics,
      ]),
    ),
  };
}

/** Writes statistics with a line for each column, so that a difference can be read. */
export function statisticsText({ rows, columns }: Statistics): string {
  const lines = (entries: object) =>
    Object.entries(entries)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "rows": {\n${lines(rows)}\n  },\n  "columns": {\n${lines(columns)}\n  }\n}\n`;
}

/**
 * Makes the planner of a small database believe that it is as large as another one: PostgreSQL takes the rows per page that it
 * is told times the pages that there are. Nothing is written into the tables. Needs PostgreSQL 18 and its superuser.
 */
export async function believe(client: pg.Client, { rows, columns }: Statistics): Promise<void> {
  for (const [name, count] of Object.entries(rows)) {
    const [schema, relation] = name.split('.') as [string, string];
    const pages = `greatest(1, pg_relation_size('${name}'::regclass) / current_setting('block_size')::int)::int`;
    await client.query(
      `select pg_restore_relation_stats('schemaname', $1::text, 'relname', $2::text, 'relpages', ${pages}, 'reltuples', $3::real)`,
      [schema, relation, count],
    );
  }
  // It would look at the rows and tell the truth.
  await client.query(`do $$ declare relation regclass; begin
    for relation in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${schemas} and c.relkind = 'r' loop
      execute format('alter table %s set (autovacuum_enabled = off)', relation);
    end loop; end $$`);
  for (const [name, known] of Object.entries(columns)) {
    const [schema, table, column] = name.split('.') as [string, string, string];
    const given = Object.entries(known).map(
      ([what, value]) => `'${what}', ${literal(value)}::${types[what as keyof ColumnStatistics]}`,
    );
    await client.query(
      `select pg_restore_attribute_stats('schemaname', '${schema}', 'relname', '${table}', 'attname', '${column}',
        'inherited', false, ${given.join(', ')})`,
    );
  }
}

const types: Record<keyof ColumnStatistics, string> = {
  null_frac: 'real',
  avg_width: 'integer',
  n_distinct: 'real',
  correlation: 'real',
  most_common_vals: 'text',
  most_common_freqs: 'real[]',
  histogram_bounds: 'text',
};

const literal = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`;
