import pg from 'pg';
import { driverConfig } from './connection.js';
import type { DatabaseAddress } from './url.js';

/** Asks one server again and again on a connection of its own: a full pool must not look like a dead server. */
export class KeptClient {
  private connection: Promise<pg.Client> | null = null;

  constructor(
    private readonly address: DatabaseAddress,
    private readonly name: string,
    private readonly timeoutMs: number,
    /** Is given each new connection before it is asked anything. */
    private readonly prepare?: (client: pg.Client) => Promise<void>,
  ) {}

  /** Yields a statement's rows; throws when there is no answer in time. The next call connects anew. */
  async rows<Row extends object>(statement: string): Promise<Row[]> {
    // Several may ask at the same time: they share one connection, and only the one that failed them is given up.
    const connection = (this.connection ??= this.connect());
    try {
      return (await (await connection).query<Row>(statement)).rows;
    } catch (error) {
      if (this.connection === connection) this.connection = null;
      await end(connection);
      throw error;
    }
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = null;
    if (connection !== null) await end(connection);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...driverConfig(this.address, this.name),
      connectionTimeoutMillis: this.timeoutMs,
      query_timeout: this.timeoutMs,
    });
    // What happens between two questions is met by the next one.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await this.prepare?.(client);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }
}

async function end(connection: Promise<pg.Client>): Promise<void> {
  await connection.then((client) => client.end()).catch(() => undefined);
}
