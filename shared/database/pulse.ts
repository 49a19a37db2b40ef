import pg from 'pg';
import { partTimeoutMs } from '../health.js';
import { driverConfig } from './connection.js';
import type { DatabaseAddress } from './url.js';

/** Asks a database whether it answers, on a connection of its own: a full pool must not look like a dead server. */
export class DatabasePulse {
  private client: pg.Client | null = null;

  constructor(
    private readonly address: DatabaseAddress,
    private readonly name: string,
  ) {}

  /** Yields whether it answers in time; opens the connection where there is none, and drops one that failed. */
  async answers(): Promise<boolean> {
    try {
      this.client ??= await this.connect();
      await this.client.query('select 1');
      return true;
    } catch {
      await this.close();
      return false;
    }
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...driverConfig(this.address, this.name),
      connectionTimeoutMillis: partTimeoutMs,
      query_timeout: partTimeoutMs,
    });
    // What happens between two questions is met by the next one.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
