import { partTimeoutMs } from '../health.js';
import { KeptClient } from './kept-client.js';
import type { DatabaseAddress } from './url.js';

/** Tells whether a database answers. */
export class DatabasePulse {
  private readonly client: KeptClient;

  constructor(address: DatabaseAddress, name: string) {
    this.client = new KeptClient(address, name, partTimeoutMs);
  }

  async answers(): Promise<boolean> {
    return this.client.rows('select 1').then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
