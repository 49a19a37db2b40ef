import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import {
  insertManyRows,
  insertRow,
  insertRowsOf,
  keyOf,
  rowById,
  updateManyRows,
  updateRow,
  type Versioned,
} from './database/rows.js';
import { run } from './database/run.js';
import { raw, sql } from './database/sql.js';
import type { RequestContext } from './subgraph.js';

/** Columns that say how a row is kept, not what it says. */
const bookkeeping = new Set(['id', 'createdAt', 'updatedAt', 'version', 'provenance', 'source']);

/** Records of the log that are written in one statement, which has five seconds. */
const entriesMax = 1_000;

/** What stands in the log for a value that is about a person. */
const personal = '(personal)';

interface AuditEntry {
  entity: string;
  entityId: string;
  changes: Record<string, { before?: unknown; after: unknown }>;
}

/**
 * Writes rows within one transaction and notes each change for the audit log, so that no service can forget it.
 * Reads here see what this transaction wrote; the request's loaders do not, so a service reads through its writer.
 */
export class Writer {
  private readonly entries: AuditEntry[] = [];

  constructor(
    readonly em: EntityManager,
    private readonly context: Pick<RequestContext, 'viewer' | 'requestId' | 'personal'>,
  ) {}

  /** Inserts a row and yields it as the database completed it. */
  async insert<T extends object>(entity: Constructor<T>, values: Partial<T>): Promise<T> {
    return this.inserted(entity, (await insertRow(this.em, entity, values)) as T);
  }

  /** Inserts a row, or yields null when a unique index already holds one like it. */
  async insertUnlessTaken<T extends object>(entity: Constructor<T>, values: Partial<T>): Promise<T | null> {
    const row = await insertRow(this.em, entity, values, true);
    return row && this.inserted(entity, row);
  }

  /** Inserts many rows, all with values of the same properties; yields those that no unique index refused. */
  async insertMany<T extends object>(entity: Constructor<T>, list: readonly Partial<T>[]): Promise<T[]> {
    const rows = await insertManyRows(this.em, entity, list);
    return rows.map((row) => this.inserted(entity, row));
  }

  /** Inserts the parts of a row that is noted itself, for instance the steps of its history. */
  async insertParts<T extends object>(entity: Constructor<T>, list: readonly Partial<T>[]): Promise<void> {
    await insertRowsOf(this.em, entity, list);
  }

  /** Reads a row and holds it until the end, so that nobody changes it in between; null when the viewer has no such row. */
  async lock<T extends object>(entity: Constructor<T>, id: string): Promise<T | null> {
    return rowById(this.em, entity, id, true);
  }

  async find<T extends object>(entity: Constructor<T>, id: string): Promise<T | null> {
    return rowById(this.em, entity, id);
  }

  /** Changes a locked row and yields it anew. */
  async update<T extends Versioned>(row: T, changes: Partial<T>): Promise<T> {
    const entity = row.constructor as Constructor<T>;
    const changed = await updateRow(this.em, entity, row, changes);
    if (changed === null)
      throw new Error(`${entity.name} ${keyOf(this.em, row)} was not locked before it was changed.`);
    this.noteChange(entity, row, changed, Object.keys(changes));
    return changed;
  }

  /** Changes properties of many rows that are still at the versions at which they were read; yields them anew. */
  async updateMany<T extends Versioned & { id: string }>(
    entity: Constructor<T>,
    properties: readonly (string & keyof T)[],
    list: readonly { row: T; changes: Partial<T> }[],
  ): Promise<T[]> {
    const wanted = list.map(({ row, changes }) => ({ ...row, ...changes, id: row.id, version: row.version }));
    const changed = await updateManyRows(this.em, entity, properties, wanted);
    const before = new Map(list.map(({ row }) => [row.id, row]));
    for (const row of changed) this.noteChange(entity, before.get(row.id) as T, row, properties);
    return changed;
  }

  /** Notes that rows are no more; only what an import wrote is ever removed. */
  noteRemoved(entity: string, ids: readonly string[]): void {
    for (const entityId of ids)
      this.entries.push({ entity, entityId, changes: { removed: { before: false, after: true } } });
  }

  /** Writes what was noted into the audit log; the last thing a transaction does. */
  async appendAudit(action: string): Promise<void> {
    const { viewer, requestId } = this.context;
    const schema = this.em.config.get('schema') ?? '';
    for (let from = 0; from < this.entries.length; from += entriesMax) {
      const entries = JSON.stringify(this.entries.slice(from, from + entriesMax));
      await run(
        this.em,
        sql`select ${raw(`${schema}.append_audit`)}(${entries}::jsonb, ${viewer.subject ?? ''},
          ${viewer.roles}::text[], ${action}, ${requestId ?? null})`,
      );
    }
  }

  private noteChange<T extends object>(
    entity: Constructor<T>,
    row: T,
    changed: T,
    properties: readonly string[],
  ): void {
    const differences = properties
      .filter((name) => !bookkeeping.has(name))
      .map((name) => [name, row[name as keyof T], changed[name as keyof T]] as const)
      .filter(([, before, after]) => JSON.stringify(shown(before)) !== JSON.stringify(shown(after)));
    this.entries.push({
      entity: entity.name,
      entityId: keyOf(this.em, row),
      changes: Object.fromEntries(
        differences.map(([name, before, after]) => [
          name,
          { before: this.logged(entity, name, before), after: this.logged(entity, name, after) },
        ]),
      ),
    });
  }

  private inserted<T extends object>(entity: Constructor<T>, row: T): T {
    const values = Object.entries(row).filter(([name, value]) => !bookkeeping.has(name) && value != null);
    this.entries.push({
      entity: entity.name,
      entityId: keyOf(this.em, row),
      changes: Object.fromEntries(
        values.map(([name, value]) => [name, { after: this.logged(entity, name, value) }]),
      ),
    });
    return row;
  }

  private logged(entity: Constructor<object>, name: string, value: unknown): unknown {
    const isPersonal = this.context.personal[entity.name]?.includes(name) === true;
    return isPersonal && value !== null ? personal : shown(value);
  }
}

const shown = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
