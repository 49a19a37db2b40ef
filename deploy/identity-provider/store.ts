import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Some hundred people who sign in at once; whoever opens more sign-ins than this pushes the oldest out, and fills no memory. */
const entriesMax = 10_000;

/**
 * Yields where a provider keeps what it must know between two requests of one sign-in: in memory, each as long as it is good.
 * Access tokens are signed texts and not among it. A restart forgets all.
 */
export function memoryStore(): (kind: string) => Adapter {
  const entries = new LRUCache<string, AdapterPayload>({ max: entriesMax });
  return (kind) => new Kept(kind, entries);
}

class Kept implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly entries: LRUCache<string, AdapterPayload>,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const lasting = expiresIn === undefined ? {} : { ttl: expiresIn * 1_000 };
    this.entries.set(this.key(id), payload, lasting);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.entries.get(this.key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    for (const [key, payload] of this.entries.entries())
      if (payload.uid === uid && key.startsWith(this.key(''))) return payload;
    return undefined;
  }

  /** Of devices that show a code to type: none are served. */
  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of this.entries.entries())
      if (payload.grantId === grantId) this.entries.delete(key);
  }

  private key(id: string): string {
    return `${this.kind}:${id}`;
  }
}
