import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { runProcess } from '#shared/process.js';
import { openIdProvider } from './provider.js';
import { readSettings } from './settings.js';

/** An identity provider for trying out the hub: whoever has a role's secret gets that role's token, or signs in to the pages as that role. */
await runProcess(async () => {
  const settings = readSettings();
  const server = createServer(await openIdProvider(settings));
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  console.log(`For trying out only: whoever has a role's secret is that role, and nothing is kept. Roles: ${settings.clients
    .map(({ id }) => id)
    .join(', ')}.
ready http://${settings.host}:${port} as ${settings.issuer}`);
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
});
