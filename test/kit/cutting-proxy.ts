import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { DatabaseAddress } from '#shared/database/url.js';

/** A way to a PostgreSQL server that can be cut at the worst moment. */
export interface CuttingProxy {
  address: DatabaseAddress;
  /** Cuts the connection of the next COMMIT: just before it reaches the server, or when only its answer is still to come. */
  cutNextCommit(where: 'before' | 'after'): void;
  close(): Promise<void>;
}

/** Listens on a port of its own and hands everything on to a server's socket. */
export async function cuttingProxy(target: DatabaseAddress): Promise<CuttingProxy> {
  let cut: 'before' | 'after' | null = null;
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(join(target.host, `.s.PGSQL.${target.port}`));
    let isDeaf = false;
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => [client, server].map((end) => end.destroy()));
    }
    client.on('data', (sent) => {
      const where = sent.includes('commit\0') ? cut : null;
      if (where !== null) cut = null;
      if (where === 'before') return client.destroy();
      isDeaf ||= where === 'after';
      return server.write(sent);
    });
    // The answer shows that the server has carried the COMMIT out; the hub does not get it.
    server.on('data', (answer) => (isDeaf ? client.destroy() : client.write(answer)));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    address: { ...target, host: '127.0.0.1', port: (proxy.address() as AddressInfo).port },
    cutNextCommit: (where) => {
      cut = where;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
