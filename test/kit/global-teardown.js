import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  const { hubTestServer } = globalThis;
  if (hubTestServer === undefined) return;
  await hubTestServer.postgres.stop();
  rmSync(hubTestServer.dataDir, { recursive: true, force: true });
}
