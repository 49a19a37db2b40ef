import pg from 'pg';
import { driverConfig } from './connection.js';
import type { DatabaseAddress } from './url.js';

/** Asks one server again and again on a connection of its own: a full pool must not look like a dead server. */
export class KeptClient {
  private client: pg.Client | null = null;

  constructor(
    private readonly address: DatabaseAddress,
    private readonly name: string,
    private readonly timeoutMs: number,
  ) {}

  /** Yields a statement's rows; throws when there is no answer in time. The next call connects anew. */
  async rows<Row extends object>(statement: string): Promise<Row[]> {
    try {
      this.client ??= await this.connect();
      return (await this.client.query<Row>(statement)).rows;
    } catch (error) {
      await this.close();
      throw error;
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
      connectionTimeoutMillis: this.timeoutMs,
      query_timeout: this.timeoutMs,
    });
    // What happens between two questions is met by the next one.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
